// The units whose two sides are compared word by word, number by number.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import { oncePerBlock } from '../../text/remember.js';
import { textWeight } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { isHeldTitle, leastConfidence } from './comparable.js';
import { copiesIn } from './copies.js';
import { oncePer } from './memo.js';
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
export const pastedBlocks = oncePer((context: PairContext): ReadonlySet<Block> => new Set(copiesIn(context).flatMap(({ blocks, of, source }) => (source ? [...blocks, of] : []))));

/** Translated units, sure enough and whole enough that what is missing in them is missing by itself. */
export const comparedUnits = oncePer((context: PairContext): readonly ComparedUnit[] => {
  const pasted = pastedBlocks(context);
  const units = context.alignment.units.map((unit, index) => ({
    unit, index,
    source: unit.source.map((block) => readable(context.source, block)),
    target: unit.target.map((block) => readable(context.target, block)),
  }));
  const translated = units.filter(({ unit }) => (unit.state === 'translated' || unit.state === 'moved') && (unit.confidence >= leastConfidence || isHeldTitle(unit, context)) && unit.kind !== 'code' && unit.kind !== 'html' && !unit.target.some((block) => pasted.has(block)) && [...unit.source, ...unit.target].every(({ span }) => span.end - span.start <= longest));
  const usual = weight(translated, 'target') / Math.max(1, weight(translated, 'source'));
  return translated.filter((one) => weight([one], 'source') < shortText || weight([one], 'target') >= leastShare * usual * weight([one], 'source'));
});

function weight(units: readonly ComparedUnit[], side: 'source' | 'target'): number {
  return units.reduce((sum, { unit }) => sum + unit[side].reduce((all, block) => all + blockWeight(block), 0), 0);
}

const blockWeight = oncePerBlock(({ text }: Block): number => textWeight(text));
