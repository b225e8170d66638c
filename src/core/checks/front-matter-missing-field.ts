// front-matter-missing-field: what the head of the source says and the head of the translation does not.
import type { Severity } from '../problem.js';
import { definePairCheck, type Found } from './check.js';
import { fieldFix, missingFields, wholeFrontMatterFix, type MissingField } from './support/fields.js';
import { firstLine } from './support/words.js';

type Message = 'missing' | 'emptyField' | 'noFrontMatter';

/** What readers see on the page, in lists of posts and in what search engines show. */
const seenByReaders = /^(?:title|subtitle|excerpt|description|summary|abstract|lead|headline|caption)$/i;

export default definePairCheck({
  id: 'front-matter-missing-field',
  severity: 'warning',
  messages: {
    missing: 'The field “{field}” is missing; the source has it.',
    emptyField: 'The field “{field}” is empty; the source’s is not.',
    noFrontMatter: 'The source begins with front matter (title, layout…), this file does not: its site will show it without.',
  },
  *run(context): Generator<Found<Message>> {
    const { source, target } = context;
    if (!source.frontMatter || target.faults.length > 0 || source.faults.length > 0) return;
    if (!target.frontMatter) {
      if (source.frontMatter.fields.length === 0) return;
      yield { message: 'noFrontMatter', span: firstLine(target), source: source.frontMatter.span, fixes: [wholeFrontMatterFix(context)] };
      return;
    }
    for (const missing of missingFields(source.frontMatter, target.frontMatter)) {
      yield {
        message: missing.emptyOne ? 'emptyField' : 'missing',
        data: { field: missing.field.path },
        span: placeOf(missing, target.frontMatter.span.start),
        source: { start: missing.field.keySpan.start, end: Math.max(missing.field.keySpan.end, missing.field.valueSpan.end) },
        severity: severityOf(missing),
        fixes: fieldFix(context, missing),
      };
    }
  },
});

function severityOf({ field }: MissingField): Severity {
  return seenByReaders.test(field.path) ? 'warning' : 'information';
}

/** The empty field; or the opening line of the front matter that has none. */
function placeOf({ emptyOne }: MissingField, start: number) {
  return emptyOne ? { start: emptyOne.keySpan.start, end: Math.max(emptyOne.keySpan.end, emptyOne.valueSpan.end) } : { start, end: start + 3 };
}
