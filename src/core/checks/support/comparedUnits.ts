// The units whose two sides are compared word by word, number by number.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import { oncePerBlock } from '../../text/remember.js';
import { textWeight } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { isHeldTitle, leastConfidence } from './comparable.js';
import { copiesIn } from './copies.js';
import { oncePer } from './memo.js';
import { perUnit } from './perRow.js';
import { readable, type Readable } from './readable.js';

/** A unit with the readable text of both of its sides. */
export interface ComparedUnit {
  readonly unit: Unit;
  /** Its place among the alignment's units. */
  readonly index: number;
  readonly source: readonly Readable[];
  readonly target: readonly Readable[];
}

/** A translation of less than this share of the usual length leaves something out: its details are not what is wrong. */
const leastShare = 0.55;
/** Headings and other short texts are now short, now long. */
const shortText = 60;
/** Nobody wrote a paragraph of so many characters; comparing its details would take minutes. */
const longest = 30_000;

/** Of two equal texts, one of which stands in the place of another text, either may be the wrong one: both. */
export const pastedBlocks = oncePer(
  (context: PairContext): ReadonlySet<Block> =>
    new Set(copiesIn(context).flatMap(({ blocks, of, source }) => (source ? [...blocks, of] : []))),
);

/** For each unit whether it is compared: translated, sure enough and whole enough that what is missing in it is missing by itself. */
export const areCompared = oncePer((context: PairContext): readonly boolean[] => {
  const pasted = pastedBlocks(context);
  const { units } = context.alignment;
  const compared = units.map(
    (unit) =>
      isSureUnit(unit, context) &&
      !unit.target.some((block) => pasted.has(block)) &&
      unit.source.every(isReadable) &&
      unit.target.every(isReadable),
  );
  const weights = units.map((unit, i) =>
    compared[i] ? { source: weight(unit.source), target: weight(unit.target) } : undefined,
  );
  const sum = (side: 'source' | 'target'): number => weights.reduce((all, one) => all + (one?.[side] ?? 0), 0);
  const usual = sum('target') / Math.max(1, sum('source'));
  return weights.map(
    (one) => one !== undefined && (one.source < shortText || one.target >= leastShare * usual * one.source),
  );
});

/** Whether a unit is translated text, and its two sides surely each other's. */
export function isSureUnit(unit: Unit, context: PairContext): boolean {
  return (
    (unit.state === 'translated' || unit.state === 'moved') &&
    unit.kind !== 'code' &&
    unit.kind !== 'html' &&
    (unit.confidence >= leastConfidence || isHeldTitle(unit, context))
  );
}

/** What `look` finds in the units that are compared. See `perUnit`. */
export function perComparedUnit<Value>(
  look: (compared: ComparedUnit, context: PairContext) => readonly Value[],
): (context: PairContext) => readonly Value[] {
  return perUnit(
    (unit, context, index) => (areCompared(context)[index] ? look(readUnit(unit, context, index), context) : []),
    { each: areCompared },
  );
}

function readUnit(unit: Unit, { source, target }: PairContext, index: number): ComparedUnit {
  return {
    unit,
    index,
    source: unit.source.map((block) => readable(source, block)),
    target: unit.target.map((block) => readable(target, block)),
  };
}

function isReadable({ span }: Block): boolean {
  return span.end - span.start <= longest;
}

function weight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockWeight(block), 0);
}

const blockWeight = oncePerBlock(({ text }: Block): number => textWeight(text));
