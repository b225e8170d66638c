// A check of one post that says more where the source is known.
import type { PairContext, PostContext } from '../check.js';

/** The context with the source, if there is one: checks of posts run on translations too. */
export function asPair(context: PostContext): PairContext | undefined {
  return 'alignment' in context ? (context as PairContext) : undefined;
}
