// Which groups of blocks may form a unit at all.
import type { Block, BlockKind } from '../model.js';
import type { Anchor } from './anchors.js';
import { originalsIn } from './copies.js';
import type { Group } from './similarity.js';

/** Whether two groups may form a unit. */
export type Allowed = (source: Group, target: Group) => boolean;

/** Kinds that translators merge and split: running text, and a title with the text under it. */
const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'caption', 'title', 'table', 'html']);

/** No unit tears an anchor apart; only running text is merged or split, and a text that stands there twice is no split. */
export function allowance(source: readonly Block[], target: readonly Block[], anchors: readonly Anchor[]): Allowed {
  const anchorOfSource = new Int32Array(source.length).fill(-1);
  const anchorOfTarget = new Int32Array(target.length).fill(-1);
  for (const anchor of anchors)
    [anchorOfSource[anchor.source], anchorOfTarget[anchor.target]] = [anchor.target, anchor.source];
  const joins = { source: joinable(source), target: joinable(target) };
  return (s, t) => {
    if (s.count + t.count > 2 && !(joins.source(s) && joins.target(t))) return false;
    return keeps(s, t, anchorOfSource) && keeps(t, s, anchorOfTarget);
  };
}

function keeps(group: Group, other: Group, anchorOf: Int32Array): boolean {
  for (let i = group.from; i < group.from + group.count; i++) {
    const end = anchorOf[i]!;
    if (end >= 0 && (end < other.from || end >= other.from + other.count)) return false;
  }
  return true;
}

/** Whether a group can be what was one block on the other side, or several if it is one. */
function joinable(blocks: readonly Block[]): (group: Group) => boolean {
  const original = originalsIn(blocks);
  const runs = blocks.map(({ kind }) => running.has(kind));
  const follows = blocks.map(({ kind }, i) => runs[i]! && kind !== 'title');
  return ({ from, count }) => {
    if (!runs[from]) return false;
    for (let i = from + 1; i < from + count; i++) if (!follows[i] || original[i]! >= from) return false;
    return true;
  };
}
