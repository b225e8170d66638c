// Files to posts: read, parsed and paired.
import { loadIdentify } from '../core/language/identify.js';
import type { Issue } from '../core/model.js';
import { describePost } from '../core/pair/facts.js';
import { pairPosts } from '../core/pair/pair.js';
import type { Pairing, PostFacts } from '../core/pair/pairing.js';
import { parseIssue } from '../core/parse/issue.js';
import { buildSite, type SiteIndex } from '../core/site/siteIndex.js';
import { readText, UnreadableInput, type TextFile } from './files.js';

/** A post that was read. */
export interface Post extends TextFile {
  readonly issue: Issue;
  readonly facts: PostFacts;
}

/** Many posts, and what translates what among them. */
export interface Posts {
  readonly byPath: ReadonlyMap<string, Post>;
  readonly pairing: Pairing;
  readonly site: SiteIndex;
  /** Files that could not be read, with why. */
  readonly unreadable: readonly string[];
}

/** Reads one post. @throws {UnreadableInput} */
export async function readPost(file: string): Promise<Post> {
  const { path, text } = await readText(file);
  const issue = parseIssue(text);
  return { path, text, issue, facts: describePost(path, issue, await loadIdentify()) };
}

/**
 * Reads and pairs `files`; those that cannot be read are named in the result.
 *
 * @param siteUrls see `ProjectRules.siteUrls`
 */
export async function readPosts(files: readonly string[], sourceLocale: string | undefined, siteUrls: readonly string[] = []): Promise<Posts> {
  const byPath = new Map<string, Post>();
  const unreadable: string[] = [];
  for (const file of files) {
    try {
      const post = await readPost(file);
      byPath.set(post.path, post);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      unreadable.push(error.message);
    }
  }
  const pairing = pairPosts([...byPath.values()].map(({ facts }) => facts), { sourceLocale });
  return { byPath, pairing, site: buildSite(pairing, siteUrls), unreadable };
}
