// source-not-found: a translation beside which there is no source.
import { field } from '../parse/field.js';
import { definePostCheck } from './check.js';
import { firstLine } from './support/words.js';

export default definePostCheck({
  id: 'source-not-found',
  severity: 'information',
  yieldsTo: ['ambiguous-source'],
  messages: {
    notFound:
      'The issue that this translates was not found, so it cannot be compared. Put the source into the same folder or workspace.',
  },
  *run({ target, sourceMissing }) {
    if (!sourceMissing) return;
    yield { message: 'notFound', span: field(target.frontMatter, 'title')?.valueSpan ?? firstLine(target) };
  },
});
