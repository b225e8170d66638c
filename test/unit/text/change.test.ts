// What an edit changed, and where everything else is behind it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bothChanges, carried, changeBetween } from '../../../src/core/text/change.js';
import { holds } from '../support/property.js';

describe('a change', () => {
  it('is the shortest stretch that differs', () => {
    assert.deepEqual(changeBetween('one two three', 'one 2 three'), {
      before: { start: 4, end: 7 },
      after: { start: 4, end: 5 },
    });
    assert.deepEqual(changeBetween('aa', 'aaa'), { before: { start: 2, end: 2 }, after: { start: 2, end: 3 } });
    assert.deepEqual(changeBetween('same', 'same'), { before: { start: 4, end: 4 }, after: { start: 4, end: 4 } });
  });

  it('makes the one text of the other', () => {
    holds([fc.string(), fc.string()], 200, (a, b) => {
      const { before, after } = changeBetween(a, b);
      assert.equal(a.slice(0, before.start) + b.slice(after.start, after.end) + a.slice(before.end), b);
    });
  });

  it('of a text and of the same text with words blanked out lies around both', () => {
    const change = bothChanges(
      changeBetween('<a> one <b>', '<a> one! <b>'),
      changeBetween('    one <b>', '<a> one!    '),
    );
    assert.deepEqual(change, { before: { start: 0, end: 11 }, after: { start: 0, end: 12 } });
    const inside = changeBetween('one two', 'one too');
    assert.deepEqual(bothChanges(inside, inside), inside);
  });

  it('leaves the words of a span what they are before and behind it', () => {
    const [a, b] = ['one two three', 'one hundred three'];
    const change = changeBetween(a, b);
    assert.equal(b.slice(...(Object.values(carried({ start: 0, end: 3 }, change)) as [number, number])), 'one');
    assert.equal(b.slice(...(Object.values(carried({ start: 8, end: 13 }, change)) as [number, number])), 'three');
    assert.equal(b.slice(...(Object.values(carried({ start: 4, end: 7 }, change)) as [number, number])), 'hundred');
    assert.equal(b.slice(...(Object.values(carried({ start: 0, end: 13 }, change)) as [number, number])), b);
  });

  it('keeps spans in the text and the right way round', () => {
    holds([fc.string(), fc.string(), fc.nat(), fc.nat()], 200, (a, b, x, y) => {
      const [start, end] = [x % (a.length + 1), y % (a.length + 1)].sort((m, n) => m - n) as [number, number];
      const span = carried({ start, end }, changeBetween(a, b));
      assert.ok(
        span.start >= 0 && span.start <= span.end && span.end <= b.length,
        JSON.stringify([a, b, start, end, span]),
      );
    });
  });
});
