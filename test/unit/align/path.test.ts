// The best path through a corridor: what holds of it whatever the size of the texts.
import assert from 'node:assert/strict';
import { bestPath } from '../../../src/core/align/path.js';
import type { Group } from '../../../src/core/align/similarity.js';

/** The path through two texts of so many blocks, of which each goes best with its like-numbered one. */
function pathThrough(rows: number, columns: number) {
  const runs = { source: { start: 0, end: rows }, target: { start: 0, end: columns } };
  return bestPath(
    runs,
    [],
    { score: (s, t) => (s.count + t.count > 2 ? -9 : 1), gap: { skip: -0.9, open: -0.4 } },
    () => true,
  );
}

/** The pairs of a path through blocks that go with those of the same letter, a little less if one is a capital. */
function pairsBetween(source: string, target: string): string[] {
  const runs = { source: { start: 0, end: source.length }, target: { start: 0, end: target.length } };
  const like = {
    score: (s: Group, t: Group) =>
      s.count + t.count > 2
        ? -9
        : source[s.from] === target[t.from]
          ? 1
          : source[s.from]!.toLowerCase() === target[t.from]!.toLowerCase()
            ? 0.9
            : -5,
    gap: { skip: -0.6, open: -0.3 },
  };
  return bestPath(runs, [], like, () => true).flatMap(({ source: s, target: t }) =>
    s.count > 0 && t.count > 0 ? [`${source[s.from]}${s.from}${t.from}`] : [],
  );
}

describe('the best path', () => {
  it('leaves out what stands together, on either side', () => {
    // P goes best with P, but nearly as well with the p that leaves all others in one gap.
    assert.deepEqual(pairsBetween('ahpmhPnz', 'ahPz'), ['a00', 'h11', 'p22', 'z73']);
    assert.deepEqual(pairsBetween('ahPz', 'ahpmhPnz'), ['a00', 'h11', 'P22', 'z37']);
  });

  // From 2,507 blocks on the corridor gets narrower, to an odd width too.
  for (const [rows, columns] of [
    [2507, 2507],
    [2507, 2450],
    [0, 3],
    [3, 0],
    [1, 1],
  ] as const) {
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
