// Sentences of a translated text that are still the source's.
import type { Unit } from '../../align/alignment.js';
import { comparedWords } from '../../align/blockWords.js';
import type { Block, Issue } from '../../model.js';
import { textWeight } from '../../text/words.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { isComparable, relativeLength } from './lengths.js';
import { leftoverBlocks } from './leftovers.js';
import { hidden, proseOf } from './mask.js';
import { oncePer } from './memo.js';
import { ordinaryWords } from './untranslated.js';

/** A sentence that was not translated, inside a text that was. */
export interface ForeignSentence {
  readonly text: string;
  readonly span: Span;
  readonly source: Span;
  /** Whether the rest of the text is long enough to hold its translation as well: it stands beside that. */
  readonly isBeside: boolean;
}

const fewestWords = 5;
const fewestOrdinary = 2;
/** From this share of the expected length on, a text says all that its source says. */
const wholeShare = 0.75;

/** What is quoted, or said aside, may be meant to be in the source's words; so may a linked title. */
const quotation = /^[\s*_]*["“”«‘'(（「『]/u;
const wholeLink = new RegExp(`^(?:[-+*>]\\s+)?[\\s*_]*\\[[^\\]${hidden}]*${hidden}+[\\s*_.!?]*$`, 'u');

/** The foreign sentences of a pair, in the source's order. */
export const foreignSentences = oncePer((context: PairContext): readonly ForeignSentence[] => context.alignment.units.flatMap((unit) => (isComparable(unit) ? inUnit(unit, context) : [])));

function inUnit(unit: Unit, context: PairContext): ForeignSentence[] {
  const known = new Set(unit.source.flatMap((block) => sentencesOf(readable(context.source, block))).map(({ text }) => keyOf(text)));
  const told = new Set(leftoverBlocks(context).map(({ block }) => block));
  const found = unit.target.filter((block) => !told.has(block)).flatMap((block) =>
    sentencesOf(readable(context.target, block)).filter(({ text }) => isSentenceOfSource(text, known, context)).map(({ text, start }) => ({ block, text, start })),
  );
  if (found.length === 0) return [];
  const all = unit.target.flatMap((block) => sentencesOf(readable(context.target, block)));
  if (found.length === all.length) return [];
  const isBeside = restIsWhole(unit, found.map(({ text }) => text), context);
  const source = { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end };
  return found.map(({ block, text, start }) => {
    const from = block.span.start + start;
    return { text: shown(text), span: { start: from, end: from + text.length }, source, isBeside };
  });
}

/** Without the brackets of links and the signs of emphasis. */
function shown(text: string): string {
  return text.replaceAll(hidden, '').replace(/[[\]*_]+/g, '').replace(/^(?:[-+>]|\d+[.)])\s+/, '');
}

function isSentenceOfSource(text: string, known: ReadonlySet<string>, context: PairContext): boolean {
  if (quotation.test(text) || wholeLink.test(text)) return false;
  const words = comparedWords(text.replaceAll(hidden, ' ')).filter(({ hasLetter }) => hasLetter);
  return words.length >= fewestWords && known.has(keyOf(text)) && ordinaryWords(words, context) >= fewestOrdinary;
}

function restIsWhole(unit: Unit, sentences: readonly string[], context: PairContext): boolean {
  const length = relativeLength(context, unit);
  if (!length) return false;
  const foreign = sentences.reduce((sum, text) => sum + textWeight(text.replaceAll(hidden, '')), 0);
  const whole = unit.target.reduce((sum, block) => sum + textWeight(block.text), 0);
  return length.share * (1 - foreign / Math.max(1, whole)) >= wholeShare;
}

/** A block as it is written, `hidden` in place of addresses and of what is no prose. */
function readable(issue: Issue, block: Block): string {
  const characters = proseOf(issue, block, 'keep links').split('');
  const hide = (start: number, end: number): void => void characters.fill(hidden, Math.max(0, start - block.span.start), Math.max(0, end - block.span.start));
  for (const { form, span, textSpan } of block.links) {
    if (form === 'bare' || form === 'autolink') hide(span.start, span.end);
    else hide(textSpan.end, span.end);
  }
  for (const { span } of block.images) hide(span.start, span.end);
  return characters.join('');
}

function keyOf(text: string): string {
  return comparedWords(text.replaceAll(hidden, ' ')).map(({ folded }) => folded).join(' ');
}
