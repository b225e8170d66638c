// Paragraphs of the source that stand in one of the translation, with nothing but a line break between them.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import { slice } from '../../text/span.js';
import { textWeight, unspaced } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { isComparable } from './comparable.js';
import { fitsBetterWith, mayHold } from './lengths.js';
import { oncePer } from './memo.js';
import { lookAgain, perUnit } from './perRow.js';
import { endsSentence } from './swallowed.js';

/** One paragraph of the translation, and where its parts begin. */
export interface RunTogether {
  readonly block: Block;
  /** The paragraphs that the source has for it, in order. */
  readonly source: readonly Block[];
  /** Where the second of them begins in the translation, the third…: offsets of lines in the target's text. */
  readonly starts: readonly number[];
}

/** How far from where the lengths of the source's paragraphs let expect it a break may be, as a share of the text. */
const mostOff = 0.15;
/** The same where the line is full, so that it may have been broken for its length alone. */
const mostOffFull = 0.1;

/** Of each unit whether a block of the source right before or behind it is missing. */
const besideMissing = oncePer(({ alignment: { units: all }, units: { ofSource } }: PairContext): readonly boolean[] => {
  const isMissing = (index: number): boolean => ofSource[index]?.state === 'missing';
  return all.map(
    ({ source }) => source.length > 0 && (isMissing(source[0]!.index - 1) || isMissing(source.at(-1)!.index + 1)),
  );
});

/** All of a translation. */
export const runTogetherParagraphs = perUnit(
  (unit, context): readonly RunTogether[] => {
    const [block] = unit.target;
    if (!isComparable(unit) || unit.target.length !== 1 || block!.kind !== 'paragraph') return [];
    const source = withHeld(context, unit);
    if (source.length < 2 || !source.every(({ kind }) => kind === 'paragraph')) return [];
    if (
      isArguments(slice(context.target.text, block!.span)) ||
      source.some(({ span }) => isArguments(slice(context.source.text, span)))
    )
      return [];
    const starts = breaksOf(context, block!, source);
    return starts ? [{ block: block!, source, starts }] : [];
  },
  { each: besideMissing },
);

/** What is handed to a template, `{% include … a0="` and on, looks like paragraphs and is none. */
function isArguments(raw: string): boolean {
  return /\{% *include\b[^%]*$|^[ \t]*\w+=["']/m.test(raw);
}

/** A unit's paragraphs of the source, with the one beside them that has none of its own and may be held by the unit's. */
function withHeld(context: PairContext, unit: Unit): readonly Block[] {
  const held = (index: number): Block[] => {
    const block = context.source.blocks[index];
    if (block?.kind !== 'paragraph' || context.units.ofSource[index]!.state !== 'missing') return [];
    lookAgain(context); // all of the pair tells how long is usual
    return mayHold(context, unit, block) ||
      fitsLines(context, unit, index < unit.source[0]!.index ? [block, ...unit.source] : [...unit.source, block], block)
      ? [block]
      : [];
  };
  const before = held(unit.source[0]!.index - 1);
  return before.length > 0 ? [...before, ...unit.source] : [...unit.source, ...held(unit.source.at(-1)!.index + 1)];
}

/** Whether the target has a line for each paragraph, about as long, and is as long as all of them. */
function fitsLines(context: PairContext, unit: Unit, paragraphs: readonly Block[], held: Block): boolean {
  const lines = linesOf(context, unit.target[0]!);
  if (
    lines.length !== paragraphs.length ||
    !lines.slice(0, -1).every(mayEndWith) ||
    !fitsBetterWith(context, unit, held)
  )
    return false;
  const [shares, expected] = [
    sharesOf(lines.map(({ text }) => weightOf(text))),
    sharesOf(paragraphs.map(({ span }) => weightOf(slice(context.source.text, span)))),
  ];
  return shares.every((share, i) => Math.abs(share - expected[i]!) <= mostOff);
}

function sharesOf(weights: readonly number[]): number[] {
  const all = sum(weights);
  return weights.map((weight) => weight / all);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A break for each of the source's, at the end of a line that ends a sentence; undefined where there are none. */
function breaksOf(context: PairContext, block: Block, paragraphs: readonly Block[]): number[] | undefined {
  const lines = linesOf(context, block);
  // As many lines as paragraphs: nothing breaks them but the paragraphs' ends.
  const isWrapped = lines.length !== paragraphs.length;
  const open = lines.slice(1).filter((_, i) => mayEndWith(lines[i]!));
  if (!isWrapped) return open.length === lines.length - 1 ? open.map(({ start }) => start) : undefined;
  const weights = paragraphs.map(({ span }) => weightOf(slice(context.source.text, span)));
  const whole = sum(weights);
  const all = sum(lines.map(({ text }) => weightOf(text)));
  const starts: number[] = [];
  for (let i = 1; i < paragraphs.length; i++) {
    const expected = sum(weights.slice(0, i)) / whole;
    const off = (line: Line): number =>
      Math.abs(sum(lines.filter(({ start }) => start < line.start).map(({ text }) => weightOf(text))) / all - expected);
    const nearest = open.filter(({ start }) => start > (starts.at(-1) ?? -1)).sort((a, b) => off(a) - off(b))[0];
    if (!nearest || off(nearest) > (isFull(lines, lines.indexOf(nearest) - 1) ? mostOffFull : mostOff))
      return undefined;
    starts.push(nearest.start);
  }
  return starts;
}

function linesOf({ target }: PairContext, { span }: Block): Line[] {
  return [...slice(target.text, span).matchAll(/[^\n]+/g)].map((match): Line => ({
    start: span.start + match.index,
    text: match[0],
  }));
}

/** Whether a paragraph may end with a line: with a sentence, and not because somebody asked for a line break. */
function mayEndWith({ text }: Line): boolean {
  return endsSentence(text) && !/(?: {2}|\\|<br ?\/?>)\r?$/.test(text);
}

/** Whether line `i` has no room for the next one's first word. Scripts without spaces are broken anywhere. */
function isFull(lines: readonly Line[], i: number): boolean {
  const text = lines[i]!.text.trimEnd();
  const longest = Math.max(...lines.map((line) => line.text.trimEnd().length));
  return !unspaced.test(text) && longest - text.length <= /^\s*(\S*)/.exec(lines[i + 1]!.text)![1]!.length;
}

/** How much room the words of a text take, without the addresses and labels of its links. */
function weightOf(raw: string): number {
  return textWeight(raw.replace(/\]\([^)\n]*\)|\]\[[^\]\n]*\]/g, ']'));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
