// The best monotone alignment of two runs of blocks: dynamic programming inside a corridor along the anchors.
import { finished, type Steps } from '../steps.js';
import type { Allowed } from './allowed.js';
import type { Anchor } from './anchors.js';
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
 * paragraphs; but not two to two, which only hides that neighbours changed places. Of steps that are as good as each
 * other the first one is taken, from the end: of a text and its copy it is the copy that is left over.
 */
const steps: readonly (readonly [number, number])[] = [[1, 0], [0, 1], [1, 1], [1, 2], [2, 1], [1, 3], [3, 1]];
const counts = [0, 1, 2, 3] as const;
/** How far beyond an anchor the corridor reaches, so that a split or a merge around it is seen whole. */
const margin = 3;
/** Widest corridor where anchors are far apart; of very long texts it is narrower, so that it has no more cells than this. */
const widest = 400;
const mostCells = 1_000_000;
const narrowest = 60;

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

/** As `bestPath`, in steps. */
export function* findingPath(runs: Runs, chain: readonly Anchor[], similar: Similarity, allowed: Allowed): Steps<Match[]> {
  const rows = runs.source.end - runs.source.start;
  const columns = runs.target.end - runs.target.start;
  const corridor = corridorOf(rows, columns, chain.map(({ source, target }) => [source - runs.source.start, target - runs.target.start] as const));
  const starts = startsOf(corridor);
  const best = new Float64Array(starts[rows + 1]!).fill(-Infinity);
  const taken = new Int8Array(starts[rows + 1]!).fill(-1);
  const at = (row: number, column: number): number => {
    const bounds = corridor[row]!;
    return column < bounds.from || column > bounds.to ? -Infinity : best[starts[row]! + column - bounds.from]!;
  };
  const groups = { source: groupsIn(runs.source), target: groupsIn(runs.target) };
  const scoreOf = (row: number, column: number, down: number, across: number): number => {
    if (down === 0 || across === 0) return similar.skip * (down + across);
    const [source, target] = [groups.source[row - down]![down]!, groups.target[column - across]![across]!];
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
    for (let column = from; column <= to; column++) {
      if (row === 0 && column === 0) best[0] = 0;
      let [highest, chosen] = [best[start + column]!, -1];
      for (let step = 0; step < steps.length; step++) {
        const [down, across] = steps[step]!;
        if (down > row || across > column) continue;
        const before = at(row - down, column - across);
        if (before === -Infinity) continue;
        const total = before + scoreOf(row, column, down, across);
        if (total > highest + 1e-9) [highest, chosen] = [total, step];
      }
      best[start + column] = highest;
      taken[start + column] = chosen;
    }
  }
  return backtrack(rows, columns, (row, column) => taken[starts[row]! + column - corridor[row]!.from]!, (row, column, down, across) => ({
    source: groups.source[row - down]![down]!,
    target: groups.target[column - across]![across]!,
    score: scoreOf(row, column, down, across),
  }));
}

/** By place in a run and by count, the groups that begin there; made once, as every cell of the corridor asks for some. */
function groupsIn({ start, end }: Runs['source']): Group[][] {
  return Array.from({ length: end - start + 1 }, (_, i) => counts.map((count) => ({ from: start + i, count })));
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** For each row the columns worth looking at: those between the anchors around it, and some on both sides. */
function corridorOf(rows: number, columns: number, anchors: readonly (readonly [number, number])[]): Bounds[] {
  const width = Math.max(narrowest, Math.min(widest, Math.round(mostCells / (rows + 1))));
  const corners = [[-1, -1] as const, ...anchors, [rows, columns] as const];
  const bounds: Bounds[] = [];
  let next = 1;
  for (let row = 0; row <= rows; row++) {
    while (next < corners.length - 1 && corners[next]![0] + margin < row) next++;
    let [low, high] = [columns, 0];
    for (let k = Math.max(1, next - 2 * margin); k < corners.length; k++) {
      const [before, after] = [corners[k - 1]!, corners[k]!];
      if (before[0] - margin > row) break;
      if (after[0] + margin < row) continue;
      let [from, to] = [before[1] - margin, after[1] + 1 + margin];
      if (to - from > width) {
        const middle = Math.round(before[1] + ((row - before[0]) / Math.max(1, after[0] - before[0])) * (after[1] - before[1]));
        [from, to] = [Math.max(from, middle - (width >> 1)), Math.min(to, middle + (width >> 1))];
      }
      low = Math.min(low, from);
      high = Math.max(high, to);
    }
    if (row === 0) low = 0;
    if (row === rows) high = columns;
    bounds.push({ from: Math.max(0, Math.min(low, columns)), to: Math.max(0, Math.min(high, columns)) });
  }
  return bounds;
}

/** Where each row's cells begin, and behind the last one the count of all. */
function startsOf(corridor: readonly Bounds[]): Int32Array {
  const starts = new Int32Array(corridor.length + 1);
  corridor.forEach(({ from, to }, row) => (starts[row + 1] = starts[row]! + to - from + 1));
  return starts;
}

function backtrack(rows: number, columns: number, taken: (row: number, column: number) => number, match: (row: number, column: number, down: number, across: number) => Match): Match[] {
  const matches: Match[] = [];
  let [row, column] = [rows, columns];
  while (row > 0 || column > 0) {
    const step = taken(row, column);
    const [down, across] = step >= 0 ? steps[step]! : row > 0 ? [1, 0] : [0, 1];
    matches.push(match(row, column, down, across));
    row -= down;
    column -= across;
  }
  return matches.reverse();
}
