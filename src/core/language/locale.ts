// Locales: BCP 47 tags as they are found in names and front matter, and what they tell.
import { oncePerText } from '../text/remember.js';

let cachedNames: Intl.DisplayNames | undefined;
const englishNames = (): Intl.DisplayNames =>
  (cachedNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

/** What newsletters write where BCP 47 has another code. */
const customary: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cn: 'zh',
    jp: 'ja',
    kr: 'ko',
    br: 'pt-BR',
    ptbr: 'pt-BR',
    gr: 'el',
    ua: 'uk',
    cz: 'cs',
    dk: 'da',
    se: 'sv',
    ind: 'id',
  }),
);
const tagPattern = /^[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3})){0,2}$/i;

/**
 * A tag in its canonical form: `pt_br` is `pt-BR`, `CN` is `zh`.
 *
 * @returns undefined for what names no language
 */
export function toLocale(tag: string): string | undefined {
  return canonical(tag.trim());
}

/** Names and folders ask for the same few tags again and again, and Intl takes its time to answer. */
const canonical = oncePerText((written: string): string | undefined => {
  const known = customary.get(written.toLowerCase().replace('-', ''));
  if (known) return known;
  if (!tagPattern.test(written)) return undefined;
  try {
    const [locale] = Intl.getCanonicalLocales(written.replaceAll('_', '-'));
    return locale && englishNames().of(locale.split('-')[0]!) ? locale : undefined;
  } catch {
    return undefined;
  }
});

/** The language of a locale without script and region: `pt` of `pt-BR`. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]!.toLowerCase();
}

/** Whether two locales are of one language; unknown ones are not. */
export function sameLanguage(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && languageOf(a) === languageOf(b);
}

/** Whether who reads the one reads the other: one language in one script, as `pt` and `pt-BR`, `zh` and `zh-Hans`, but not `zh-Hant`. */
export function sameWriting(a: string, b: string): boolean {
  return sameLanguage(a, b) && usualScript(a) === usualScript(b);
}

/** The script that a locale is usually written in: `Hant` of `zh-TW`; undefined if that is not known. */
export const usualScript = oncePerText((locale: string): string | undefined => {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined;
  }
});

/** A language's name in another's words, e.g. “Spanish”; the tag itself if there is none. */
export function languageName(locale: string, inLocale = 'en'): string {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language', languageDisplay: 'standard' }).of(locale)!;
  } catch {
    return locale;
  }
}
