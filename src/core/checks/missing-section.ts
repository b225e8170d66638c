// missing-section: a section of the source of which the translation has nothing.
import { definePairCheck } from './check.js';
import { insertion } from './support/insert.js';
import { missingSections } from './support/missing.js';
import { quoted, sourceSpan } from './support/words.js';

export default definePairCheck({
  id: 'missing-section',
  severity: 'warning',
  messages: {
    missing: 'The section “{name}” is missing here, with all that is in it ({count}).',
  },
  *run(context) {
    for (const part of missingSections(context)) {
      const { span, edits } = insertion(context, part.first, part.last);
      const blocks = part.last - part.first;
      yield {
        message: 'missing',
        data: { name: quoted(part.named.text), count: blocks === 1 ? '1 block' : `${blocks} blocks` },
        span,
        source: sourceSpan(context.source, part.first, part.last),
        fixes: [{ title: 'Insert the missing section in the source’s words', edits, preferred: true }],
      };
    }
  },
});
