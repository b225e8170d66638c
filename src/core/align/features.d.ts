import type { Block } from '../model.js';
import type { Evidence } from './alignment.js';
/** The features of one block, as ids into a `FeatureSpace`, ascending. */
export interface BlockFeatures {
    /** Links, pictures, code and emoji: a translation keeps them as they are. */
    readonly strong: Int32Array;
    /** Words and numbers that stand in both texts: names, cognates, loans, whatever was left untranslated. */
    readonly weak: Int32Array;
    /** Sums of the weights of `strong`, and of the squared weights of `weak`. */
    readonly strongWeight: number;
    readonly weakNorm: number;
    /** How much room the text takes, comparable across scripts. */
    readonly length: number;
}
/** Both issues' features, with weights that rise with rarity. */
export interface FeatureSpace {
    readonly source: readonly BlockFeatures[];
    readonly target: readonly BlockFeatures[];
    /** By feature id: kind and detail, e.g. `link arxiv.org/abs/2002.05715`. See `featureOf`. */
    readonly keys: readonly string[];
    readonly weights: Float64Array;
    /** In how many source blocks, and target blocks, each feature stands. */
    readonly sourceCounts: Int32Array;
    readonly targetCounts: Int32Array;
}
/** Features of the blocks of two issues. Each side is told by its own blocks only, so exchanging them mirrors the result. */
export declare function featureSpace(source: readonly Block[], target: readonly Block[]): FeatureSpace;
/** What a feature's key says. A word is given by its beginning. */
export declare function featureOf(key: string): Pick<Evidence, 'kind' | 'detail'>;
