// encoding-damage: UTF-8 that was once read as another encoding and saved so.
import { slice, type Span } from '../text/span.js';
import { definePostCheck } from './check.js';

export default definePostCheck({
  id: 'encoding-damage',
  severity: 'error',
  messages: {
    damaged: 'The encoding of this file is damaged in {count} places: its UTF-8 was read as {readAs} and saved so. The first of them is meant to be “{meant}”.',
  },
  *run({ target: { damage, text } }) {
    const first = damage?.edits[0];
    if (!damage || !first) return;
    const start = damage.toRepaired(first.span.start);
    const word = wordAround(text, { start, end: start + first.newText.length });
    yield {
      message: 'damaged',
      data: { count: damage.edits.length, readAs: damage.readAs, meant: slice(text, word) },
      span: word,
      fixes: [{ title: `Repair the encoding (${damage.edits.length} places)`, edits: damage.edits, safe: true, preferred: true, ofFile: true }],
    };
  },
});

/** The letters around a place; the place itself where there are none. */
function wordAround(text: string, { start, end }: Span): Span {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, start - 40), start))![0];
  const behind = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + 40))![0];
  return { start: start - before.length, end: end + behind.length };
}
