// A language's earlier issues beside their sources, for what recurs in them.
import { alignIssues } from '../core/align/align.js';
import type { Alignment } from '../core/align/alignment.js';
import type { Placing } from '../core/start/place.js';
import { earlierPairs } from '../core/start/start.js';
import type { Posts } from './posts.js';

/** The pairs that `placing` asks for, aligned, as far as they can be read. */
export function alignedEarlier(placing: Omit<Placing, 'today'>, posts: Posts): Alignment[] {
  const aligned: Alignment[] = [];
  for (const pair of earlierPairs(placing)) {
    const [from, to] = [posts.post(pair.source.path), posts.post(pair.target.path)];
    if (from && to) aligned.push(alignIssues(from.issue, to.issue));
  }
  return aligned;
}
