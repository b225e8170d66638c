// What the panel shows, as plain data: computed here, sent to the page, drawn there.
import type { UnitState } from '../align/alignment.js';
import type { BlockKind } from '../model.js';
import type { Severity } from '../problem.js';

/** A locale as the page needs it. */
export interface LocaleState {
  /** BCP 47; the empty string if it could not be told. */
  readonly locale: string;
  /** The language in its own words, e.g. “Français”. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl' | 'auto';
}

/** How far a translation is, in units. What the translator added does not count. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** Whole, rounded down: 100 means all. */
  readonly percent: number;
}

/** A text in the panel's head. */
export interface TextState extends LocaleState {
  /** How the host names the file; the page hands it back. */
  readonly id: string;
  /** As a person names the file. */
  readonly label: string;
}

/** A translation that the panel can switch to. */
export interface TranslationState extends TextState {
  /** Undefined as long as it was not looked at. */
  readonly progress: Progress | undefined;
}

/** First and last line, from 0, both inclusive. */
export type Lines = readonly [first: number, last: number];

/** One column of a row. */
export interface CellState {
  /** Safe to put into the page; empty if the text has nothing here. */
  readonly html: string;
  /** One for each block; empty if the text has nothing here. */
  readonly lines: readonly Lines[];
}

/** A link, picture, piece of code or number of a row, and its counterpart. */
export interface PlaceableState {
  /** From 1; the same in both columns. */
  readonly number: number;
  readonly kind: 'link' | 'image' | 'code' | 'number';
  /** What a reader sees of it. */
  readonly label: string;
  /** Its place among the cell's elements that have `data-placeable`, from 0; undefined where it has no counterpart. */
  readonly source: number | undefined;
  readonly target: number | undefined;
  /** The problem whose preferred fix brings it back, where the translation lost it. */
  readonly problem: string | undefined;
}

/** A placeable of the source that can be put into what one writes. */
export interface ChipState {
  /** As the row numbers it. */
  readonly number: number;
  readonly kind: PlaceableState['kind'];
  readonly label: string;
  readonly markdown: string;
}

/** A fix that the page can ask for. */
export interface FixState {
  readonly title: string;
  readonly preferred: boolean;
}

/** A problem in the row that it concerns. */
export interface ProblemState {
  /** The same as long as the problem is there. */
  readonly id: string;
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  /** Whether somebody may mark it as intended. */
  readonly canBeIntended: boolean;
  /** By their place in the list the page asks for one. */
  readonly fixes: readonly FixState[];
}

/** A stretch of a row's source: as the translator had it and as it is, or only the one or the other. */
export interface ChangedWords {
  readonly kind: 'same' | 'removed' | 'added';
  /** As a reader sees it; the stretches, joined as they are, make the text. */
  readonly text: string;
}

/** What the source changed in a row since it was translated. */
export interface StaleState {
  /** E.g. “The source changed on 2026-03-05: “four” became “five”.” */
  readonly summary: string;
  /** `same` and `removed` make the words that the translator had, `same` and `added` today's. Empty if the former are not known. */
  readonly difference: readonly ChangedWords[];
  /** The problem among the row's whose first fix marks the translation as up to date. */
  readonly problem: string;
}

/** A row: a unit of the alignment, a field of the front matter, or what concerns the file as a whole. */
export interface RowState {
  /** Stays the same while other rows are edited, and while this one's translation is. */
  readonly key: string;
  readonly kind: BlockKind | 'front-matter' | 'file';
  readonly state: UnitState;
  /** What ties the two sides, in words; empty where there is but one. */
  readonly why: string;
  /** Whether it opens an item, and so stands further off from the row above. */
  readonly opensItem: boolean;
  readonly source: CellState;
  readonly target: CellState;
  readonly placeables: readonly PlaceableState[];
  /** Whether the page can ask to write in it: its translation is one stretch of the text, or has yet to be written. */
  readonly canWrite: boolean;
  /** Why not, and what to do instead, for people; undefined if it can be written. */
  readonly cannotWrite?: string;
  readonly problems: readonly ProblemState[];
  /** What would be problems here, had nobody marked it as intended, in words. */
  readonly ignored: readonly string[];
  /** The problem among `problems` whose preferred fix inserts what is missing here. */
  readonly insert: string | undefined;
  /** Set where the source has changed since. The words that are new are `<ins data-changed>` in `source.html`. */
  readonly stale?: StaleState;
}

/** A section of the source with what stands level with it. */
export interface SectionState {
  readonly key: string;
  /** The row of its heading; undefined for what stands before the first heading. */
  readonly head: RowState | undefined;
  readonly rows: readonly RowState[];
  readonly progress: Progress;
}

/** All that the page knows. */
export interface PanelState {
  readonly issue: { readonly number: number | undefined; readonly title: string };
  readonly source: TextState;
  readonly target: TextState;
  readonly translations: readonly TranslationState[];
  readonly progress: Progress;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly sections: readonly SectionState[];
}

/** Every row of a state, heads included, in the order in which they stand. */
export function rowsOf(state: PanelState): RowState[] {
  return state.sections.flatMap((section) => (section.head ? [section.head, ...section.rows] : section.rows));
}
