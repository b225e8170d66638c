// missing-item: a story of the source, or an entry of a list, that the translation does not have.
import { definePairCheck } from './check.js';
import { insertion } from './support/insert.js';
import { leastConfidence } from './support/comparable.js';
import { missingItems } from './support/missing.js';
import { quoted, sourceSpan } from './support/words.js';

export default definePairCheck({
  id: 'missing-item',
  severity: 'warning',
  messages: {
    missing: 'The item “{name}” is missing here.',
  },
  *run(context) {
    for (const part of missingItems(context)) {
      const { span, edits } = insertion(context, part.first, part.last);
      yield {
        message: 'missing',
        data: { name: quoted(part.named.text) },
        span,
        subject: quoted(part.named.text),
        source: sourceSpan(context.source, part.first, part.last),
        ...(part.confidence < leastConfidence ? { severity: 'information' as const } : {}),
        fixes: [{ title: 'Insert the missing item in the source’s words', edits, preferred: true }],
      };
    }
  },
});
