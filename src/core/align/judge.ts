// Which units were translated: each by its own words, and all by what the translator does throughout.
import type { Block, BlockKind, Issue } from '../model.js';
import { oncePerBlock } from '../text/remember.js';
import { wordsOfBlock } from './blockWords.js';
import { judgedWords, judgeKept, keptWords, type KeptWords, type Verdict } from './untranslated.js';
import { learnVocabulary } from './vocabulary.js';

/** Two sides that belong together, both with blocks. */
export interface JudgedPair {
  readonly kind: BlockKind;
  readonly source: readonly Block[];
  readonly target: readonly Block[];
  /** How sure it is that they belong together, 0 to 1. */
  readonly confidence: number;
}

/** A pair whose target has hardly any other words than its source. */
interface Alike {
  readonly index: number;
  readonly kept: KeptWords;
}

/**
 * The verdict on each of the pairs, in their order. What stays the same wherever it stands was kept on purpose: words
 * that both languages have (“source” in English and French), or the names of all sections.
 */
export function judgePairs(source: Issue, pairs: readonly JudgedPair[]): Verdict[] {
  const alike = pairs.flatMap((pair, index): Alike[] => {
    if (pair.kind === 'code') return [];
    const kept = keptWords(pair.source, pair.target);
    return kept && kept.words > 0 ? [{ index, kept }] : [];
  });
  const verdicts = pairs.map((): Verdict => 'translated');
  if (alike.length === 0) return verdicts;
  // What is like its source teaches nothing of the target's words.
  const isAlike = new Set(alike.map(({ index }) => index));
  const vocabulary = learnVocabulary(
    source,
    pairs.flatMap(({ target }, i) => (isAlike.has(i) ? [] : target)),
  );
  for (const { index, kept } of alike) verdicts[index] = judgeKept(kept, pairs[index]!.target, vocabulary);
  const isTranslatedAround = neighbourhood(pairs, verdicts);
  judgeTerms(source, pairs, alike, verdicts);
  judgeSingleWords(pairs, alike, verdicts, isTranslatedAround);
  judgeHeadings(pairs, alike, verdicts, isTranslatedAround);
  return verdicts;
}

/** Texts of fewer words say little about whether the translator has been there. */
const runningWords = 4;

/** Whether the running text beside a pair was translated: the nearest before it, or else behind it. */
function neighbourhood(pairs: readonly JudgedPair[], verdicts: readonly Verdict[]): (index: number) => boolean {
  const running = pairs
    .flatMap(({ kind, source }, i) =>
      ['paragraph', 'list-item', 'caption', 'table'].includes(kind) && countOf(source) >= runningWords
        ? [{ at: source[0]!.index, isTranslated: verdicts[i] !== 'untranslated' }]
        : [],
    )
    .sort((a, b) => a.at - b.at);
  return (index) => {
    const at = pairs[index]!.source[0]!.index;
    return (running.findLast((one) => one.at < at) ?? running.find((one) => one.at > at))?.isTranslated ?? false;
  };
}

/** How many words blocks have. */
function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block).length, 0);
}

/** Titles that the source's text says in lower case are no names, though the translation uses their words as well. */
const fewestInTerm = 3;

function judgeTerms(source: Issue, pairs: readonly JudgedPair[], alike: readonly Alike[], verdicts: Verdict[]): void {
  let lowerCase: ReadonlySet<string> | undefined;
  for (const { index, kept } of alike) {
    const { kind, source: from, target } = pairs[index]!;
    const words = new Set(kept.kept);
    if (
      kind !== 'title' ||
      verdicts[index] !== 'translated' ||
      words.size < fewestInTerm ||
      keyOf(from) !== keyOf(target)
    )
      continue;
    lowerCase ??= lowerCaseWords(source);
    if ([...words].every((word) => lowerCase!.has(word))) verdicts[index] = 'untranslated';
  }
}

function lowerCaseWords({ blocks }: Issue): ReadonlySet<string> {
  const prose = blocks.filter(({ kind }) => kind !== 'title' && kind !== 'heading' && kind !== 'code');
  return new Set(
    prose
      .flatMap(wordsOfBlock)
      .map(({ text }) => text)
      .filter((word) => /^\p{Ll}{2,}$/u.test(word)),
  );
}

/** From this confidence on, a pair tells how the translator renders a text. */
const surePair = 0.5;

/** A single word may be the same in both languages: kept everywhere it is meant so, translated elsewhere it was forgotten here. */
function judgeSingleWords(
  pairs: readonly JudgedPair[],
  alike: readonly Alike[],
  verdicts: Verdict[],
  isTranslatedAround: (index: number) => boolean,
): void {
  const single = alike.filter(({ index, kept }) => kept.words === 1 && verdicts[index] !== 'translated');
  if (single.length === 0) return;
  const times = new Map(single.map(({ index }) => [keyOf(pairs[index]!.target), { all: 0, isTranslatedOnce: false }]));
  for (const { source, target, confidence } of pairs) {
    const key = keyOf(source);
    const found = times.get(key);
    if (!found) continue;
    found.all++;
    if (confidence >= surePair && keyOf(target) !== key) found.isTranslatedOnce = true;
  }
  for (const { index } of single) {
    const { all, isTranslatedOnce } = times.get(keyOf(pairs[index]!.target))!;
    // Of what was shortened to one word, somebody saw to that.
    const isShortened = keyOf(pairs[index]!.source) !== keyOf(pairs[index]!.target);
    verdicts[index] =
      isTranslatedOnce || !isTranslatedAround(index)
        ? 'untranslated'
        : all > 1 || isShortened
          ? 'translated'
          : 'doubtful';
  }
}

const fewestHeadings = 3;

/** Sections that all have the source's names while their text is translated: that is the translation's way. */
function judgeHeadings(
  pairs: readonly JudgedPair[],
  alike: readonly Alike[],
  verdicts: Verdict[],
  isTranslatedAround: (index: number) => boolean,
): void {
  const kept = alike.filter(({ index }) => pairs[index]!.kind === 'heading');
  const headings = pairs.filter(({ kind, source }) => kind === 'heading' && keyOf(source) !== '').length;
  if (kept.length < fewestHeadings || kept.length < headings || !kept.every(({ index }) => isTranslatedAround(index)))
    return;
  for (const { index } of kept) if (verdicts[index] === 'untranslated') verdicts[index] = 'doubtful';
}

function keyOf(blocks: readonly Block[]): string {
  return blocks
    .map(keyOfBlock)
    .filter((key) => key !== '')
    .join(' ');
}

const keyOfBlock = oncePerBlock((block: Block): string =>
  judgedWords(block)
    .filter(({ hasLetter }) => hasLetter)
    .map(({ folded }) => folded)
    .join(' '),
);
