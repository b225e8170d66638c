import type { Block } from '../model.js';
/** A word as the aligner and the checks compare it. */
export interface ComparedWord {
    /** As it stands. */
    readonly text: string;
    readonly lower: string;
    /** Lower case, without accents. */
    readonly folded: string;
    /** Whether it has a letter; numbers have none. */
    readonly hasLetter: boolean;
}
/** The words of a block's text, in order. */
export declare function wordsOfBlock(block: Block): readonly ComparedWord[];
/** The words of any text, in order. */
export declare function comparedWords(text: string): ComparedWord[];
