// missing-block: a title, a paragraph, a caption… of an item that is otherwise there.
import type { BlockKind } from '../model.js';
import { definePairCheck } from './check.js';
import { insertion } from './support/insert.js';
import { leastConfidence } from './support/comparable.js';
import { doubtOf, missingBlocks } from './support/missingBlocks.js';
import { runTogetherParagraphs } from './support/runTogetherParagraphs.js';
import { quoted, sourceSpan } from './support/words.js';

const names: Readonly<Record<BlockKind, string>> = {
  heading: 'heading',
  title: 'title',
  paragraph: 'paragraph',
  'list-item': 'list item',
  image: 'picture',
  caption: 'caption',
  code: 'code block',
  table: 'table',
  html: 'block of HTML',
};
/** Nobody loses the thread without these. */
const minor: ReadonlySet<BlockKind> = new Set(['caption', 'html']);

export default definePairCheck({
  id: 'missing-block',
  severity: 'warning',
  messages: {
    missing: 'The {kind} “{text}” is missing here.',
    merged: 'The {kind} “{text}” has no counterpart of its own; the long text here may hold it.',
    replaced:
      'The {kind} “{text}” seems to be missing here. What stands in its place has no link, name or number of it.',
    missingNameless: 'A {kind} of the source is missing here.',
  },
  *run(context) {
    const missing = missingBlocks(context);
    if (missing.length === 0) return;
    const held = new Set(runTogetherParagraphs(context).flatMap(({ source }) => source));
    for (const { first, last, named, confidence } of missing) {
      // It is there, without a blank line: told as such.
      if (held.has(named)) continue;
      const { span, edits } = insertion(context, first, last);
      const kind = names[named.kind];
      const doubt = doubtOf(context, named);
      const isMinor = minor.has(named.kind) || confidence < leastConfidence || doubt === 'replaced';
      yield {
        message: doubt ?? (named.text === '' ? 'missingNameless' : 'missing'),
        data: { kind, text: quoted(named.text) },
        span,
        ...(named.text !== '' && { subject: quoted(named.text) }),
        source: sourceSpan(context.source, first, last),
        ...(doubt === 'merged' ? { severity: 'hint' as const } : isMinor ? { severity: 'information' as const } : {}),
        fixes:
          doubt === 'merged'
            ? []
            : [{ title: `Insert the missing ${kind} in the source’s words`, edits, preferred: doubt === undefined }],
      };
    }
  },
});
