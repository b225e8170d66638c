// What changed from one state of the panel to the next: after a key press one row, not a thousand.
import type { PanelState, RowState, SectionState } from '../core/view/panelState.js';

/** A section that names its rows instead of having them. */
export type SectionPatch = Omit<SectionState, 'head' | 'rows'> & { readonly head: string | undefined; readonly rows: readonly string[] };

/** A state without the rows that the page has already. */
export interface StatePatch {
  readonly state: Omit<PanelState, 'sections'>;
  readonly sections: readonly SectionPatch[];
  /** The rows that are new or say something else. */
  readonly changed: readonly RowState[];
}

/** The rows that were sent, and how. */
export type SentRows = ReadonlyMap<string, { readonly row: RowState; readonly said: string }>;

/** What a page that has the rows `sent` needs to know of `next`, and the rows that it has then. */
export function patchTo(next: PanelState, sent: SentRows): { readonly patch: StatePatch; readonly sent: SentRows } {
  const { sections, ...state } = next;
  const nowSent = new Map<string, { readonly row: RowState; readonly said: string }>();
  const changed: RowState[] = [];
  const note = (row: RowState): string => {
    const before = sent.get(row.key);
    const said = before?.row === row ? before.said : JSON.stringify(row);
    nowSent.set(row.key, { row, said });
    if (before?.said !== said) changed.push(row);
    return row.key;
  };
  const named = sections.map(({ head, rows, ...section }): SectionPatch => ({ ...section, head: head && note(head), rows: rows.map(note) }));
  return { patch: { state, sections: named, changed }, sent: nowSent };
}

/** The state that `patch` leads to; rows that did not change are the very rows of `before`. @throws {Error} if a row is in neither */
export function applyPatch(before: PanelState | undefined, { state, sections, changed }: StatePatch): PanelState {
  const rows = new Map<string, RowState>();
  for (const { head, rows: own } of before?.sections ?? []) for (const row of head ? [head, ...own] : own) rows.set(row.key, row);
  for (const row of changed) rows.set(row.key, row);
  const rowOf = (key: string): RowState => {
    const row = rows.get(key);
    if (!row) throw new Error(`The row ${key} was never sent`);
    return row;
  };
  return { ...state, sections: sections.map(({ head, rows: own, ...section }) => ({ ...section, head: head === undefined ? undefined : rowOf(head), rows: own.map(rowOf) })) };
}
