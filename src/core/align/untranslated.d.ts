import type { Block } from '../model.js';
import type { Vocabulary } from './vocabulary.js';
/** `doubtful`: the same words, which may be meant so: a paper's title, a phrase that both languages use. */
export type Verdict = 'translated' | 'doubtful' | 'untranslated';
/** Judges whether the text of `target` blocks was translated, by the words that it shares with the `source` blocks. */
export declare function judgeText(source: readonly Block[], target: readonly Block[], vocabulary: Vocabulary): Verdict;
