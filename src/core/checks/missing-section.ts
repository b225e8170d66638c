// missing-section: a section of the source of which the translation has nothing.
import { definePairCheck } from './check.js';
import { insertion } from './support/insert.js';
import { missingSections, missingWhole } from './support/missing.js';
import { quoted, sourceSpan } from './support/words.js';

export default definePairCheck({
  id: 'missing-section',
  severity: 'warning',
  messages: {
    empty: 'This translation has no text yet.',
    alone: 'The section “{name}” is missing here.',
    missing: 'The section “{name}” is missing here, with all that is in it ({count}).',
  },
  *run(context) {
    const whole = missingWhole(context);
    if (whole) {
      const { span, edits } = insertion(context, whole.first, whole.last);
      const source = sourceSpan(context.source, whole.first, whole.last);
      yield {
        message: 'empty',
        span,
        source,
        fixes: [{ title: 'Insert the whole issue in the source’s words', edits, preferred: true }],
      };
    }
    for (const part of missingSections(context)) {
      const { span, edits } = insertion(context, part.first, part.last);
      const blocks = part.last - part.first;
      yield {
        message: blocks === 0 ? 'alone' : 'missing',
        data: { name: quoted(part.named.text), count: blocks === 1 ? '1 block' : `${blocks} blocks` },
        span,
        subject: quoted(part.named.text),
        source: sourceSpan(context.source, part.first, part.last),
        fixes: [{ title: 'Insert the missing section in the source’s words', edits, preferred: true }],
      };
    }
  },
});
