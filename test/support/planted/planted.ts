// Plants changes in a pair and says which alignment is right afterwards.
import type { BlockLink, KnownPair } from './pair.js';
import type { Plant } from './plant.js';
import { additionPlants } from './plants/additions.js';
import { evidencePlants } from './plants/evidence.js';
import { orderPlants } from './plants/order.js';
import { paragraphPlants } from './plants/paragraphs.js';
import { titlePlants } from './plants/titles.js';
import type { Random } from './random.js';
import { linesOfPieces, originsOf, plantable, type Line } from './text.js';
import { writerFor } from './words.js';

/** All kinds of change. */
export const plants: readonly Plant[] = [
  ...orderPlants,
  ...paragraphPlants,
  ...titlePlants,
  ...evidencePlants,
  ...additionPlants,
];

/** A source, a changed target, and what is right. */
export interface Planted {
  readonly pair: KnownPair;
  /** The changed target. */
  readonly target: string;
  /** Links that are right, between blocks of the source and of the changed target. */
  readonly links: readonly BlockLink[];
  /** Links that are right as well, and not missed: those to the second copy of something. */
  readonly copies: readonly BlockLink[];
  /** Blocks that the change concerns: the plant's own success is counted on them. */
  readonly touched: { readonly source: ReadonlySet<number>; readonly target: ReadonlySet<number> };
}

/** A pair as it is, with nothing planted. */
export function unplanted(pair: KnownPair): Planted {
  return judged(pair, linesOf(pair));
}

/** Plants one after the other what `kinds` say. Undefined where one of them has no place, or Markdown read it otherwise than it was meant. */
export function plantIn(pair: KnownPair, kinds: readonly Plant[], random: Random): Planted | undefined {
  let lines = linesOf(pair);
  let joins = 0;
  for (const kind of kinds) {
    const text = plantable(lines);
    if (!text) return undefined;
    const byTarget = linksBy(pair.links, 'target');
    const bySource = linksBy(pair.links, 'source');
    const simple = (from: readonly number[]): number | undefined => {
      const sources = from.length === 1 ? byTarget.get(from[0]!) : undefined;
      return sources?.length === 1 && bySource.get(sources[0]!.source)!.length === 1 ? sources[0]!.source : undefined;
    };
    const sourceLines = pair.source.split('\n');
    const sourceBlocks = pair.ruler(pair.source);
    const planting = kind.plant({
      text,
      random,
      writer: writerFor(pair.source, pair.target, random),
      simple: (piece) =>
        simple(originsOf(piece)) !== undefined && piece.lines.every(({ from, copy }) => from.length === 1 && !copy),
      sourceOf: (piece) => {
        const { first, last } = sourceBlocks[simple(originsOf(piece))!]!;
        return sourceLines.slice(first, last + 1).join('\n');
      },
    });
    if (!planting) return undefined;
    lines = linesOfPieces(planting.pieces);
    joins += planting.joins ?? 0;
  }
  const planted = judged(pair, lines);
  return originsOfBlocks(planted.target, pair, lines).filter(({ from }) => from.length > 1).length <= joins
    ? planted
    : undefined;
}

function linesOf(pair: KnownPair): Line[] {
  const lines = pair.target
    .split('\n')
    .map((text): Line & { from: number[] } => ({ text, from: [], copy: false, touched: false }));
  pair.ruler(pair.target).forEach(({ first, last }, i) => {
    for (const line of lines.slice(first, last + 1)) line.from.push(i);
  });
  return lines;
}

function originsOfBlocks(
  target: string,
  pair: KnownPair,
  lines: readonly Line[],
): { from: number[]; copy: boolean; touched: boolean }[] {
  return pair.ruler(target).map(({ first, last }) => {
    const own = lines.slice(first, last + 1);
    return {
      from: [...new Set(own.flatMap(({ from }) => from))],
      copy: own.some(({ copy }) => copy),
      touched: own.some(({ touched }) => touched),
    };
  });
}

function judged(pair: KnownPair, lines: readonly Line[]): Planted {
  const target = lines.map(({ text }) => text).join('\n');
  const blocks = originsOfBlocks(target, pair, lines);
  const byTarget = linksBy(pair.links, 'target');
  const [links, copies]: [BlockLink[], BlockLink[]] = [[], []];
  const touched = { source: new Set<number>(), target: new Set<number>() };
  const left = new Set<number>();
  blocks.forEach((block, i) => {
    if (block.touched) touched.target.add(i);
    const seen = new Set<number>();
    for (const origin of block.from) {
      left.add(origin);
      for (const { source } of byTarget.get(origin) ?? []) {
        if (block.touched) touched.source.add(source);
        if (seen.has(source)) continue;
        seen.add(source);
        (block.copy ? copies : links).push({ source, target: i });
      }
    }
  });
  for (const [target, gone] of byTarget)
    if (!left.has(target)) for (const { source } of gone) touched.source.add(source);
  return { pair, target, links, copies, touched };
}

function linksBy(links: readonly BlockLink[], side: 'source' | 'target'): Map<number, BlockLink[]> {
  const map = new Map<number, BlockLink[]>();
  for (const link of links) map.set(link[side], [...(map.get(link[side]) ?? []), link]);
  return map;
}
