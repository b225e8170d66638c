// The site of a case: its other posts, and its own texts where they are said to be.
import { describePost } from '../../../../src/core/pair/facts.js';
import { pairPosts } from '../../../../src/core/pair/pair.js';
import type { PostFacts } from '../../../../src/core/pair/pairing.js';
import { parseIssue } from '../../../../src/core/parse/issue.js';
import type { Site } from '../../../../src/core/site/site.js';
import { buildSite } from '../../../../src/core/site/siteIndex.js';
import type { CheckCase } from './caseFile.js';

/** @param target the text of the post that is checked, as it is now */
export function siteOf(
  { site, source, rules, sourceLocale, targetLocale }: CheckCase,
  target: string,
): Site | undefined {
  if (!site) return undefined;
  const posts = Object.entries(site.posts ?? {}).map(([path, lines]) => factsOf(path, `${lines.join('\n')}\n`));
  if (source !== undefined && site.source !== undefined)
    posts.push({ ...factsOf(site.source, source), locale: sourceLocale });
  posts.push({ ...factsOf(site.target, target), locale: targetLocale });
  return buildSite(pairPosts(posts, { sourceLocale }), rules.siteUrls).around(site.target);
}

function factsOf(path: string, text: string): PostFacts {
  return describePost(path, parseIssue(text), () => undefined);
}
