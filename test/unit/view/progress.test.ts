// How far a translation is, in per cent.
import assert from 'node:assert/strict';
import { progressOf } from '../../../src/core/view/progress.js';
import type { UnitState } from '../../../src/core/align/alignment.js';

describe('progress', () => {
  const of = (states: Partial<Record<UnitState, number>>) =>
    progressOf(
      Object.entries(states).flatMap(([state, times]) =>
        Array.from({ length: times }, () => ({ state: state as UnitState })),
      ),
    );

  it('counts what is translated, wherever it stands, of what the source has', () => {
    assert.deepEqual(of({ translated: 1, moved: 1, untranslated: 1, missing: 1, added: 5 }), {
      done: 2,
      of: 4,
      percent: 50,
    });
  });

  it('is 100 only if nothing is left, and 0 only if nothing was done', () => {
    assert.equal(of({ translated: 999, missing: 1 }).percent, 99);
    assert.equal(of({ translated: 1, missing: 999 }).percent, 1);
    assert.equal(of({ missing: 3 }).percent, 0);
    assert.equal(of({ translated: 3 }).percent, 100);
    assert.equal(of({ added: 3 }).percent, 100);
  });
});
