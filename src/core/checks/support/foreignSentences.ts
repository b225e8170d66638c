// Sentences of a translated text that are still the source's.
import type { Unit } from '../../align/alignment.js';
import { comparedWords } from '../../align/blockWords.js';
import type { Block, Issue } from '../../model.js';
import { fold, latin, latinWord, textWeight, unspaced, wordPattern } from '../../text/words.js';
import { sentencesOf } from '../../text/sentences.js';
import { overlaps, type Span } from '../../text/span.js';
import { oncePerPlacedBlock, oncePerText } from '../../text/remember.js';
import type { PairContext } from '../check.js';
import { wordsEverywhere } from './everywhere.js';
import { isComparable, relativeLength } from './lengths.js';
import { isNoName, leftoverBlocks } from './leftovers.js';
import { hidden } from './mask.js';
import { lookAgain, perUnit } from './perRow.js';
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
export const foreignSentences = perUnit((unit, context): readonly ForeignSentence[] => {
  if (!isComparable(unit) || !saysAlike(unit, context.source, context.target)) return [];
  lookAgain(context); // all of the pair tells what is usual
  return inUnit(unit, context);
});

/** Whether a unit's sides say anything alike that is long enough; hardly any do, and of the others there is nothing to ask. */
function saysAlike(unit: Unit, source: Issue, target: Issue): boolean {
  const ofSource = new Set(unit.source.flatMap((block) => wordsIn(readable(source, block).text)));
  if (!unit.target.some((block) => hasRunOf(ofSource, wordsIn(readable(target, block).text)))) return false;
  const known = new Set(unit.source.flatMap((block) => sentencesIn(block, source)).map(({ text }) => keyOf(text)));
  return unit.target.some(
    (block) =>
      sentencesIn(block, target).some(({ text }) => known.has(keyOf(text))) ||
      runsAlike(block, unit, source, target).length > 0,
  );
}

/** Whether as many words as a foreign sentence has at least stand there one behind the other, all of them the source's in any order. */
function hasRunOf(known: ReadonlySet<string>, words: readonly string[]): boolean {
  let run = 0;
  for (const word of words) {
    run = !known.has(word) ? 0 : run + (unspaced.test(word) ? fewestWords : 1); // without spaces between them, words come as one
    if (run >= fewestWords) return true;
  }
  return false;
}

const wordsIn = oncePerText((text: string): readonly string[] =>
  (latin.test(text) ? (text.match(latinWord) ?? []) : (text.match(wordPattern) ?? [])).map(fold),
);

function inUnit(unit: Unit, context: PairContext): ForeignSentence[] {
  const told = new Set(leftoverBlocks(context).map(({ block }) => block));
  const target = unit.target.filter((block) => !told.has(block));
  const all = target.flatMap((block) => sentencesIn(block, context.target));
  const ofSource = unit.source.flatMap((block) => sentencesIn(block, context.source));
  const known = new Set(ofSource.map(({ text }) => keyOf(text)));
  const found = all.filter((sentence) => isOfSource(sentence, known, context));
  if (found.length === all.length) return [];
  const passages = target
    .flatMap((block) => passagesIn(block, unit, context))
    .filter(({ span }) => !found.some((sentence) => overlaps(sentence.span, span)));
  if (found.length + passages.length === 0) return [];
  // Of a long text a short sentence can be missing and it still is long enough; so there must be as many others as the source has in all.
  const isBeside =
    all.length - found.length >= ofSource.length &&
    restIsWhole(
      unit,
      [...found, ...passages].map(({ text }) => text),
      context,
    );
  const source = { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end };
  return runsOf(
    [...found, ...passages].sort((a, b) => a.span.start - b.span.start),
    context.target,
  ).map((span) => ({ text: shown(context.target.text.slice(span.start, span.end)), span, source, isBeside }));
}

/** Between two foreign sentences so little is foreign too: a short one with a link, a name. In UTF-16 code units. */
const longestGap = 60;

