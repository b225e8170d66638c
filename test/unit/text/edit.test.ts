// Edits: applied together, and those that collide left out.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, withoutCollisions, type Edit } from '../../../src/core/text/edit.js';
import { holds } from '../support/property.js';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

describe('edits', () => {
  it('count in the text as it was, in whatever order they come', () => {
    const edits = [edit(8, 11, 'C'), edit(0, 3, 'longer than before'), edit(4, 7, '')];
    assert.equal(applyEdits('one two six', edits), 'longer than before  C');
    assert.equal(applyEdits('one two six', [...edits].reverse()), 'longer than before  C');
  });

  it('an empty span inserts, at the ends too', () => {
    assert.equal(applyEdits('ab', [edit(2, 2, '>'), edit(0, 0, '<'), edit(1, 1, '|')]), '<a|b>');
  });

  it('insertions at one place keep their order', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')]), 'a12b');
  });

  it('an insertion comes before a replacement that begins at its place', () => {
    assert.equal(applyEdits('ab', [edit(0, 1, 'X'), edit(0, 0, '+')]), '+Xb');
  });

  it('none leaves the text as it is', () => {
    assert.equal(applyEdits('ab', []), 'ab');
  });

  it('a group that collides with one before it is left out, all of it', () => {
    const groups = [
      { name: 'first', edits: [edit(0, 2, ''), edit(8, 9, '')] },
      { name: 'collides', edits: [edit(4, 5, ''), edit(8, 8, 'x')] },
      { name: 'free', edits: [edit(4, 6, '')] },
    ];
    assert.deepEqual(
      withoutCollisions(groups).map((group) => group.name),
      ['first', 'free'],
    );
  });

  it('a group may touch another, and its own edits may touch one another', () => {
    const groups = [{ edits: [edit(0, 2, 'a'), edit(2, 4, 'b')] }, { edits: [edit(4, 6, 'c')] }];
    assert.equal(withoutCollisions(groups).length, 2);
  });

  it('what is taken can be applied together, whatever it was', () => {
    const anEdit = fc
      .tuple(fc.nat(20), fc.nat(4))
      .map(([start, length]) => edit(start, Math.min(20, start + length), '_'));
    holds([fc.array(fc.record({ edits: fc.array(anEdit, { minLength: 1, maxLength: 1 }) }))], 300, (groups) => {
      const text = 'abcdefghijklmnopqrst';
      const taken = withoutCollisions(groups).flatMap((group) => group.edits);
      const gone = taken.reduce((sum, { span }) => sum + span.end - span.start, 0);
      assert.equal(applyEdits(text, taken).length, text.length - gone + taken.length);
    });
  });
});
