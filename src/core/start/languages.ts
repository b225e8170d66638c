// The languages that a translation can be started in: those of the tree, then all that are known, each by its own name.
import { languageName, toLocale } from '../language/locale.js';
import type { Pairing } from '../pair/pairing.js';
import { localeState } from '../view/locale.js';

/** A language to choose. */
export interface LanguageChoice {
  /** BCP 47. */
  readonly locale: string;
  /** In its own words, where they are known: “Français”. */
  readonly name: string;
  /** “French”. */
  readonly english: string;
  /** How many issues of the tree are translated into it. */
  readonly issues: number;
}

/** Varieties that newsletters are written in besides the languages themselves. */
const varieties = [
  'ar-EG',
  'de-AT',
  'de-CH',
  'en-GB',
  'en-US',
  'es-419',
  'es-AR',
  'es-ES',
  'es-MX',
  'fr-BE',
  'fr-CA',
  'fr-CH',
  'nl-BE',
  'pt-BR',
  'pt-PT',
  'sr-Cyrl',
  'sr-Latn',
  'zh-Hans',
  'zh-Hant',
  'zh-HK',
  'zh-TW',
];

/** The languages that something is translated into, most issues first. */
export function languagesOfTree({ issues }: Pairing): LanguageChoice[] {
  const counts = new Map<string, number>();
  for (const { translations } of issues) {
    for (const locale of new Set(translations.flatMap(({ post }) => post.locale ?? [])))
      counts.set(locale, (counts.get(locale) ?? 0) + 1);
  }
  return [...counts]
    .map(([locale, count]) => choice(locale, count))
    .sort((a, b) => b.issues - a.issues || compare(a.name, b.name));
}

let known: readonly LanguageChoice[] | undefined;

/**
 * All languages with a tag of two or three letters that have a name, and some varieties. Those whose own name is known come
 * first, by that name, or “French” would find Cajun French before “Français”; the others follow by their English ones.
 * Worked out once.
 */
export function allLanguages(): readonly LanguageChoice[] {
  const english = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
  return (known ??= [...namedTags(), ...varieties]
    .map((locale) => ({ rank: hasWords(locale) ? 0 : 1, one: choice(locale, 0, english.of(locale)) }))
    .sort((a, b) => a.rank - b.rank || compare(a.one.name, b.one.name))
    .map(({ one }) => one));
}

/** What a tag that somebody writes stands for; undefined if it is none. */
export function languageOfTag(written: string): LanguageChoice | undefined {
  const locale = toLocale(written);
  return locale === undefined ? undefined : choice(locale, 0);
}

/** Intl gives a language that it has no words of the names of the user's: then the English one stands. */
function choice(locale: string, issues: number, english = languageName(locale)): LanguageChoice {
  return { locale, name: hasWords(locale) ? localeState(locale).name : english, english, issues };
}

function hasWords(locale: string): boolean {
  return Intl.DisplayNames.supportedLocalesOf(locale).length > 0;
}

/** Intl lists no languages, but knows which tags it can name: these are asked for one by one. */
function namedTags(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  const tags = [...pairs, ...pairs.flatMap((ab) => letters.map((c) => ab + c))];
  return tags.filter(
    (tag) =>
      names.of(tag) !== undefined &&
      Intl.getCanonicalLocales(tag)[0] === tag &&
      !['und', 'mul', 'zxx', 'mis', 'root'].includes(tag),
  );
}

let cachedCollator: Intl.Collator | undefined;
const compare = (a: string, b: string): number => (cachedCollator ??= new Intl.Collator('en')).compare(a, b);
