// The best path through a corridor: what holds of it whatever the size of the texts.
import assert from 'node:assert/strict';
import { bestPath } from '../../../src/core/align/path.js';

/** The path through two texts of so many blocks, of which each goes best with its like-numbered one. */
function pathThrough(rows: number, columns: number) {
  const runs = { source: { start: 0, end: rows }, target: { start: 0, end: columns } };
  return bestPath(runs, [], { score: (s, t) => (s.count + t.count > 2 ? -9 : 1), skip: -0.9 }, () => true);
}

describe('the best path', () => {
  // From 2,507 blocks on the corridor gets narrower, to an odd width too.
  for (const [rows, columns] of [[2507, 2507], [2507, 2450], [0, 3], [3, 0], [1, 1]] as const) {
    it(`covers ${rows} blocks and ${columns} without a gap`, () => {
      const path = pathThrough(rows, columns);
      let [row, column] = [0, 0];
      for (const { source, target } of path) {
        assert.deepEqual([source.from, target.from], [row, column]);
        [row, column] = [row + source.count, column + target.count];
      }
      assert.deepEqual([row, column], [rows, columns]);
    });
  }
});
