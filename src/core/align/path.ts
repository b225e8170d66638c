// The best monotone alignment of two runs of blocks: dynamic programming inside a corridor along the anchors.
import { finished, type Steps } from '../steps.js';
import type { Allowed } from './allowed.js';
import type { Anchor } from './anchors.js';
import { corridorOf, startsOf } from './corridor.js';
import type { Group, Similarity } from './similarity.js';

/** A stretch of blocks on each side, `end` exclusive. */
export interface Runs {
  readonly source: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

/** Source blocks with their target blocks; one of the groups may be empty. */
export interface Match {
  readonly source: Group;
  readonly target: Group;
  readonly score: number;
}

/**
 * Source blocks to target blocks of one unit, as Gale and Church allow them, and the threefold splits of long
 * paragraphs; but not two to two, which only hides that neighbours changed places.
 */
const steps: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];
const counts = [0, 1, 2, 3] as const;

/**
 * Aligns `runs` in order, as a whole: the sum of all scores is the highest there is inside the corridor.
 *
 * @param chain anchors inside the runs that rise on both sides
 * @param allowed whether two groups may form a unit at all
 */
export function bestPath(runs: Runs, chain: readonly Anchor[], similar: Similarity, allowed: Allowed): Match[] {
  return finished(findingPath(runs, chain, similar, allowed));
}

/** Cells of the corridor between two steps: some milliseconds. */
const cellsInStep = 5_000;

/**
 * How the best way to a cell ends: with a gap of the source, with one of the target, or with one of `steps`, from this
 * number on. Of ways that are as good as each other the first one is taken, from the end: of a text and its copy it is
 * the copy that is left over.
 */
const [down, across, matched] = [0, 1, 2];
/** For a cell, whether the gap that ends there goes on from the cell before; else it begins there. */
const [downGoesOn, acrossGoesOn] = [1, 2];
/** Sums are alike within this. */
const alike = 1e-9;

/** As `bestPath`, in steps. */
export function* findingPath(
  runs: Runs,
  chain: readonly Anchor[],
  similar: Similarity,
  allowed: Allowed,
): Steps<Match[]> {
  const rows = runs.source.end - runs.source.start;
  const columns = runs.target.end - runs.target.start;
  const corridor = corridorOf(
    rows,
    columns,
    chain.map(({ source, target }) => [source - runs.source.start, target - runs.target.start] as const),
  );
  const starts = startsOf(corridor);
  const { open, skip } = similar.gap;
  const best = new Float64Array(starts[rows + 1]!).fill(-Infinity);
  const taken = new Int8Array(starts[rows + 1]!).fill(-1);
  const goesOn = new Int8Array(starts[rows + 1]!);
  /** By column, the best sum of a way that ends with a gap of the source. */
  const downs = new Float64Array(columns + 1).fill(-Infinity);
  const at = (row: number, column: number): number => {
    const bounds = corridor[row]!;
    return column < bounds.from || column > bounds.to ? -Infinity : best[starts[row]! + column - bounds.from]!;
  };
  const groups = { source: groupsIn(runs.source), target: groupsIn(runs.target) };
  const scoreOf = (row: number, column: number, rowsBack: number, columnsBack: number): number => {
    if (rowsBack === 0 || columnsBack === 0) return skip;
    const [source, target] = [
      groups.source[row - rowsBack]![rowsBack]!,
      groups.target[column - columnsBack]![columnsBack]!,
    ];
    return allowed(source, target) ? similar.score(source, target) : -Infinity;
  };
  let stoppedAt = 0;
  for (let row = 0; row <= rows; row++) {
    const { from, to } = corridor[row]!;
    if (starts[row]! - stoppedAt > cellsInStep) {
      stoppedAt = starts[row]!;
      yield;
    }
    const start = starts[row]! - from;
    let acrossSum = -Infinity;
    for (let column = from; column <= to; column++) {
      if (row === 0 && column === 0) best[0] = 0;
      let [highest, chosen] = [best[start + column]!, -1];
      const [begins, goesDown] = [row > 0 ? at(row - 1, column) + open : -Infinity, downs[column]!];
      downs[column] = Math.max(begins, goesDown) + skip;
      if (goesDown >= begins) goesOn[start + column]! |= downGoesOn;
      if (downs[column]! > highest + alike) [highest, chosen] = [downs[column]!, down];
      const acrossBegins = column > from ? best[start + column - 1]! + open : -Infinity;
      if (acrossSum >= acrossBegins) goesOn[start + column]! |= acrossGoesOn;
      acrossSum = Math.max(acrossBegins, acrossSum) + skip;
      if (acrossSum > highest + alike) [highest, chosen] = [acrossSum, across];
      for (let step = 0; step < steps.length; step++) {
        const [rowsBack, columnsBack] = steps[step]!;
        if (rowsBack > row || columnsBack > column) continue;
        const before = at(row - rowsBack, column - columnsBack);
        if (before === -Infinity) continue;
        const total = before + scoreOf(row, column, rowsBack, columnsBack);
        if (total > highest + alike) [highest, chosen] = [total, matched + step];
      }
      best[start + column] = highest;
      taken[start + column] = chosen;
    }
    downs.fill(-Infinity, 0, from); // outside of the corridor no gap goes on
    downs.fill(-Infinity, to + 1);
  }
  const cellOf = (row: number, column: number): number => starts[row]! + column - corridor[row]!.from;
  return backtrack(
    rows,
    columns,
    (row, column) => taken[cellOf(row, column)]!,
    (row, column) => goesOn[cellOf(row, column)]!,
    (row, column, rowsBack, columnsBack) => ({
      source: groups.source[row - rowsBack]![rowsBack]!,
      target: groups.target[column - columnsBack]![columnsBack]!,
      score: scoreOf(row, column, rowsBack, columnsBack),
    }),
  );
}

/** By place in a run and by count, the groups that begin there; made once, as every cell of the corridor asks for some. */
function groupsIn({ start, end }: Runs['source']): Group[][] {
  return Array.from({ length: end - start + 1 }, (_, i) => counts.map((count) => ({ from: start + i, count })));
}

function backtrack(
  rows: number,
  columns: number,
  taken: (row: number, column: number) => number,
  goesOn: (row: number, column: number) => number,
  match: (row: number, column: number, rowsBack: number, columnsBack: number) => Match,
): Match[] {
  const matches: Match[] = [];
  let [row, column] = [rows, columns];
  /** The gap that is gone through backwards; undefined outside of one. */
  let gap: number | undefined;
  while (row > 0 || column > 0) {
    const way = gap ?? taken(row, column);
    const [rowsBack, columnsBack] =
      way >= matched ? steps[way - matched]! : way === down || (way < 0 && row > 0) ? [1, 0] : [0, 1];
    gap =
      (way === down && goesOn(row, column) & downGoesOn) || (way === across && goesOn(row, column) & acrossGoesOn)
        ? way
        : undefined;
    matches.push(match(row, column, rowsBack, columnsBack));
    row -= rowsBack;
    column -= columnsBack;
  }
  return matches.reverse();
}
