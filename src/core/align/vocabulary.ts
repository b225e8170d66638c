// Which words of a source are ordinary words of its language, and which are names; learnt from the pair itself.
import type { Block, Issue } from '../model.js';
import { wordsOfBlock } from './blockWords.js';

/** What a pair of issues tells of the source's words. */
export interface Vocabulary {
  /**
   * Whether `word` is an ordinary word of the source's language, as opposed to a name or a term that the translator
   * uses as well: the source writes it in lower case, and the translation's own text hardly has it.
   */
  isOrdinary(word: string): boolean;
}

/** A word that the translation uses at more than this share of the source's rate is a word of the target too. */
const borrowedShare = 0.2;

/**
 * Learns the vocabulary of a pair.
 *
 * @param translated target blocks that are surely translated; what is usual in them is not foreign to the target
 */
export function learnVocabulary(source: Issue, translated: readonly Block[]): Vocabulary {
  const prose = source.blocks.filter((block) => block.kind !== 'title' && block.kind !== 'heading' && block.kind !== 'code');
  const lowerCase = countWords(prose, (word) => /^\p{Ll}{2,}$/u.test(word));
  const inTarget = countWords(translated, () => true);
  const rate = (count: number, total: number): number => count / Math.max(1, total);
  return {
    isOrdinary(word) {
      const count = lowerCase.counts.get(word.toLowerCase()) ?? 0;
      if (count === 0) return false;
      const there = rate(inTarget.counts.get(word.toLowerCase()) ?? 0, inTarget.total);
      return there <= borrowedShare * rate(count, lowerCase.total);
    },
  };
}

function countWords(blocks: readonly Block[], counts: (word: string) => boolean): { counts: ReadonlyMap<string, number>; total: number } {
  const byWord = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    for (const { text } of wordsOfBlock(block)) {
      if (!/\p{L}/u.test(text)) continue;
      total++;
      if (counts(text)) byWord.set(text.toLowerCase(), (byWord.get(text.toLowerCase()) ?? 0) + 1);
    }
  }
  return { counts: byWord, total };
}
