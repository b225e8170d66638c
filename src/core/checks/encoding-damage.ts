// encoding-damage: UTF-8 that was once read as another encoding and saved so, and characters that were lost by it.
import { slice, type Span } from '../text/span.js';
import { definePostCheck, type Found } from './check.js';
import { asPair } from './support/asPair.js';

/** What a program writes for bytes that it cannot read. */
const replacement = '\ufffd';

export default definePostCheck({
  id: 'encoding-damage',
  severity: 'error',
  messages: {
    damaged:
      'The encoding of this file is damaged in {count} places: its UTF-8 was read as {readAs} and saved so. The first of them is meant to be “{meant}”.',
    lost: 'Characters were lost here: “{text}”. In all there are {count} such signs in this file, left by a program that read it in another encoding.',
  },
  *run(context): Generator<Found<'damaged' | 'lost'>> {
    const { damage, text } = context.target;
    const first = damage?.edits[0];
    if (damage && first) {
      const start = damage.toRepaired(first.span.start);
      const word = wordAround(text, { start, end: start + first.newText.length });
      yield {
        message: 'damaged',
        data: { count: damage.edits.length, readAs: damage.readAs, meant: slice(text, word) },
        span: word,
        fixes: [
          {
            title: `Repair the encoding (${damage.edits.length} places)`,
            edits: damage.edits,
            safe: true,
            preferred: true,
            ofFile: true,
          },
        ],
      };
    }
    const at = text.indexOf(replacement);
    if (at < 0 || asPair(context)?.source.text.includes(replacement)) return; // the source's to mend, or it is about that sign
    const word = wordAround(text, { start: at, end: at + 1 });
    yield {
      message: 'lost',
      data: { text: slice(text, word), count: text.split(replacement).length - 1 },
      span: word,
      severity: 'warning',
    };
  },
});

/** The letters around a place; the place itself where there are none. */
function wordAround(text: string, { start, end }: Span): Span {
  const before = /(?<![\p{L}\p{M}\ufffd])[\p{L}\p{M}\ufffd]*$/u.exec(text.slice(Math.max(0, start - 40), start))![0];
  const behind = /^[\p{L}\p{M}\ufffd]*/u.exec(text.slice(end, end + 40))![0];
  return { start: start - before.length, end: end + behind.length };
}