function runsOf(found: readonly PlacedSentence[], { text }: Issue): Span[] {
  const runs: Span[] = [];
  for (const { span } of found) {
    const last = runs.at(-1);
    if (last && span.start - last.end <= longestGap && !/\n[ \t\r]*\n/.test(text.slice(last.end, span.start)))
      runs[runs.length - 1] = { start: last.start, end: span.end };
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

const sentencesIn = oncePerPlacedBlock((block: Block, issue: Issue): readonly PlacedSentence[] => {
  const { text: prose, place } = readable(issue, block);
  return sentencesOf(prose).map(({ text, start }) => {
    const lead = leadingHidden.exec(text)![0].length;
    const span = place({ start: start + lead, end: start + text.length });
    const isLink = block.links.some(
      ({ textSpan }) =>
        textSpan.end - textSpan.start >= mostlyLink * text.replaceAll(hidden, '').length &&
        textSpan.start >= span.start &&
        textSpan.end <= span.end,
    );
    return { text: text.slice(lead), span, isLink };
  });
});

const fewestInPassage = 8;

/** Stretches of many words that the source has one behind the other, wherever sentences begin and end. */
function passagesIn(block: Block, unit: Unit, context: PairContext): PlacedSentence[] {
  const { text, place } = readable(context.target, block);
  return runsAlike(block, unit, context.source, context.target).flatMap((words): PlacedSentence[] => {
    const [first, last] = [words[0]!, words.at(-1)!];
    const piece = text.slice(first.start, last.start + last.length);
    const span = place({ start: first.start, end: first.start + piece.length });
    const linked = words.filter(({ start, length }) => isInLink(place({ start, end: start + length }), block));
    const isLink = linked.length >= mostlyLink * words.length;
    const isMeant =
      isLink ||
      quotation.test(text.slice(Math.max(0, first.start - 1))) ||
      !isRunningText(words, context) ||
      isOfNames(piece);
    return isMeant ? [] : [{ text: piece, span, isLink }];
  });
}

function isInLink({ start, end }: Span, { links }: Block): boolean {
  return links.some(({ textSpan }) => textSpan.start <= start && end <= textSpan.end);
}

/** The words of a block that its unit's source has one behind the other as well, run by run; only long runs. */
function runsAlike(block: Block, unit: Unit, sourceIssue: Issue, target: Issue): (readonly PlacedWord[])[] {
  const words = wordsWithPlace(readable(target, block).text);
  const { words: source, starts } = pairsOf(unit.source.map((one) => readable(sourceIssue, one).text).join(' '));
  const found: (readonly PlacedWord[])[] = [];
  for (let i = 0; i < words.length;) {
    let longest = 0;
    for (const at of starts.get(words[i]!.pair) ?? []) {
      let length = 0;
      while (i + length < words.length && words[i + length]!.folded === source[at + length]?.folded) length++;
      longest = Math.max(longest, length);
    }
    if (longest >= fewestInPassage) found.push(words.slice(i, i + longest));
    i += Math.max(1, longest);
  }
  return found;
}

interface PlacedWord {
  readonly folded: string;
  /** Itself and the next one. */
  readonly pair: string;
  readonly start: number;
  readonly length: number;
}

const wordsWithPlace = oncePerText((text: string): readonly PlacedWord[] => {
  const words = Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    folded: fold(word),
    start: index,
    length: word.length,
  }));
  return words.map((word, i) => ({ ...word, pair: `${word.folded} ${words[i + 1]?.folded ?? ''}` }));
});

/** The words of a text, and where each pair of them begins. */
const pairsOf = oncePerText(
  (
    text: string,
  ): { readonly words: readonly PlacedWord[]; readonly starts: ReadonlyMap<string, readonly number[]> } => {
    const words = wordsWithPlace(text);
    const starts = new Map<string, number[]>();
    words.forEach(({ pair }, i) => starts.set(pair, [...(starts.get(pair) ?? []).slice(0, mostStarts), i]));
    return { words, starts };
  },
);
const mostStarts = 8;

/** Lists of names and titles have few of the words that every text needs. */
const fewestNeeded = 3;
const leastNeeded = 0.15;

/** Whether all but the smallest words are written with a capital: names of people and societies, titles of works. */
function isOfNames(piece: string): boolean {
  return /\p{Lu}/u.test(piece) && !/(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}[\p{L}\p{M}]{3}/u.test(piece);
}

function isRunningText(words: readonly PlacedWord[], { source }: PairContext): boolean {
  const needed = words.filter(({ folded }) => wordsEverywhere(source).has(folded)).length;
  return needed >= fewestNeeded && needed >= leastNeeded * words.length;
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

const keyOf = oncePerText((text: string): string => {
  return comparedWords(text.replaceAll(hidden, ' '))
    .map(({ folded }) => folded)
    .join(' ');
});
