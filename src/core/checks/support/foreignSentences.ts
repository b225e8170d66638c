// Sentences of a translated text that are still the source's.
import type { Unit } from '../../align/alignment.js';
import { comparedWords } from '../../align/blockWords.js';
import type { Block, Issue } from '../../model.js';
import { textWeight } from '../../text/words.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { isComparable, relativeLength } from './lengths.js';
import { isNoName, leftoverBlocks } from './leftovers.js';
import { hidden } from './mask.js';
import { oncePer } from './memo.js';
import { readable } from './readable.js';

/** Sentences that were not translated, one behind the other, inside a text that was. */
export interface ForeignSentence {
  readonly text: string;
  readonly span: Span;
  readonly source: Span;
  /** Whether the rest of the text is long enough to hold its translation as well: it stands beside that. */
  readonly isBeside: boolean;
}

const fewestWords = 5;
/** From this share of the expected length on, a text says all that its source says. */
const wholeShare = 0.75;

/** What is quoted, or said aside, may be meant to be in the source's words; so may a linked title. */
const quotation = /^[\s*_]*["“”«‘'(（「『]/u;
const mostlyLink = 0.9;
const leadingHidden = new RegExp(`^[${hidden}\\s]*`);

/** The foreign sentences of a pair, in the source's order. */
export const foreignSentences = oncePer((context: PairContext): readonly ForeignSentence[] => context.alignment.units.flatMap((unit) => (isComparable(unit) ? inUnit(unit, context) : [])));

function inUnit(unit: Unit, context: PairContext): ForeignSentence[] {
  const told = new Set(leftoverBlocks(context).map(({ block }) => block));
  const target = unit.target.filter((block) => !told.has(block));
  const all = target.flatMap((block) => sentencesIn(context.target, block));
  const known = new Set(unit.source.flatMap((block) => sentencesIn(context.source, block)).map(({ text }) => keyOf(text)));
  const found = all.filter((sentence) => isOfSource(sentence, known, context));
  if (found.length === 0 || found.length === all.length) return [];
  const isBeside = restIsWhole(unit, found.map(({ text }) => text), context);
  const source = { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end };
  return runsOf(found, context.target).map((span) => ({ text: shown(context.target.text.slice(span.start, span.end)), span, source, isBeside }));
}

/** Between two foreign sentences so little is foreign too: a short one with a link, a name. In UTF-16 code units. */
const longestGap = 60;

function runsOf(found: readonly PlacedSentence[], { text }: Issue): Span[] {
  const runs: Span[] = [];
  for (const { span } of found) {
    const last = runs.at(-1);
    if (last && span.start - last.end <= longestGap && !/\n[ \t\r]*\n/.test(text.slice(last.end, span.start))) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

interface PlacedSentence {
  /** As it is written, `hidden` in place of what is no text. */
  readonly text: string;
  readonly span: Span;
  /** Whether it is a link and nothing else. */
  readonly isLink: boolean;
}

function sentencesIn(issue: Issue, block: Block): PlacedSentence[] {
  const { text: prose, place } = readable(issue, block);
  return sentencesOf(prose).map(({ text, start }) => {
    const lead = leadingHidden.exec(text)![0].length;
    const span = place({ start: start + lead, end: start + text.length });
    const isLink = block.links.some(({ textSpan }) => textSpan.end - textSpan.start >= mostlyLink * text.replaceAll(hidden, '').length && textSpan.start >= span.start && textSpan.end <= span.end);
    return { text: text.slice(lead), span, isLink };
  });
}

/** A sentence's text without the signs of emphasis. */
function shown(text: string): string {
  return text.replace(/\]\([^()\s]*\)|\]\[[^\]\n]*\]/g, '').replace(/[*_[\]]+/g, '');
}

function isOfSource({ text, isLink }: PlacedSentence, known: ReadonlySet<string>, context: PairContext): boolean {
  if (isLink || quotation.test(text)) return false;
  const words = comparedWords(text.replaceAll(hidden, ' ')).filter(({ hasLetter }) => hasLetter);
  return words.length >= fewestWords && known.has(keyOf(text)) && isNoName(words, context);
}

function restIsWhole(unit: Unit, sentences: readonly string[], context: PairContext): boolean {
  const length = relativeLength(context, unit);
  if (!length) return false;
  const foreign = sentences.reduce((sum, text) => sum + textWeight(text.replaceAll(hidden, '')), 0);
  const whole = unit.target.reduce((sum, block) => sum + textWeight(block.text), 0);
  return length.share * (1 - foreign / Math.max(1, whole)) >= wholeShare;
}

function keyOf(text: string): string {
  return comparedWords(text.replaceAll(hidden, ' ')).map(({ folded }) => folded).join(' ');
}
