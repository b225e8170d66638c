// The part of the table that is worth looking at: a corridor along the anchors.

/** How far beyond an anchor the corridor reaches, so that a split or a merge around it is seen whole. */
const margin = 3;
/** Widest corridor where anchors are far apart; of very long texts it is narrower, so that it has no more cells than this. */
const widest = 400;
const mostCells = 1_000_000;
const narrowest = 60;

/** The columns of a row that the corridor has, both ends inclusive. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** For each row the columns worth looking at: those between the anchors around it, and some on both sides. */
export function corridorOf(rows: number, columns: number, anchors: readonly (readonly [number, number])[]): Bounds[] {
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
        const middle = Math.round(
          before[1] + ((row - before[0]) / Math.max(1, after[0] - before[0])) * (after[1] - before[1]),
        );
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
export function startsOf(corridor: readonly Bounds[]): Int32Array {
  const starts = new Int32Array(corridor.length + 1);
  corridor.forEach(({ from, to }, row) => (starts[row + 1] = starts[row]! + to - from + 1));
  return starts;
}
