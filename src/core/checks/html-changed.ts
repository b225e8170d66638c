// html-changed: an HTML element of the source is lost, or one of its attributes is another.
import { slice } from '../text/span.js';
import { definePairCheck, type Found } from './check.js';
import { compareHtml } from './support/compareHtml.js';
import { lastLine, quoted } from './support/words.js';

export default definePairCheck({
  id: 'html-changed',
  severity: 'information',
  yieldsTo: ['stray-markup'],
  messages: {
    lost: 'The source has “{tag}” here, which is missing.',
    attribute: 'In the source this attribute is {attribute}.',
    damaged: 'In the source this attribute is {attribute}; its quotation marks were changed by a program.',
    attributeLost: 'In the source this tag has {attribute} as well.',
  },
  *run(context): Generator<Found<'lost' | 'attribute' | 'damaged' | 'attributeLost'>> {
    const { source, target } = context;
    for (const change of compareHtml(context)) {
      if (change.kind === 'lost') {
        const { start, end } = change.source;
        yield {
          message: 'lost',
          data: { tag: quoted(change.source.raw, 40) },
          span: lastLine(target, change.unit.target.at(-1)!),
          source: { start, end },
          subject: quoted(change.source.raw, 40),
        };
        continue;
      }
      const { from } = change;
      const written = slice(source.text, from);
      const places = {
        source: { start: from.start, end: from.end },
        data: { attribute: quoted(written, 60) },
        subject: from.name,
      };
      if (change.kind === 'attributeLost') {
        const at = change.target.start + 1 + change.target.name.length;
        yield {
          message: 'attributeLost',
          ...places,
          span: { start: change.target.start, end: change.target.end },
          fixes: [
            {
              title: 'Insert the attribute',
              edits: [{ span: { start: at, end: at }, newText: ` ${written}` }],
              preferred: true,
            },
          ],
        };
        continue;
      }
      const span = { start: change.to.start, end: change.to.end };
      yield {
        message: change.isDamaged ? 'damaged' : 'attribute',
        ...places,
        span,
        ...(change.isDamaged ? { severity: 'warning' as const } : {}),
        fixes: [
          {
            title: 'Restore the source’s attribute',
            edits: [{ span, newText: written }],
            preferred: true,
            safe: change.isDamaged,
          },
        ],
      };
    }
  },
});
