// Which words of a source are ordinary words of its language, and which are names; learnt from the pair itself.
import type { Block, Issue } from '../model.js';
import { wordsOfBlock } from './blockWords.js';
import { ascii } from '../text/words.js';

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
  let inSource: Counts | undefined;
  let inTarget: Counts | undefined;
  return {
    isOrdinary(word) {
      inSource ??= countsOfSource(source);
      const here = inSource.rateOf(word.toLowerCase());
      if (here === 0) return false;
      // Only of the source's words it is asked how usual they are in the target.
      inTarget ??= countWords(translated, () => true, inSource);
      return inTarget.rateOf(word.toLowerCase()) <= borrowedShare * here;
    },
  };
}

/** Whoever translates does not change the source: its words are counted once. */
const countsOfSources = new WeakMap<Issue, Counts>();

function countsOfSource(source: Issue): Counts {
  let counts = countsOfSources.get(source);
  if (!counts) countsOfSources.set(source, (counts = countWords(source.blocks.filter(isProse), isLowerCase)));
  return counts;
}

function isLowerCase(word: string): boolean {
  return asciiLowerCase.test(word) || (!ascii.test(word) && lowerCase.test(word));
}

function isProse(block: Block): boolean {
  return block.kind !== 'title' && block.kind !== 'heading' && block.kind !== 'code';
}

interface Counts {
  /** Occurrences of a word, in lower case, for each word of the text. */
  rateOf(word: string): number;
  has(word: string): boolean;
}

/** Counts the words of blocks for which `counts` is true of how they are written, and that `among` has, if given. */
function countWords(blocks: readonly Block[], counts: (word: string) => boolean, among?: Counts): Counts {
  const byWord = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    for (const { text, lower, hasLetter } of wordsOfBlock(block)) {
      if (!hasLetter) continue;
      total++;
      if (counts(text) && (among === undefined || among.has(lower))) byWord.set(lower, (byWord.get(lower) ?? 0) + 1);
    }
  }
  return { rateOf: (word) => (byWord.get(word) ?? 0) / Math.max(1, total), has: (word) => byWord.has(word) };
}
