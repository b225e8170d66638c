// A folder of posts as the command line sees it: read, paired, and checked.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkPair, checkPost, pairContext, postContext } from '../../src/core/checks/run.js';
import { loadIdentify, type Identify } from '../../src/core/language/identify.js';
import type { Issue } from '../../src/core/model.js';
import { describePost } from '../../src/core/pair/facts.js';
import { issueOf, pairPosts } from '../../src/core/pair/pair.js';
import type { PostFacts } from '../../src/core/pair/pairing.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import type { Problem } from '../../src/core/problem.js';
import type { Site } from '../../src/core/site/site.js';
import { buildSite } from '../../src/core/site/siteIndex.js';

/** A post that was read. */
export interface Post {
  /** Relative to the folder that was asked for, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly issue: Issue;
  readonly facts: PostFacts;
}

/** A post of a newsletter and what it translates, if it does. */
export interface Job {
  readonly post: Post;
  readonly source: Post | undefined;
  readonly sourceMissing: boolean;
  readonly site: Site | undefined;
  readonly identify: Identify;
}

/** All newsletter issues at and below a folder; none where it is not there. */
export async function jobsBelow(folder: string): Promise<Job[]> {
  if (!existsSync(folder)) return [];
  const identify = await loadIdentify();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|markdown)$/i.test(file) && !/(?:^|[\\/])\./.test(file))
    .sort();
  const posts = new Map<string, Post>();
  for (const file of files) {
    const name = file.replaceAll(path.sep, '/');
    const text = readFileSync(path.join(folder, file), 'utf8');
    const issue = parseIssue(text);
    posts.set(name, { path: name, text, issue, facts: describePost(name, issue, identify) });
  }
  const pairing = pairPosts([...posts.values()].map(({ facts }) => facts));
  const unpaired = new Set(pairing.unpaired.map(({ post }) => post.path));
  const sites = buildSite(pairing);
  return [...posts.values()].flatMap((post): Job[] => {
    const member = issueOf(pairing, post.path);
    const about = { post, site: sites.around(post.path), identify };
    if (member)
      return [{ ...about, source: member.translation && posts.get(member.issue.source.path), sourceMissing: false }];
    return unpaired.has(post.path) ? [{ ...about, source: undefined, sourceMissing: true }] : [];
  });
}

/** The problems of a job's post, or of another text in its place. */
export function problemsOf({ post, source, sourceMissing, site, identify }: Job, text = post.text): readonly Problem[] {
  const issue = text === post.text ? post.issue : parseIssue(text);
  const targetLocale = post.facts.locale;
  if (!source) return checkPost(postContext(issue, { targetLocale, sourceMissing, site, identify }));
  return checkPair(
    pairContext(source.issue, issue, { source: source.facts.locale, target: targetLocale, site, identify }),
  );
}
