// Which words of a source are ordinary words of its language, and which are names; learnt from the pair itself.
import type { Block, Issue } from '../model.js';
import { wordsOf } from '../text/words.js';

/** What a pair of issues tells of the source's words. */
export interface Vocabulary {
  /**
   * Whether `word` is an ordinary word of the source's language, as opposed to a name or a term that the translator
   * uses as well: the source writes it in lower case, and the translation's own text does not have it.
   */
  isOrdinary(word: string): boolean;
}

/**
 * Learns the vocabulary of a pair.
 *
 * @param translated target blocks that are surely translated; what stands in them is not foreign to the target
 */
export function learnVocabulary(source: Issue, translated: readonly Block[]): Vocabulary {
  const lower = new Set<string>();
  for (const block of source.blocks) {
    if (block.kind === 'title' || block.kind === 'heading' || block.kind === 'code') continue;
    for (const { text } of wordsOf(block.text)) if (isLowerCase(text)) lower.add(text);
  }
  const borrowed = new Set<string>();
  for (const block of translated) for (const { text } of wordsOf(block.text)) borrowed.add(text.toLowerCase());
  return { isOrdinary: (word) => lower.has(word.toLowerCase()) && !borrowed.has(word.toLowerCase()) };
}

/** Letters only, all of them small, and more than one: no acronym, number, or file name. */
function isLowerCase(word: string): boolean {
  return /^\p{Ll}{2,}$/u.test(word);
}
