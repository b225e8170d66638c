// What a project's glossary says of a text: its terms there, and how they are rendered in a locale.
import { languageOf, sameLanguage } from '../language/locale.js';
import type { GlossaryTerm } from '../project/rules.js';
import { findTerm } from '../text/terms.js';

/** What is laid down for a locale, or else for its language. */
export function forLocale(byLocale: Readonly<Record<string, readonly string[]>>, locale: string): readonly string[] {
  const names = Object.keys(byLocale);
  const name =
    names.find((one) => one.toLowerCase() === locale.toLowerCase()) ??
    names.find((one) => one.toLowerCase() === languageOf(locale)) ??
    names.find((one) => sameLanguage(one, locale));
  return name === undefined ? [] : byLocale[name]!;
}

/** A term of the glossary where it stands. Offsets in UTF-16 code units of the text. */
export interface TermHere {
  readonly term: GlossaryTerm;
  readonly start: number;
  readonly end: number;
}

/**
 * The terms of a glossary in a text, the longest where they overlap, in order.
 *
 * @param locale of a translation: then its renderings, right and wrong, are looked for too
 */
export function termsIn(text: string, glossary: readonly GlossaryTerm[], locale?: string): TermHere[] {
  const places = glossary.flatMap((term) => {
    const renderings =
      locale === undefined ? [] : [...forLocale(term.translations, locale), ...forLocale(term.avoid, locale)];
    return [term.term, ...renderings].flatMap((words) =>
      findTerm(text, words, 'exact').map(({ start, end }): TermHere => ({ term, start, end })),
    );
  });
  places.sort((a, b) => b.end - b.start - (a.end - a.start));
  const taken: TermHere[] = [];
  for (const place of places)
    if (!taken.some((other) => place.start < other.end && other.start < place.end)) taken.push(place);
  return taken.sort((a, b) => a.start - b.start);
}
