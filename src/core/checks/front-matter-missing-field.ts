// front-matter-missing-field: what the head of the source says and the head of the translation does not.
import { definePairCheck, type Found } from './check.js';
import { isProseField } from './support/fieldKinds.js';
import { fieldFix, missingFields, wholeFrontMatterFix } from './support/fields.js';
import { fieldSpan } from './support/fieldSpan.js';
import { firstLine } from './support/words.js';

export default definePairCheck({
  id: 'front-matter-missing-field',
  severity: 'warning',
  messages: {
    missing: 'The field “{field}” is missing; the source has it.',
    noFrontMatter:
      'The source begins with front matter (title, layout…), this file does not: its site will show it without.',
  },
  *run(context): Generator<Found<'missing' | 'noFrontMatter'>> {
    const { source, target, rules } = context;
    if (!source.frontMatter || target.faults.length > 0 || source.faults.length > 0) return;
    if (!target.frontMatter) {
      if (source.frontMatter.fields.length === 0) return;
      yield {
        message: 'noFrontMatter',
        span: firstLine(target),
        source: source.frontMatter.span,
        fixes: [wholeFrontMatterFix(context)],
      };
      return;
    }
    const { start } = target.frontMatter.span;
    for (const missing of missingFields(source.frontMatter, target.frontMatter)) {
      if (missing.emptyOne) continue; // front-matter-empty-field says it
      const { field } = missing;
      yield {
        message: 'missing',
        data: { field: field.path },
        span: { start, end: start + 3 },
        source: fieldSpan(field),
        subject: field.path,
        severity: isProseField(field.path, rules.fields) ? 'warning' : 'information',
        fixes: fieldFix(context, missing),
      };
    }
  },
});
