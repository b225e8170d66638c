import type { Block } from '../model.js';
import type { FeatureSpace } from './features.js';
/** Source block and target block, by index, and the weight of what ties them. */
export interface Anchor {
    readonly source: number;
    readonly target: number;
    readonly weight: number;
}
/**
 * The anchors of two issues, by source index: pairs of which each is by far the other's best. Found through the rare
 * features alone, so in time linear in their number.
 */
export declare function findAnchors(source: readonly Block[], target: readonly Block[], space: FeatureSpace): Anchor[];
/** The heaviest chain of anchors that rises on both sides. Ascending by source. */
export declare function heaviestChain(anchors: readonly Anchor[]): Anchor[];
