// Files to posts: read, parsed and paired.
import { loadIdentify } from '../core/language/identify.js';
import { describePost } from '../core/pair/facts.js';
import { pairPosts } from '../core/pair/pair.js';
import type { Pairing, PostFacts } from '../core/pair/pairing.js';
import { parseIssue } from '../core/parse/issue.js';
import { buildSite, type SiteIndex } from '../core/site/siteIndex.js';
import { UnreadableInput } from './arguments.js';
import { readPostText } from './postText.js';
import { Reader, type Post } from './reader.js';
import { withShared } from './sharedWords.js';

export type { Post };

/** What pairing knows of a file, or why it cannot be read. */
export type DescribedPost = { readonly facts: PostFacts } | { readonly unreadable: string };

/** Describes files, in the order given. */
export type Describe = (files: readonly string[]) => Promise<readonly DescribedPost[]>;

/** Many posts, and what translates what among them. Of most only the facts are kept: thousands of texts are too many. */
export interface Posts {
  readonly facts: ReadonlyMap<string, PostFacts>;
  readonly pairing: Pairing;
  readonly site: SiteIndex;
  /** See `ProjectRules.siteUrls`. */
  readonly siteUrls: readonly string[];
  /** Files that could not be read, with why. */
  readonly unreadable: readonly string[];
  /** What a post is among them; undefined for one that is no newsletter issue. */
  roleOf(path: string): Role | undefined;
  /** One of them; undefined for any other path, and for a file that can no longer be read. */
  post(path: string): Post | undefined;
  /** One of them; undefined for any other path. @throws {UnreadableInput} if it can no longer be read */
  read(path: string): Post | undefined;
}

/** What a post is among others. */
export interface Role {
  /** Path of what it translates. */
  readonly source: string | undefined;
  /** Whether it is a translation whose source was not found. */
  readonly sourceMissing: boolean;
}

/** Reads one post. @throws {UnreadableInput} */
export async function readPost(file: string): Promise<Post> {
  const { path, text } = readPostText(file);
  const issue = parseIssue(text);
  return { path, text, issue, facts: describePost(path, issue, await loadIdentify()) };
}

/**
 * Reads and pairs `files`; those that cannot be read are named in the result.
 *
 * @param siteUrls see `ProjectRules.siteUrls`
 * @param describe what reads them; this thread unless given
 */
export async function readPosts(
  files: readonly string[],
  sourceLocale: string | undefined,
  siteUrls: readonly string[] = [],
  describe?: Describe,
): Promise<Posts> {
  const reader = new Reader();
  const described = describe ? await describe(files) : await describeAll(files, reader);
  const facts = new Map<string, PostFacts>();
  const unreadable: string[] = [];
  const shared = new Map<string, string>();
  for (const one of described) {
    if ('unreadable' in one) unreadable.push(one.unreadable);
    else facts.set(one.facts.path, withShared(one.facts, shared));
  }
  return pairedPosts(facts, pairPosts([...facts.values()], { sourceLocale }), siteUrls, reader, unreadable);
}

async function describeAll(files: readonly string[], reader: Reader): Promise<DescribedPost[]> {
  const described: DescribedPost[] = [];
  for (const file of files) {
    const one = await reader.describe(file);
    described.push('unreadable' in one ? one : { facts: one.facts! });
  }
  return described;
}

/** The posts of a pairing. @param reader what reads their texts */
export function pairedPosts(
  described: ReadonlyMap<string, PostFacts>,
  pairing: Pairing,
  siteUrls: readonly string[],
  reader: Reader,
  unreadable: readonly string[] = [],
): Posts {
  const roles = rolesIn(pairing);
  const facts = new Map(described);
  for (const { translations } of pairing.issues) for (const { post } of translations) facts.set(post.path, post); // pairing knows what has just begun
  const read = (path: string): Post | undefined => {
    const known = facts.get(path);
    return known && reader.post(path, known);
  };
  return {
    facts,
    pairing,
    siteUrls,
    unreadable,
    read,
    site: buildSite(pairing, siteUrls),
    roleOf: (path) => roles.get(path),
    post: (path) => ifReadable(() => read(path)),
  };
}

/** By path; an issue's posts stand one behind the other, its source first. */
export function rolesIn({ issues, unpaired }: Pairing): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const { source, translations } of issues) {
    roles.set(source.path, { source: undefined, sourceMissing: false });
    for (const { post } of translations) roles.set(post.path, { source: source.path, sourceMissing: false });
  }
  for (const { post } of unpaired) roles.set(post.path, { source: undefined, sourceMissing: true });
  return roles;
}

/** Undefined for what cannot be read. */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableInput) return undefined;
    throw error;
  }
}
