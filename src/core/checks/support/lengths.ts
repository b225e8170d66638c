// How long the translation of a text is in this pair, learnt from the pair itself.
import type { Unit } from '../../align/alignment.js';
import type { Block, BlockKind } from '../../model.js';
import { oncePerBlock } from '../../text/remember.js';
import { textWeight } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { leastConfidence } from './comparable.js';
import { oncePer } from './memo.js';

/** How a unit's target compares with what its source lets expect. */
export interface RelativeLength {
  /** Of the expected length; 1 is just that. */
  readonly share: number;
  /** By how many spreads of the pair's units it is off; negative if too short. */
  readonly deviation: number;
}

const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'caption']);
/** Fewer units tell nothing of a pair. */
const fewestUnits = 8;
/** Shorter texts vary too much to learn from. In Latin letters. */
const leastLearnt = 60;
/** Room on top of every text, so that short ones never differ much. */
const floor = 12;
/** No translator is more even than this. */
const leastSpread = 0.1;
/** From the median deviation to the standard one, if lengths were distributed normally. */
const toStandard = 1.4826;

/** How much room the text of blocks takes, without addresses and what a site's template fills in; comparable across scripts. */
export function weightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + roomOf(block), 0);
}

const roomOf = oncePerBlock(({ text }: Block): number =>
  textWeight(text.replace(/https?:\/\/[^\s)\]]+|\{\{[^{}\n]*\}\}/g, '')),
);

/** Whether a unit is running text that was translated, as far as can be told. */
export function isComparable(unit: Unit): boolean {
  return (unit.state === 'translated' || unit.state === 'moved') && isSureText(unit);
}

/** Whether a unit is running text on both sides that surely belongs together. */
export function isSureText(unit: Unit): boolean {
  return (
    unit.source.length > 0 &&
    unit.target.length > 0 &&
    unit.confidence >= leastConfidence &&
    [...unit.source, ...unit.target].every(({ kind }) => running.has(kind))
  );
}

const learnt = oncePer((context: PairContext): { readonly middle: number; readonly spread: number } | undefined => {
  const logs = context.alignment.units
    .filter((unit) => isComparable(unit) && weightOf(unit.source) >= leastLearnt)
    .map((unit) => logRatio(weightOf(unit.source), weightOf(unit.target)));
  if (logs.length < fewestUnits) return undefined;
  const middle = median(logs);
  return { middle, spread: Math.max(leastSpread, toStandard * median(logs.map((log) => Math.abs(log - middle)))) };
});

/** What of the whole pair `relativeLength` and `mayHold` hang on. */
export function aboutLengths(context: PairContext): readonly unknown[] {
  const usual = learnt(context);
  return [usual?.middle, usual?.spread];
}

/** How long a unit's target is for its source; undefined where the pair is too small to tell. */
export function relativeLength(context: PairContext, unit: Unit): RelativeLength | undefined {
  const usual = learnt(context);
  if (!usual) return undefined;
  const log = logRatio(weightOf(unit.source), weightOf(unit.target)) - usual.middle;
  return { share: Math.exp(log), deviation: log / usual.spread };
}

/** Whether a unit's target is so long that it may hold the translation of `block` of the source as well. */
export function mayHold(context: PairContext, unit: Unit, block: Block): boolean {
  const held = lengthsWith(context, unit, block);
  return held !== undefined && held.without > held.spread && Math.abs(held.with) < held.without;
}

/** Whether a unit's target is as long as its source with `block` lets expect, rather than without it: no proof by itself. */
export function fitsBetterWith(context: PairContext, unit: Unit, block: Block): boolean {
  const held = lengthsWith(context, unit, block);
  return held !== undefined && Math.abs(held.with) < Math.abs(held.without);
}

/** How far a target's length is off, as a logarithm, without `block` of the source and with it. */
function lengthsWith(
  context: PairContext,
  unit: Unit,
  block: Block,
): { readonly without: number; readonly with: number; readonly spread: number } | undefined {
  const usual = learnt(context);
  if (!usual || !isComparable(unit)) return undefined;
  const [without, target] = [weightOf(unit.source), weightOf(unit.target)];
  const off = (source: number): number => logRatio(source, target) - usual.middle;
  return { without: off(without), with: off(without + weightOf([block])), spread: usual.spread };
}

function logRatio(source: number, target: number): number {
  return Math.log((target + floor) / (source + floor));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
