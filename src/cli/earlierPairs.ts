// A language's earlier issues beside their sources, for what recurs in them.
import { alignIssues } from '../core/align/align.js';
import type { Alignment } from '../core/align/alignment.js';
import type { Placing } from '../core/start/place.js';
import { earlierPairs } from '../core/start/start.js';
import type { Post } from './posts.js';

/** The pairs that `placing` asks for, aligned, as far as they were read. @param byPath the posts that were */
export function alignedEarlier(placing: Omit<Placing, 'today'>, byPath: ReadonlyMap<string, Post>): Alignment[] {
  return earlierPairs(placing).flatMap((pair) => {
    const [from, to] = [byPath.get(pair.source.path), byPath.get(pair.target.path)];
    return from && to ? [alignIssues(from.issue, to.issue)] : [];
  });
}
