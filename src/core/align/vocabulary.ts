// Which words of a source are ordinary words of its language, and which are names; learnt from the pair itself.
import type { Block, Issue } from '../model.js';
import { wordsOfBlock } from './blockWords.js';
import { commonEnds } from '../text/ends.js';
import { isPartlyForeign } from '../language/script.js';
import { ascii, latin } from '../text/words.js';

/** What a pair of issues tells of the source's words. */
export interface Vocabulary {
  /**
   * Whether `word` is an ordinary word of the source's language, as opposed to a name or a term that the translator
   * uses as well: the source writes it in lower case, and the translation's own text hardly has it.
   */
  isOrdinary(word: string): boolean;
}

const asciiLowerCase = /^[a-z]{2,}$/;
const lowerCase = /^\p{Ll}{2,}$/u;

/** A word that the translation uses at more than this share of the source's rate is a word of the target too. */
const borrowedShare = 0.2;

/**
 * Learns the vocabulary of a pair.
 *
 * @param translated target blocks that are surely translated; what is usual in them is not foreign to the target
 */
export function learnVocabulary(source: Issue, translated: readonly Block[]): Vocabulary {
  return {
    isOrdinary(word) {
      const here = countsOfSource(source).rateOf(word.toLowerCase());
      // Only of the source's words it is asked how usual they are in the target.
      return here > 0 && countsOfTarget(source, translated).rateOf(word.toLowerCase()) <= borrowedShare * here;
    },
  };
}

/** Whoever translates does not change the source: its words are counted once. */
const countsOfSources = new WeakMap<Issue, Counts>();

function countsOfSource(source: Issue): Counts {
  let counts = countsOfSources.get(source);
  if (!counts) {
    const isOfScript = ownLetters(source);
    counts = new Counts((word) => isLowerCase(word) && isOfScript(word));
    for (const block of source.blocks) if (isProse(block)) counts.add(block, 1);
    countsOfSources.set(source, counts);
  }
  return counts;
}

/** So much of a text tells its script. In UTF-16 code units. */
const enoughForScript = 8000;

/** Whether a word is in the source's letters: the English of Chinese release notes is what its English translation says as well. */
function ownLetters({ blocks }: Issue): (word: string) => boolean {
  let prose = '';
  for (const block of blocks) {
    if (block.kind !== 'code') prose += `${block.text}\n`;
    if (prose.length > enoughForScript) break;
  }
  return isPartlyForeign(prose) ? (word) => !latin.test(word) : () => true;
}

/** The words of a translation that its source has, and which blocks were counted. */
interface Counted {
  blocks: readonly Block[];
  readonly counts: Counts;
}

/** Of each source what was counted last: whoever asks of other blocks has those counted that differ. */
const countsOfTargets = new WeakMap<Issue, Counted>();

function countsOfTarget(source: Issue, blocks: readonly Block[]): Counts {
  const last = countsOfTargets.get(source);
  if (last?.blocks === blocks) return last.counts;
  const before = last?.blocks ?? [];
  const { front, back } = commonEnds(before, blocks, (a, b) => a.identity === b.identity);
  if (!last || front + back < before.length / 2) {
    const inSource = countsOfSource(source);
    const counts = new Counts((_, lower) => inSource.has(lower));
    for (const block of blocks) counts.add(block, 1);
    countsOfTargets.set(source, { blocks, counts });
    return counts;
  }
  for (const block of before.slice(front, before.length - back)) last.counts.add(block, -1);
  for (const block of blocks.slice(front, blocks.length - back)) last.counts.add(block, 1);
  last.blocks = blocks;
  return last.counts;
}

function isLowerCase(word: string): boolean {
  return asciiLowerCase.test(word) || (!ascii.test(word) && lowerCase.test(word));
}

function isProse(block: Block): boolean {
  return block.kind !== 'title' && block.kind !== 'heading' && block.kind !== 'code';
}

/** How often words stand in blocks: those for which `counts` is true, of how they are written and of that in lower case. */
class Counts {
  private readonly byWord = new Map<string, number>();
  private total = 0;

  constructor(private readonly counts: (word: string, lower: string) => boolean) {}

  /** Counts a block's words so many times; as often less, if `times` is negative. */
  add(block: Block, times: 1 | -1): void {
    for (const { text, lower, hasLetter } of wordsOfBlock(block)) {
      if (!hasLetter) continue;
      this.total += times;
      if (this.counts(text, lower)) this.byWord.set(lower, (this.byWord.get(lower) ?? 0) + times);
    }
  }

  /** Occurrences of a word, in lower case, for each word of the text. */
  rateOf(word: string): number {
    return (this.byWord.get(word) ?? 0) / Math.max(1, this.total);
  }

  has(word: string): boolean {
    return (this.byWord.get(word) ?? 0) > 0;
  }
}
