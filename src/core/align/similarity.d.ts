import type { Block, BlockKind } from '../model.js';
import type { FeatureSpace } from './features.js';
/** The evidence that two blocks share. */
export interface Shared {
    /** Sum of the weights of links, pictures, code and emoji in both. */
    readonly strong: number;
    /** Sum of the squared weights of words and numbers in both. */
    readonly weak: number;
}
/** Consecutive blocks, taken as one: what a translator merged or split. */
export interface Group {
    readonly from: number;
    readonly count: number;
}
/** Scores pairs of groups. Natural logarithms of odds, roughly: 0 is indifference. */
export interface Similarity {
    shared(source: number, target: number): Shared;
    /** Score of translating these source blocks by these target blocks. */
    score(source: Group, target: Group): number;
    /** Score of leaving a block without a counterpart. */
    readonly skip: number;
}
/** A similarity over two issues' blocks and their features. Remembers what it computed. */
export declare function similarity(source: readonly Block[], target: readonly Block[], space: FeatureSpace): Similarity;
/** How well two kinds of block go together. */
export declare function kindScore(a: BlockKind, b: BlockKind): number;
