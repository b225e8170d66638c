// code-changed: code between backticks or in a block is not the source's.
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type Found } from './check.js';
import { compareCode, type CodeChange } from './support/compareCode.js';
import { lastLine, quoted } from './support/words.js';

type MessageId = CodeChange['kind'];

export default definePairCheck({
  id: 'code-changed',
  severity: 'information',
  yieldsTo: ['duplicate-block'],
  messages: {
    damaged: 'In the source this code is “{code}”; its signs were changed by a program.',
    changed: 'In the source this code is “{code}”.',
    bare: 'In the source “{code}” is code.',
    lost: 'The source’s code “{code}” is missing.',
    blockDamaged: 'In the source this line is “{code}”; its signs were changed by a program.',
    blockChanged: 'Here this code departs from the source’s, which has “{code}”.',
    blockLonger: 'The source’s code ends before this, with “{code}”.',
  },
  *run(context): Generator<Found<MessageId>> {
    const { source, target } = context;
    for (const change of compareCode(context)) {
      const written = (span: { start: number; end: number }): string =>
        slice(source.text, span).replace(/\r\n?|\n/g, target.newline);
      const fix = (title: string, span: { start: number; end: number }, newText: string, safe = false): DraftFix => ({
        title,
        edits: [{ span, newText }],
        preferred: true,
        safe,
      });
      if ('line' in change) {
        const isDamaged = change.kind === 'blockDamaged';
        yield {
          message: change.kind,
          data: { code: quoted(slice(source.text, change.sourceLine)) },
          span: change.line,
          source: change.sourceLine,
          severity: isDamaged ? 'warning' : 'information',
          fixes: [fix('Restore the source’s code', change.target.span, written(change.source.span), isDamaged)],
        };
        continue;
      }
      const data = { code: quoted(change.source.value) };
      const place = {
        source: { start: change.source.start, end: change.source.end },
        subject: quoted(change.source.value),
      };
      const code = written(change.source);
      if ('block' in change)
        yield { message: 'lost', data, span: lastLine(target, change.block), ...place, severity: 'hint', fixes: [] };
      else if ('span' in change)
        yield {
          message: 'bare',
          data,
          span: change.span,
          ...place,
          fixes: [fix('Put it between backticks', change.span, code)],
        };
      else {
        const span = { start: change.target.start, end: change.target.end };
        yield {
          message: change.kind,
          data,
          span,
          ...place,
          severity: 'warning',
          fixes: [fix('Restore the source’s code', span, code, change.kind === 'damaged')],
        };
      }
    }
  },
});
