// front-matter-untranslated: a title, an excerpt or another prose field of the front matter that still has the source's words.
import { definePairCheck, type Found } from './check.js';
import { untranslatedFields } from './support/untranslatedFields.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'front-matter-untranslated',
  severity: 'warning',
  messages: {
    whole: 'The field “{field}” is still in the source’s language: “{text}”.',
    parts: 'The field “{field}” still has words of the source’s language: {parts}.',
  },
  *run(context): Generator<Found<'whole' | 'parts'>> {
    if (context.target.faults.length > 0) return;
    for (const { name, parts, isWhole, isSure, span, source } of untranslatedFields(context)) {
      const data = isWhole
        ? { field: name, text: quoted(parts[0]!) }
        : { field: name, parts: parts.map((part) => `“${quoted(part)}”`).join(', ') };
      yield {
        message: isWhole ? 'whole' : 'parts',
        data,
        span,
        source,
        subject: name,
        severity: isSure ? 'warning' : 'information',
      };
    }
  },
});
