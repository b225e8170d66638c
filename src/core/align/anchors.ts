// Anchors: pairs of blocks that rare evidence ties so well that they can only belong together.
import { kindScore } from './kinds.js';
import type { Block } from '../model.js';
import type { FeatureSpace } from './features.js';

/** Source block and target block, by index, and the weight of what ties them. */
export interface Anchor {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** A feature that stands more often than this in one of the texts names nothing. */
const rare = 3;
const weakFactor = 0.35;
const leastWeight = 3;
const leastLead = 1;
/** Kinds that go together worse are no anchor, whatever names they share: a title names what its text is about. */
const likeKinds = 0;

/**
 * The anchors of two issues, by source index: pairs of which each is by far the other's best. Found through the rare
 * features alone, so in time linear in their number.
 */
export function findAnchors(source: readonly Block[], target: readonly Block[], space: FeatureSpace): Anchor[] {
  const ties = collectTies(source, target, space);
  const bestOfTarget = new Map<number, { source: number; weight: number; second: number }>();
  for (const [s, row] of ties.entries()) {
    for (const [t, weight] of row) {
      const best = bestOfTarget.get(t);
      if (!best || weight > best.weight) bestOfTarget.set(t, { source: s, weight, second: best?.weight ?? 0 });
      else if (weight > best.second) best.second = weight;
    }
  }
  const anchors: Anchor[] = [];
  for (const [s, row] of ties.entries()) {
    const [best, second] = [...row].sort((a, b) => b[1] - a[1]);
    if (!best || best[1] < leastWeight || best[1] - (second?.[1] ?? 0) < leastLead) continue;
    const back = bestOfTarget.get(best[0])!;
    if (back.source === s && back.weight - back.second >= leastLead)
      anchors.push({ source: s, target: best[0], weight: best[1] });
  }
  return anchors;
}

const none: readonly number[] = [];

function collectTies(source: readonly Block[], target: readonly Block[], space: FeatureSpace): Map<number, number>[] {
  const holders: (number[] | undefined)[] = new Array<undefined>(space.keys.length).fill(undefined);
  const isRare = (id: number): boolean => space.sourceCounts[id]! <= rare && space.targetCounts[id]! <= rare;
  for (const [t, { strong, weak }] of space.target.entries()) {
    for (const ids of [strong, weak]) for (const id of ids) if (isRare(id)) (holders[id] ??= []).push(t);
  }
  return space.source.map(({ strong, weak }, s) => {
    const { kind } = source[s]!;
    const row = new Map<number, number>();
    const tie = (ids: readonly number[], factor: number): void => {
      for (const id of ids) {
        for (const t of holders[id] ?? none) {
          const kinds = kindScore(kind, target[t]!.kind);
          if (kinds >= likeKinds) row.set(t, (row.get(t) ?? kinds) + space.weights[id]! * factor);
        }
      }
    };
    tie(strong, 1);
    tie(weak, weakFactor);
    return row;
  });
}

/** The heaviest chain of anchors that rises on both sides. Ascending by source. */
export function heaviestChain(anchors: readonly Anchor[]): Anchor[] {
  const sorted = [...anchors].sort((a, b) => a.source - b.source || b.target - a.target);
  const size = Math.max(0, ...sorted.map((anchor) => anchor.target)) + 1;
  // A Fenwick tree over target indexes holds the best chain that ends at or before each.
  const tree: number[] = new Array<number>(size + 1).fill(-1);
  const total: number[] = [];
  const before: number[] = [];
  const better = (a: number, b: number): number => (a < 0 || (b >= 0 && total[b]! > total[a]!) ? b : a);
  sorted.forEach((anchor, i) => {
    let best = -1;
    for (let at = anchor.target; at > 0; at -= at & -at) best = better(best, tree[at]!);
    before[i] = best;
    total[i] = anchor.weight + (best < 0 ? 0 : total[best]!);
    for (let at = anchor.target + 1; at <= size; at += at & -at) tree[at] = better(tree[at]!, i);
  });
  let end = sorted.length > 0 ? 0 : -1;
  for (let i = 1; i < sorted.length; i++) if (total[i]! > total[end]!) end = i;
  const chain: Anchor[] = [];
  for (; end >= 0; end = before[end]!) chain.push(sorted[end]!);
  return chain.reverse();
}
