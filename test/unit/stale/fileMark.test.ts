// The mark of a whole file: what was changed since, and what it says when it is renewed.
import assert from 'node:assert/strict';
import { changedSince, renewedMark } from '../../../src/core/stale/fileMark.js';

const list = (letters: string): string[] => [...letters];

describe('the fingerprints of a file', () => {
  for (const [what, marked, today, changed] of [
    ['nothing', 'abc', 'abc', ''],
    ['one in the place of another', 'abc', 'axc', 'x'],
    ['two for one: nobody knows which', 'abc', 'axyc', 'xy'],
    ['what came in', 'abc', 'axbyc', ''],
    ['what was taken out', 'abc', 'ac', ''],
    ['what was moved', 'abcd', 'bcda', ''],
    ['moved, with something new in its place', 'abcd', 'xbcda', ''],
    ['all', 'abc', 'xyz', 'xyz'],
    ['none marked', '', 'ab', ''],
  ] as const) {
    it(`tell what was changed: ${what}`, () =>
      assert.deepEqual([...changedSince(list(marked), list(today))], list(changed)));
  }

  for (const [what, marked, today, own, renewed] of [
    ['what was changed is named instead of what it was', 'abc', 'axc', 'x', 'axc'],
    ['beside what is still behind', 'abcd', 'axyd', 'x', 'abcxd'],
    ['what came in', 'abc', 'axbc', 'x', 'axbc'],
    ['what is behind elsewhere', 'abcd', 'xbyd', 'y', 'abyd'],
    ['nothing', 'abc', 'axc', '', 'abc'],
    ['each once', 'ab', 'ab', 'ab', 'ab'],
  ] as const) {
    it(`are renewed: ${what}`, () => {
      const after = renewedMark(list(marked), list(today), (one) => list(own).includes(one));
      assert.equal(after.join(''), renewed);
      assert.ok(list(own).every((one) => !changedSince(after, list(today)).has(one)));
    });
  }
});
