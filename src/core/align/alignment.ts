// What an alignment is: two issues' blocks, matched into units.
import type { Block, BlockKind, Issue } from '../model.js';

/** How a unit stands. `moved`: translated, but elsewhere than in the source. */
export type UnitState = 'translated' | 'untranslated' | 'missing' | 'added' | 'moved';

/** Something that ties source and target of a unit, and how much it counts (natural logarithm of odds). See `explainUnit`. */
export interface Evidence {
  readonly kind: 'link' | 'image' | 'word' | 'number' | 'code' | 'emoji' | 'anchor' | 'kind';
  /** What was found in both, e.g. a link's key; of a word its beginning; for `kind` the kind of block. */
  readonly detail: string;
  readonly weight: number;
}

/** One row: source blocks with the target blocks that translate them. One of the two sides may be empty. */
export interface Unit {
  readonly kind: BlockKind;
  readonly state: UnitState;
  /** In reading order; several where the translator merged. */
  readonly source: readonly Block[];
  /** In reading order; several where the translator split. */
  readonly target: readonly Block[];
  /** How sure the pairing of the two sides is, 0 to 1; of a missing or added unit, that it has no counterpart. */
  readonly confidence: number;
  /** Set where a translated unit has the source's words, which may be meant so: a name, a phrase of both languages. */
  readonly inDoubt?: boolean;
}

/** Two issues, aligned. Every block of both stands in exactly one unit. */
export interface Alignment {
  readonly source: Issue;
  readonly target: Issue;
  /** In the source's order; an added unit stands behind the one that its predecessor in the target belongs to. */
  readonly units: readonly Unit[];
}

/** The unit that each source block and each target block is in, by the block's index. */
export interface UnitIndex {
  readonly ofSource: readonly Unit[];
  readonly ofTarget: readonly Unit[];
}

export function indexUnits(units: readonly Unit[]): UnitIndex {
  const ofSource: Unit[] = [];
  const ofTarget: Unit[] = [];
  for (const unit of units) {
    for (const block of unit.source) ofSource[block.index] = unit;
    for (const block of unit.target) ofTarget[block.index] = unit;
  }
  return { ofSource, ofTarget };
}
