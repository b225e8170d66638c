// Which units can be compared, and what holds one whose own words say little.
import assert from 'node:assert/strict';
import type { Unit, UnitState } from '../../../src/core/align/alignment.js';
import {
  countsOf,
  isComparable,
  isHeldByNeighbours,
  isHeldTitle,
  oneToOne,
  usual,
} from '../../../src/core/checks/support/comparable.js';
import type { PairContext } from '../../../src/core/checks/check.js';
import type { Block, BlockKind } from '../../../src/core/model.js';

function block(index: number, kind: BlockKind = 'heading', depth = 2): Block {
  return { index, kind, depth } as Block;
}

function unit(
  source: readonly Block[],
  target: readonly Block[],
  confidence: number,
  state: UnitState = 'translated',
): Unit {
  return { kind: (source[0] ?? target[0])!.kind, state, source, target, confidence };
}

/** The context of units, and the second of them. */
function second(units: readonly Unit[]): [Unit, PairContext] {
  const by = (side: 'source' | 'target'): Unit[] =>
    units.reduce<Unit[]>((all, one) => {
      for (const { index } of one[side]) all[index] = one;
      return all;
    }, []);
  return [
    units[1]!,
    { alignment: { units }, units: { ofSource: by('source'), ofTarget: by('target') } } as unknown as PairContext,
  ];
}

const before = unit([block(0, 'paragraph')], [block(0, 'paragraph')], 0.7);
const doubtful = unit([block(1)], [block(1)], 0.2);
const behind = unit([block(2, 'paragraph')], [block(2, 'paragraph')], 0.9, 'moved');

describe('a unit', () => {
  it('can be compared if it is translated and sure enough', () => {
    assert.deepEqual(
      [0.49, 0.5].map((confidence) => isComparable(unit([block(0)], [block(0)], confidence))),
      [false, true],
    );
    assert.deepEqual(
      (['translated', 'moved', 'untranslated', 'missing', 'added'] as const).map((state) =>
        isComparable(unit([block(0)], [block(0)], 1, state)),
      ),
      [true, true, false, false, false],
    );
  });

  it('is held by what is surely right before and right behind it', () => {
    assert.equal(isHeldByNeighbours(...second([before, doubtful, behind])), true);
  });

  it('is not held where one of them is less sure, is no translation, or is missing', () => {
    assert.equal(isHeldByNeighbours(...second([unit(before.source, before.target, 0.69), doubtful, behind])), false);
    assert.equal(isHeldByNeighbours(...second([before, doubtful, unit(behind.source, behind.target, 0.69)])), false);
    assert.equal(
      isHeldByNeighbours(...second([before, doubtful, unit(behind.source, behind.target, 1, 'untranslated')])),
      false,
    );
    assert.equal(isHeldByNeighbours(...second([before, doubtful])), false);
  });

  it('is not held where its neighbours belong to others', () => {
    const [far, alone] = [
      unit([block(2, 'paragraph')], [block(5, 'paragraph')], 1),
      unit([block(5, 'paragraph')], [block(2, 'paragraph')], 1),
    ];
    assert.equal(isHeldByNeighbours(...second([before, doubtful, far, alone])), false);
  });

  it('is not held if it is of another kind or depth there, of several blocks, or elsewhere', () => {
    for (const other of [
      unit([block(1)], [block(1, 'title')], 0.2),
      unit([block(1)], [block(1, 'heading', 3)], 0.2),
      unit([block(1)], [block(1)], 0.2, 'moved'),
      unit([block(1), block(1)], [block(1)], 0.2),
      unit([block(1)], [block(1), block(1)], 0.2),
    ])
      assert.equal(isHeldByNeighbours(...second([before, other, behind])), false);
  });

  it('is held as a title if it is one', () => {
    assert.equal(isHeldTitle(...second([before, doubtful, behind])), true);
    assert.equal(isHeldTitle(...second([before, unit([block(1, 'title')], [block(1, 'title')], 0.2), behind])), true);
    assert.equal(
      isHeldTitle(...second([before, unit([block(1, 'paragraph')], [block(1, 'paragraph')], 0.2), behind])),
      false,
    );
    assert.equal(isHeldTitle(...second([before, doubtful])), false);
  });
});

describe('what is usual', () => {
  it('is one block for one block, surely', () => {
    const [, context] = second([
      before,
      doubtful,
      behind,
      unit([block(3), block(4)], [block(3)], 1),
      unit([block(5)], [block(4), block(5)], 1),
    ]);
    assert.deepEqual(
      oneToOne(context).map(({ source, target, unit: of }) => [source.index, target.index, of]),
      [
        [0, 0, before],
        [2, 2, behind],
      ],
    );
  });

  it('is what nearly all are', () => {
    assert.deepEqual(
      [...countsOf(['a', 'b', 'a'])],
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.equal(usual(countsOf('aaab'), 3, 0.75), 'a');
    assert.equal(usual(countsOf('aaabb'), 3, 0.75), undefined);
    assert.equal(usual(countsOf('aab'), 3, 0.5), undefined);
    assert.equal(usual(countsOf('bbaaa'), 3, 0.5), 'a');
    assert.equal(usual(new Map<string, number>(), 0, 0), undefined);
  });

  it('is told without the one that asks', () => {
    assert.equal(usual(countsOf('aaab'), 3, 0.75, 'a'), undefined);
    assert.equal(usual(countsOf('aaab'), 3, 1, 'b'), 'a');
  });
});
