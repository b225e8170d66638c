// How the blocks of two issues go together, before they are made units.
import type { FeatureSpace } from './features.js';
import type { Match } from './path.js';

/** A block without a counterpart, by index, and how sure it is that it has none: 0 to 1. */
export interface Lone {
  readonly index: number;
  readonly confidence: number;
}

/** How the blocks of two issues go together, by their indexes. */
export interface Matching {
  readonly space: FeatureSpace;
  /** On the path, ascending on both sides. */
  readonly inOrder: readonly Match[];
  /** What crosses it. */
  readonly crossing: readonly Match[];
  readonly lone: { readonly source: readonly Lone[]; readonly target: readonly Lone[] };
}
