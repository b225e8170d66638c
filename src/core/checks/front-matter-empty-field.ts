// front-matter-empty-field: a field of the front matter that says nothing where it should.
import type { Field, FrontMatter } from '../model.js';
import { field } from '../parse/field.js';
import { definePostCheck, type Found } from './check.js';
import { asPair } from './support/asPair.js';
import { isEmptyField, isProseField } from './support/fieldKinds.js';
import { fieldFix, missingFields } from './support/fields.js';
import { fieldSpan } from './support/fieldSpan.js';

export default definePostCheck({
  id: 'front-matter-empty-field',
  severity: 'warning',
  messages: {
    empty: 'The field “{field}” is empty; the source’s is not.',
    noTitle: 'The title is empty: lists of posts, browsers and search engines will show none.',
  },
  *run(context): Generator<Found<'empty' | 'noTitle'>> {
    const { target, rules } = context;
    if (!target.frontMatter || target.faults.length > 0) return;
    const pair = asPair(context);
    const { frontMatter: source, faults = [] } = pair?.source ?? {};
    let isTitleTold = false;
    for (const missing of pair && source && faults.length === 0 ? missingFields(source, target.frontMatter) : []) {
      const { field: one, emptyOne } = missing;
      if (!emptyOne) continue;
      isTitleTold ||= one.path === 'title';
      yield {
        message: 'empty',
        data: { field: one.path },
        span: fieldSpan(emptyOne),
        source: fieldSpan(one),
        subject: one.path,
        severity: isProseField(one.path, rules.fields) ? 'warning' : 'information',
        fixes: fieldFix(pair!, missing),
      };
    }
    const title = isTitleTold ? undefined : emptyTitle(target.frontMatter);
    if (title) yield { message: 'noTitle', span: fieldSpan(title), subject: 'title' };
  },
});

function emptyTitle(frontMatter: FrontMatter): Field | undefined {
  const title = field(frontMatter, 'title');
  return title && isEmptyField(title, frontMatter) ? title : undefined;
}
