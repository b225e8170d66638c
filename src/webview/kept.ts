// What the page remembers while it is hidden or the window reloads.
import { filters, type Filter } from './visible.js';

/** The row at the top of the page, and how far its upper edge is from the page's, in pixels. */
export interface Anchor {
  readonly key: string;
  readonly top: number;
}

/** Kept by VS Code as JSON; the extension reads `translation` to open the panel again. */
export interface Kept {
  readonly translation: string;
  readonly folded: readonly string[];
  readonly filter: Filter;
  readonly search: string;
  readonly anchor: Anchor | undefined;
  /** What was written and not saved: key, what the file said, what was written. */
  readonly drafts: readonly (readonly [string, string, string])[];
}

/** What was kept, if it is ours; it may come from another version. */
export function readKept(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { translation, folded, filter, search, anchor, drafts } = value as Partial<Record<keyof Kept, unknown>>;
  if (typeof translation !== 'string') return undefined;
  return {
    translation,
    folded: Array.isArray(folded) ? folded.filter((key) => typeof key === 'string') : [],
    filter: filters.find((known) => known === filter) ?? 'all',
    search: typeof search === 'string' ? search : '',
    anchor: isAnchor(anchor) ? anchor : undefined,
    drafts: Array.isArray(drafts) ? drafts.filter(isDraft) : [],
  };
}

function isAnchor(value: unknown): value is Anchor {
  const { key, top } = (value ?? {}) as Partial<Anchor>;
  return typeof key === 'string' && typeof top === 'number';
}

function isDraft(value: unknown): value is Kept['drafts'][number] {
  return Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');
}
