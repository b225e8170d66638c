// From a line of a text to the row that shows it.
import { rowsOf, type Lines, type PanelState, type RowState } from './panelState.js';

export type Side = 'source' | 'target';

/** The row that shows `line` (from 0) of one side, or the last one above it; undefined above the first. */
export function rowAt(state: PanelState, side: Side, line: number): RowState | undefined {
  let best: RowState | undefined;
  let bestLine = -1;
  for (const row of rowsOf(state)) {
    for (const [first, last] of row[side].lines) {
      if (first <= line && line <= last) return row;
      if (last < line && last > bestLine) {
        best = row;
        bestLine = last;
      }
    }
  }
  return best;
}

/** The line (from 0) of one side at which `row` is found: its own, or the end of the nearest row above that has one. */
export function lineOf(state: PanelState, side: Side, key: string): number | undefined {
  let above: number | undefined;
  for (const row of rowsOf(state)) {
    const own = row[side].lines;
    if (row.key === key) return own[0]?.[0] ?? above;
    above = own.at(-1)?.[1] ?? above;
  }
  return undefined;
}

/** First and last line (from 0) of a row on one side; undefined where it has none. */
export function linesOf(state: PanelState, side: Side, key: string): Lines | undefined {
  const own = rowsOf(state).find((row) => row.key === key)?.[side].lines;
  const [first, last] = [own?.[0], own?.at(-1)];
  return first && last && [first[0], last[1]];
}
