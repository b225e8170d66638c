// ambiguous-source: it cannot be told what a translation translates, or one issue has two translations into one language.
import type { Span } from '../text/span.js';
import { field } from '../parse/field.js';
import { definePostCheck, type Found, type PostContext } from './check.js';
import { firstLine } from './support/words.js';

/** More sources than this are no choice: nothing is known then. */
const mostRivals = 4;

export default definePostCheck({
  id: 'ambiguous-source',
  severity: 'information',
  messages: {
    rivals:
      'It cannot be told what this translates: {paths}. Give it the number, the links or the “ref” of its source.',
    twins: 'Another file translates the same issue into the same language: {paths}.',
  },
  *run(context): Generator<Found<'rivals' | 'twins'>> {
    const { rivals = [], twins = [] } = context.site ?? {};
    if (rivals.length > 0 && rivals.length <= mostRivals) {
      yield { message: 'rivals', data: { paths: rivals.map(({ path }) => path).join(' or ') }, span: titleOf(context) };
    }
    if (twins.length > 0)
      yield { message: 'twins', data: { paths: twins.map(({ path }) => path).join(', ') }, span: titleOf(context) };
  },
});

function titleOf({ target }: PostContext): Span {
  const title = field(target.frontMatter, 'title')?.valueSpan;
  return title && title.end > title.start ? title : firstLine(target);
}
