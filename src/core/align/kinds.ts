// How well kinds of block go together.
import type { BlockKind } from '../model.js';

/** How well kinds go together; what is not named does badly. */
const kindScores: Readonly<Record<BlockKind, Partial<Record<BlockKind, number>>>> = {
  heading: { heading: 1.2, title: 0.4, paragraph: -2.5, 'list-item': -2 },
  title: { title: 1.2, paragraph: -0.8, 'list-item': -0.5, caption: -1.5 },
  paragraph: { paragraph: 1, 'list-item': 0.2, caption: -0.2, html: -1 },
  'list-item': { 'list-item': 1, table: -2 },
  caption: { caption: 1, 'list-item': -1 },
  image: { image: 1, html: -0.5 },
  code: { code: 1, paragraph: -2.5 },
  table: { table: 1, paragraph: -2, html: -1 },
  html: { html: 1 },
};
/** The score of kinds that never translate each other. */
export const unlikeKinds = -7;

/** All of them, both ways: the aligner asks for each two blocks that it compares. */
const table = new Map<BlockKind, ReadonlyMap<BlockKind, number>>();
const kinds = Object.keys(kindScores) as BlockKind[];
for (const a of kinds)
  table.set(a, new Map(kinds.map((b) => [b, kindScores[a][b] ?? kindScores[b][a] ?? unlikeKinds])));

/** How well two kinds of block go together. */
export function kindScore(a: BlockKind, b: BlockKind): number {
  return table.get(a)!.get(b)!;
}
