// Remembers the rows of a panel, so that after an edit only those are made that say something else.
import type { Unit } from '../align/alignment.js';
import type { Block } from '../model.js';
import type { RenderedPlaceable } from './marks.js';
import type { Lines, RowState } from './panelState.js';

/** A row, and the source's placeables in it. */
export interface MadeRow {
  readonly row: RowState;
  readonly placeables: readonly RenderedPlaceable[];
}

interface Remembered {
  readonly source: readonly Place[];
  readonly target: readonly Place[];
  readonly about: string;
  readonly made: MadeRow;
}

/** A block, and where it stood. */
interface Place {
  readonly identity: object;
  readonly start: number;
}

/** The rows of one translation, by their keys. A memory serves one way of finding pictures. */
export class RowMemory {
  private before = new Map<string, Remembered>();
  private now = new Map<string, Remembered>();

  /** To be called before the rows of a state are made: rows that the state before did not have are forgotten. */
  begin(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /**
   * The row of `unit`: the very one of the state before where it would be made of the same, else what `make` makes.
   *
   * @param about what the row says besides the texts of its blocks
   * @param linesOf where its blocks are now
   */
  row(
    key: string,
    unit: Unit,
    about: string,
    linesOf: (blocks: readonly Block[]) => readonly Lines[],
    make: () => MadeRow,
  ): MadeRow {
    const known = this.before.get(key);
    const isKnown =
      known !== undefined &&
      known.about === about &&
      sameBlocks(known.source, unit.source) &&
      sameBlocks(known.target, unit.target);
    // The places of what stands in the source's row count in its text: they are only known where it did not move.
    const isInPlace = isKnown && unit.source.every(({ span }, i) => span.start === known.source[i]!.start);
    const made = isInPlace
      ? { ...known.made, row: withLines(known.made.row, linesOf(unit.source), linesOf(unit.target)) }
      : make();
    this.now.set(key, { source: unit.source.map(placeOf), target: unit.target.map(placeOf), about, made });
    return made;
  }
}

function placeOf({ identity, span }: Block): Place {
  return { identity, start: span.start };
}

function sameBlocks(before: readonly Place[], now: readonly Block[]): boolean {
  return before.length === now.length && before.every(({ identity }, i) => identity === now[i]!.identity);
}

/** The same object if its blocks are still on the same lines. */
function withLines(row: RowState, source: readonly Lines[], target: readonly Lines[]): RowState {
  if (sameLines(row.source.lines, source) && sameLines(row.target.lines, target)) return row;
  return { ...row, source: { ...row.source, lines: source }, target: { ...row.target, lines: target } };
}

function sameLines(before: readonly Lines[], now: readonly Lines[]): boolean {
  return (
    before.length === now.length && before.every(([first, last], i) => first === now[i]![0] && last === now[i]![1])
  );
}
