import type { Block, Issue } from '../model.js';
/** What a pair of issues tells of the source's words. */
export interface Vocabulary {
    /**
     * Whether `word` is an ordinary word of the source's language, as opposed to a name or a term that the translator
     * uses as well: the source writes it in lower case, and the translation's own text hardly has it.
     */
    isOrdinary(word: string): boolean;
}
/**
 * Learns the vocabulary of a pair.
 *
 * @param translated target blocks that are surely translated; what is usual in them is not foreign to the target
 */
export declare function learnVocabulary(source: Issue, translated: readonly Block[]): Vocabulary;
