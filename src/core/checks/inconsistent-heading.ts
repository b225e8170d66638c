// inconsistent-heading: a heading that this language's other issues render in another way.
import type { Unit } from '../align/alignment.js';
import type { Block, Issue } from '../model.js';
import { headingKey, headingWords } from '../site/headings.js';
import type { Rendering } from '../site/site.js';
import type { Span } from '../text/span.js';
import { definePairCheck, type PairContext } from './check.js';
import { isHeldTitle, leastConfidence } from './support/comparable.js';

/** So many other issues have to agree, and so many times as many as have it as it is here. */
const fewest = 2;
const clearly = 4;
/** From this share of the other issues on they agree. */
const consensus = 2 / 3;

export default definePairCheck({
  id: 'inconsistent-heading',
  severity: 'information',
  messages: {
    other: '{count} other issues have “{usual}” for this heading.',
  },
  *run(context) {
    const { alignment, target, targetLocale, site } = context;
    if (!site || targetLocale === undefined) return;
    for (const unit of alignment.units) {
      const [source, heading] = headingsOf(unit, context);
      if (!source || !heading) continue;
      const usual = usualRendering(site.renderingsOf(source.text, targetLocale), source.text, heading.text);
      if (!usual) continue;
      const span = wordsIn(target, heading);
      yield {
        message: 'other',
        data: { count: usual.issues, usual: usual.text },
        span: span ?? heading.span,
        source: source.span,
        fixes: span
          ? [{ title: `Change it to “${usual.text}”`, edits: [{ span, newText: usual.text }], preferred: true }]
          : [],
      };
    }
  },
});

/** A heading and its translation. */
function headingsOf(unit: Unit, context: PairContext): readonly [Block | undefined, Block | undefined] {
  const { source, target, confidence, state } = unit;
  const isOne =
    source.length === 1 && target.length === 1 && source[0]!.kind === 'heading' && target[0]!.kind === 'heading';
  return isOne && (confidence >= leastConfidence || isHeldTitle(unit, context)) && state !== 'untranslated'
    ? [source[0], target[0]]
    : [undefined, undefined];
}

/** The rendering that the others agree on; undefined if they don't, if it is this one, or if it is no translation. */
function usualRendering(renderings: readonly Rendering[], source: string, target: string): Rendering | undefined {
  const [most] = renderings;
  const own = headingKey(target);
  if (
    !most ||
    most.issues < fewest ||
    [own, headingKey(source)].includes(headingKey(most.text)) ||
    own === headingKey(source) ||
    own === ''
  )
    return undefined;
  const all = renderings.reduce((sum, { issues }) => sum + issues, 0);
  const here = renderings.find(({ text }) => headingKey(text) === own)?.issues ?? 0;
  return most.issues >= consensus * all && most.issues >= clearly * here ? most : undefined;
}

/** Where the heading's words stand, without emoji and markup; undefined if markup stands among them. */
function wordsIn({ text }: Issue, { span, text: shown }: Block): Span | undefined {
  const words = headingWords(shown);
  const at = text.slice(span.start, span.end).indexOf(words);
  return at < 0 ? undefined : { start: span.start + at, end: span.start + at + words.length };
}
