// leftover-source: the source's text stands in the translation beside what translates it.
import type { Span } from '../text/span.js';
import { definePairCheck, type PairContext } from './check.js';
import { removal } from './support/blockLines.js';
import { foreignSentences } from './support/foreignSentences.js';
import { leftoverBlocks } from './support/leftovers.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'leftover-source',
  severity: 'warning',
  messages: {
    leftover: 'The source’s text is left here beside its translation: “{text}”.',
  },
  *run(context) {
    const { target } = context;
    for (const { block, source } of leftoverBlocks(context)) {
      yield {
        message: 'leftover',
        data: { text: quoted(block.text) },
        span: block.span,
        source: source.span,
        fixes: [
          {
            title: 'Delete the source’s text',
            edits: [{ span: removal(target, block.index, block.index), newText: '' }],
            preferred: true,
          },
        ],
      };
    }
    for (const { text, span, source, isBeside } of foreignSentences(context)) {
      if (!isBeside) continue;
      yield {
        message: 'leftover',
        data: { text: quoted(text) },
        span,
        source,
        fixes: [
          {
            title: 'Delete the source’s sentence',
            edits: [{ span: withSpace(context, span), newText: '' }],
            preferred: true,
          },
        ],
      };
    }
  },
});

/** A sentence with the white space behind it, or, of the last one, before it. */
function withSpace({ target: { text } }: PairContext, { start, end }: Span): Span {
  const behind = /^[ \t]*(?:\r?\n(?![ \t]*\r?\n)[ \t]*)?/.exec(text.slice(end, end + 200))![0].length;
  if (/\S/.test(text[end + behind] ?? '') && behind > 0) return { start, end: end + behind };
  const before = /(?<![ \t])(?:[ \t]*\r?\n)?[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))![0].length;
  return { start: start - before, end };
}
