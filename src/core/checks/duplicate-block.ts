// duplicate-block: a text that stands twice in the translation and only once in the source.
import { definePairCheck } from './check.js';
import { removal } from './support/blockLines.js';
import { copiesIn } from './support/copies.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'duplicate-block',
  severity: 'warning',
  messages: {
    copy: 'This repeats line {line}: “{text}”. The source does not.',
    instead: 'This is the same text as on line {line}: “{text}”. The source says something else here.',
  },
  *run(context) {
    const { target } = context;
    for (const { blocks, of, source: own } of copiesIn(context)) {
      const [first, last] = [blocks[0]!, blocks.at(-1)!];
      const original = context.units.ofTarget[of.index]?.source[0];
      yield {
        message: own ? 'instead' : 'copy',
        data: { line: target.lines.positionAt(of.span.start).line + 1, text: quoted(of.text) },
        span: { start: first.span.start, end: last.span.end },
        source: (own ?? original)?.span,
        ...(own ? { severity: 'information' as const } : {}),
        fixes: own
          ? []
          : [
              {
                title: 'Delete the copy',
                edits: [{ span: removal(target, first.index, last.index), newText: '' }],
                preferred: true,
              },
            ],
      };
    }
  },
});
