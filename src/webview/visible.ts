// Which rows show, by filter, search and folds.
import type { PanelState, ProblemState, RowState, SectionState } from '../protocol/messages.js';

export const filters = ['all', 'todo', 'problems', 'changed'] as const;
export type Filter = (typeof filters)[number];

/** A section as it shows. */
export interface VisibleSection {
  readonly section: SectionState;
  readonly folded: boolean;
  readonly rows: readonly RowState[];
}

/** Whether a problem is more than a hint: as in VS Code's Problems view, hints are there for whoever comes by. */
export function isGrave({ severity }: ProblemState): boolean {
  return severity !== 'hint';
}

/** Whether `filter` lets a row through. */
export function passes(row: RowState, filter: Filter): boolean {
  if (filter === 'todo') return row.state === 'untranslated' || row.state === 'missing';
  if (filter === 'changed') return row.stale !== undefined;
  return filter === 'all' || row.problems.some(isGrave);
}

/** How many rows each filter lets through, heads included. */
export function countByFilter(state: PanelState): Record<Filter, number> {
  const counts: Record<Filter, number> = { all: 0, todo: 0, problems: 0, changed: 0 };
  for (const { head, rows } of state.sections) {
    for (const row of head ? [head, ...rows] : rows)
      for (const filter of filters) if (passes(row, filter)) counts[filter]++;
  }
  return counts;
}

/**
 * The sections that show. A search opens folded sections; a section's head stays as long as one of its rows shows.
 *
 * @param textOf what a reader sees in both columns of a row, folded by `foldForSearch`
 */
export function visibleSections(
  state: PanelState,
  filter: Filter,
  search: string,
  folded: ReadonlySet<string>,
  textOf: (row: RowState) => string,
): VisibleSection[] {
  const wanted = foldForSearch(search.trim());
  const shows = (row: RowState): boolean => passes(row, filter) && (wanted === '' || textOf(row).includes(wanted));
  return state.sections.flatMap((section) => {
    const rows = section.rows.filter(shows);
    const showsHead = section.head !== undefined && shows(section.head);
    if (rows.length === 0 && !showsHead) return [];
    const isFolded = folded.has(section.key) && wanted === '';
    return [{ section, folded: isFolded, rows: isFolded ? [] : rows }];
  });
}

/** Rows that show, heads included, in order: what the arrow keys step through. */
export function visibleRows(sections: readonly VisibleSection[]): RowState[] {
  return sections.flatMap(({ section, rows }) => (section.head ? [section.head, ...rows] : rows));
}

/** Lower case and without accents, so that “etude” finds “Étude”. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
