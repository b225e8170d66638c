// What a unit does with the terms of the project's glossary.
import type { Unit } from '../../align/alignment.js';
import { forLocale } from '../../glossary/terms.js';
import type { Block, Issue } from '../../model.js';
import type { GlossaryTerm, ProjectRules } from '../../project/rules.js';
import { slice, type Span } from '../../text/span.js';
import { findTerm, type TermPlace, type TermTolerance } from '../../text/terms.js';
import type { PairContext } from '../check.js';
import { ascii } from '../../text/words.js';
import { isSureUnit } from './comparedUnits.js';
import { oncePer } from './memo.js';
import { perUnit } from './perRow.js';
import { readable } from './readable.js';

/** What is wrong: a term that had to stay did not, was rendered otherwise, stands as the source has it, or as it must not be. */
export type TermFault = 'lost' | 'otherwise' | 'kept' | 'avoided';

/** A term of the source that the translation does not treat as the glossary wants. */
export interface MisusedTerm {
  readonly fault: TermFault;
  readonly term: string;
  /** How it is to be rendered, the preferred rendering first. */
  readonly wanted: readonly string[];
  /** As it stands in the translation; undefined where nothing of it does. */
  readonly found: { readonly text: string; readonly span: Span } | undefined;
  readonly source: Span;
  readonly unit: Unit;
}

const areSure = oncePer((context: PairContext): readonly boolean[] =>
  context.rules.glossary.length === 0 ? [] : context.alignment.units.map((unit) => isSureUnit(unit, context)),
);

/** The terms of a pair that are misused, in the source's order. */
export const misusedTerms = perUnit(
  (unit, context): readonly MisusedTerm[] => {
    const { rules, targetLocale } = context;
    if (targetLocale === undefined || rules.glossary.length === 0 || !isSureUnit(unit, context)) return [];
    return misusedIn(unit, longestFirst(rules), targetLocale, context).sort((a, b) => a.source.start - b.source.start);
  },
  { each: areSure },
);

/** A longer term hides the shorter one inside it. */
const longestFirst = oncePer(({ glossary }: ProjectRules): readonly GlossaryTerm[] =>
  [...glossary].sort((a, b) => b.term.length - a.term.length),
);

function misusedIn(unit: Unit, terms: readonly GlossaryTerm[], locale: string, context: PairContext): MisusedTerm[] {
  const taken: Span[] = [];
  return terms.flatMap((term): MisusedTerm[] => {
    const places = placesIn(context.source, unit.source, term.term, 'exact').filter(
      (place) => isFree(place, taken) && isWrittenAs(slice(context.source.text, place), term.term),
    );
    const [source] = places;
    if (!source) return [];
    taken.push(...places);
    return judge(unit, term, source, locale, context);
  });
}

/** A term with capitals, as “Go” is, is not the word without. */
function isWrittenAs(text: string, term: string): boolean {
  return !/\p{Lu}/u.test(term) || text.startsWith(term) || text === term.toUpperCase() || !ascii.test(term);
}

function judge(
  unit: Unit,
  { term, keep, translations, avoid }: GlossaryTerm,
  source: Span,
  locale: string,
  context: PairContext,
): MisusedTerm[] {
  const { target } = context;
  const renderings = forLocale(translations, locale);
  const wanted = keep ? [term, ...renderings] : renderings;
  const placesOf = (texts: readonly string[], tolerance: TermTolerance): Span[] =>
    texts.flatMap((text) => placesIn(target, unit.target, text, tolerance));
  const found = (places: readonly Span[]): { text: string; span: Span }[] =>
    places.map((span) => ({ text: slice(target.text, span), span }));
  const allowed = placesOf(wanted, 'exact');
  const avoided = placesOf(forLocale(avoid, locale), 'exact').filter((place) => isFree(place, allowed));
  if (avoided.length > 0)
    return found(inOrder(avoided)).map((one) => ({ fault: 'avoided', term, wanted, found: one, source, unit }));
  if (wanted.length === 0 || allowed.length > 0 || placesOf(wanted, 'inflected').length > 0) return [];
  if (keep)
    return unit.target.some((block) => slice(target.text, block.span).includes(term))
      ? []
      : [{ fault: 'lost', term, wanted, found: undefined, source, unit }];
  const kept = placesIn(target, unit.target, term, 'exact');
  if (kept.length === 0) return [{ fault: 'otherwise', term, wanted, found: undefined, source, unit }];
  return found(kept.filter((place) => !isInName(place, unit.target, target))).map((one) => ({
    fault: 'kept',
    term,
    wanted,
    found: one,
    source,
    unit,
  }));
}

function placesIn(issue: Issue, blocks: readonly Block[], term: string, tolerance: TermTolerance): Span[] {
  return blocks.flatMap((block) => {
    const { text, place } = readable(issue, block);
    return findTerm(text, term, tolerance).map((found: TermPlace) => place(found));
  });
}

/** Whether a place stands in quotation marks or is part of a longer link: a title, which can be in the source's words. */
function isInName(place: Span, blocks: readonly Block[], issue: Issue): boolean {
  const block = blocks.find(({ span }) => span.start <= place.start && place.end <= span.end);
  if (!block) return false;
  if (
    block.links.some(
      ({ textSpan }) =>
        textSpan.start <= place.start &&
        place.end <= textSpan.end &&
        textSpan.end - textSpan.start > 1.5 * (place.end - place.start),
    )
  )
    return true;
  const { text } = readable(issue, block);
  const at = { start: place.start - block.span.start, end: place.end - block.span.start };
  return [
    ...text.matchAll(
      /"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»|„[^“”\n]{1,200}[“”]|「[^」\n]{1,200}」|『[^』\n]{1,200}』|[（(][^（）()\n]{1,200}[）)]/gu,
    ),
  ].some(({ index, 0: quotation }) => index <= at.start && at.end <= index + quotation.length);
}

function isFree(place: Span, taken: readonly Span[]): boolean {
  return !taken.some((other) => place.start < other.end && other.start < place.end);
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
