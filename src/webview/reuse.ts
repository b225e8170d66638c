// Keeps what did not change when a new state arrives, so that drawing can pass it over.
import type { PanelState, RowState } from '../protocol/messages.js';

/** `after`, with each row that says the same as in `before` replaced by the very row of `before`. */
export function reuseRows(before: PanelState | undefined, after: PanelState): PanelState {
  if (!before) return after;
  const known = new Map<string, RowState>();
  for (const { head, rows } of before.sections) for (const row of head ? [head, ...rows] : rows) known.set(row.key, row);
  const reuse = (row: RowState): RowState => {
    const old = known.get(row.key);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  };
  return { ...after, sections: after.sections.map((section) => ({ ...section, head: section.head && reuse(section.head), rows: section.rows.map(reuse) })) };
}
