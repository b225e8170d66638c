// Lines, positions and spans.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexLines, overlaps, slice, trimSpan } from '../../../src/core/text/span.js';
import { holds } from '../support/property.js';

describe('lines of a text', () => {
  it('end at \\n, \\r\\n and a lone \\r', () => {
    const lines = indexLines('a\nbc\r\nd\re');
    assert.equal(lines.count, 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.startOf(line)),
      [0, 2, 6, 8],
    );
  });

  it('an empty text has one line, a closing line break opens another', () => {
    assert.equal(indexLines('').count, 1);
    assert.equal(indexLines('a\n').count, 2);
    assert.equal(indexLines('a\r\n\r\n').count, 3);
  });

  it('a position inside and behind a line break belongs to the line before', () => {
    const lines = indexLines('ab\r\ncd');
    assert.deepEqual(
      [2, 3, 4].map((offset) => lines.positionAt(offset)),
      [
        { line: 0, column: 2 },
        { line: 0, column: 3 },
        { line: 1, column: 0 },
      ],
    );
  });

  it('columns count UTF-16 code units', () => {
    assert.deepEqual(indexLines('x\n🥾é!').positionAt(5), { line: 1, column: 3 });
  });

  it('what lies outside the text is moved to its ends', () => {
    const lines = indexLines('a\nb');
    assert.deepEqual(lines.positionAt(-5), { line: 0, column: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, column: 1 });
    assert.equal(lines.startOf(-1), 0);
    assert.equal(lines.startOf(99), 3);
  });

  it('startOf undoes positionAt', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '🥾')).map((parts) => parts.join(''));
    holds([text], 200, (given) => {
      const lines = indexLines(given);
      for (let offset = 0; offset <= given.length; offset++) {
        const { line, column } = lines.positionAt(offset);
        assert.equal(lines.startOf(line) + column, offset);
        assert.ok(offset < lines.startOf(line + 1) || line === lines.count - 1);
      }
    });
  });
});

describe('spans', () => {
  it('overlap if they share a character, not if they touch', () => {
    assert.ok(overlaps({ start: 0, end: 3 }, { start: 2, end: 5 }));
    assert.ok(!overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }));
    assert.ok(overlaps({ start: 0, end: 9 }, { start: 3, end: 4 }));
  });

  it('an empty one lies in whatever touches it', () => {
    assert.ok(overlaps({ start: 3, end: 3 }, { start: 3, end: 5 }));
    assert.ok(overlaps({ start: 0, end: 3 }, { start: 3, end: 3 }));
    assert.ok(overlaps({ start: 3, end: 3 }, { start: 3, end: 3 }));
    assert.ok(!overlaps({ start: 2, end: 2 }, { start: 3, end: 5 }));
  });

  it('are trimmed of white space, no-break and ideographic spaces too', () => {
    const text = ' \u00a0\n ab c\u3000 ';
    const span = trimSpan(text, { start: 0, end: text.length });
    assert.equal(slice(text, span), 'ab c');
    assert.deepEqual(trimSpan('   ', { start: 0, end: 3 }), { start: 3, end: 3 });
  });
});
