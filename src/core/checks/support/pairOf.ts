// A check of one post can be asked about a translation too, and then be silent on what other checks say better.
import type { PairContext, PostContext } from '../check.js';

/** The pair that a post is looked at in; undefined where it is looked at by itself. */
export function pairOf(context: PostContext): PairContext | undefined {
  return 'source' in context ? (context as PairContext) : undefined;
}
