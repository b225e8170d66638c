// Edits between two states of a text: they make the one of the other, and leave other lines alone.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/edit.js';
import { editsBetween } from '../../../src/vscode/editsBetween.js';

describe('edits between two states of a text', () => {
  it('are none where nothing differs', () => {
    assert.deepEqual(editsBetween('one\ntwo\n', 'one\ntwo\n'), []);
  });

  it('touch only the lines that differ', () => {
    const before = 'one\r\ntwo\r\nthree\r\nfour\r\n';
    assert.deepEqual(editsBetween(before, 'one\r\n2\r\nthree\r\nfour\r\nfive\r\n'), [
      { span: { start: 5, end: 10 }, newText: '2\r\n' },
      { span: { start: 23, end: 23 }, newText: 'five\r\n' },
    ]);
  });

  it('make the one of the other, whatever they are', () => {
    const line = fc.constantFrom('', 'a', 'b', 'a long line', '\r', '\ufeff', '\ud83d');
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 12 })
      .map((lines) => lines.flat().join(''));
    fc.assert(fc.property(text, text, (before, after) => applyEdits(before, editsBetween(before, after)) === after));
  });
});
