// From what pairing says of a post to the post itself, as it stands now.
import type * as vscode from 'vscode';
import type { PostFacts } from '../core/pair/pairing.js';
import type { Post } from './posts.js';
import type { Services } from './services.js';
import { wait } from './timing.js';

type Reading = Pick<Services, 'index' | 'posts'>;

/** Unsaved edits included; undefined if it cannot be read. @param near any file of the same workspace */
export async function postOf(
  { path }: PostFacts,
  near: vscode.Uri,
  { index, posts }: Reading,
): Promise<Post | undefined> {
  const uri = index.uriOf(path, near);
  return uri && posts.at(uri);
}

/** Those of them that can be read, one after the other; others get their turn in between. */
export async function* postsOf(
  all: readonly PostFacts[],
  near: vscode.Uri,
  reading: Reading,
): AsyncGenerator<{ readonly facts: PostFacts; readonly post: Post }> {
  for (const facts of all) {
    const post = await postOf(facts, near, reading);
    if (post) yield { facts, post };
    await wait();
  }
}
