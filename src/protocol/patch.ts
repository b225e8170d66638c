// What changed from one state of the panel to the next: after a key press one row, not a thousand.
import type { PanelState, RowState, SectionState } from '../core/view/panelState.js';

/** A section that names its rows instead of having them; without `rows` it has those that it had, in the same order. */
export type SectionPatch = Omit<SectionState, 'head' | 'rows'> & {
  readonly rows?: { readonly head: string | undefined; readonly below: readonly string[] };
};

/** A state without the sections and rows that the page has already. */
export interface StatePatch {
  readonly state: Omit<PanelState, 'sections'>;
  /** The keys of all sections, where they are not those that the page has, in the same order. */
  readonly order?: readonly string[];
  /** The sections that are new or say something else. */
  readonly sections: readonly SectionPatch[];
  /** The rows that are new or say something else. */
  readonly changed: readonly RowState[];
}

/** What a page was sent. */
export interface Sent {
  /** The rows, and how. */
  readonly rows: ReadonlyMap<string, { readonly row: RowState; readonly said: string }>;
  /** By their keys, in their order. */
  readonly sections: ReadonlyMap<string, SectionState>;
}

/** What a page was sent that has nothing. */
export const nothingSent: Sent = { rows: new Map(), sections: new Map() };

/** What a page that was sent `sent` needs to know of `next`, and what it was sent then. */
export function patchTo(next: PanelState, sent: Sent): { readonly patch: StatePatch; readonly sent: Sent } {
  const { sections: all, ...state } = next;
  const rows = new Map<string, { readonly row: RowState; readonly said: string }>();
  const changed: RowState[] = [];
  /** @returns whether the page has the row as it is */
  const note = (row: RowState): boolean => {
    const before = sent.rows.get(row.key);
    const entry = before?.row === row ? before : { row, said: JSON.stringify(row) };
    rows.set(row.key, entry);
    const isSame = before?.said === entry.said;
    if (!isSame) changed.push(row);
    return isSame;
  };
  const patches: SectionPatch[] = [];
  for (const section of all) {
    const { head, rows: own, ...rest } = section;
    // All of them are to be noted, whatever the others are.
    const isAsSent = [...(head ? [head] : []), ...own].map(note).every(Boolean);
    const before = sent.sections.get(section.key);
    const hasSameRows = before !== undefined && before.head?.key === head?.key && sameKeys(before.rows, own);
    if (isAsSent && hasSameRows && JSON.stringify(before.progress) === JSON.stringify(section.progress)) continue;
    patches.push(hasSameRows ? rest : { ...rest, rows: { head: head?.key, below: own.map(({ key }) => key) } });
  }
  // A page that has nothing is told even that there is nothing.
  const isInOrder = sent.sections.size > 0 && sameKeys([...sent.sections.values()], all);
  return {
    patch: { state, ...(!isInOrder && { order: all.map(({ key }) => key) }), sections: patches, changed },
    sent: { rows, sections: new Map(all.map((section) => [section.key, section])) },
  };
}

function sameKeys(before: readonly { readonly key: string }[], now: readonly { readonly key: string }[]): boolean {
  return before.length === now.length && before.every(({ key }, i) => key === now[i]!.key);
}

/**
 * The state that `patch` leads to; sections and rows that did not change are the very ones of `before`.
 * @throws {Error} if a section or a row is in neither, or nothing was before and the patch takes that there was
 */
export function applyPatch(
  before: PanelState | undefined,
  { state, order, sections, changed }: StatePatch,
): PanelState {
  if (!before && !order) throw new Error('Nothing was ever sent');
  const old = new Map((before?.sections ?? []).map((section) => [section.key, section]));
  const fresh = new Map(changed.map((row) => [row.key, row]));
  const rowOf = rowsBy(before, fresh);
  const patched = new Map(
    sections.map(({ rows, ...rest }): [string, SectionState] => {
      if (rows)
        return [
          rest.key,
          { ...rest, head: rows.head === undefined ? undefined : rowOf(rows.head), rows: rows.below.map(rowOf) },
        ];
      const { head, rows: own } = found(old.get(rest.key), `section ${rest.key}`);
      return [
        rest.key,
        { ...rest, head: head && (fresh.get(head.key) ?? head), rows: own.map((row) => fresh.get(row.key) ?? row) },
      ];
    }),
  );
  const keys = order ?? [...old.keys()];
  return { ...state, sections: keys.map((key) => found(patched.get(key) ?? old.get(key), `section ${key}`)) };
}

/** Finds rows by their keys, the changed ones first. The others are gone through only when one of them is asked for. */
function rowsBy(before: PanelState | undefined, fresh: ReadonlyMap<string, RowState>): (key: string) => RowState {
  let known: Map<string, RowState> | undefined;
  return (key) => {
    const row = fresh.get(key);
    if (row) return row;
    known ??= new Map(
      (before?.sections ?? [])
        .flatMap(({ head, rows }) => (head ? [head, ...rows] : rows))
        .map((one) => [one.key, one]),
    );
    return found(known.get(key), `row ${key}`);
  };
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The ${what} was never sent`);
  return value;
}
