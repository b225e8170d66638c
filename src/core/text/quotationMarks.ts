// The quotation marks of languages, from Unicode CLDR 48 (delimiters), which Intl does not offer.
import { languageOf } from '../language/locale.js';

/** Opening and closing marks, and those for a quotation inside another one. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
}

/** What most languages use. */
const usual = '“”‘’';
/** By their four marks the languages and locales that use others. */
const others: Readonly<Record<string, string>> = {
  '«»‹›': 'am fa fr-CH gsw rm',
  '”“’‘': 'ar lld syr ur',
  '«»“”': 'ast br ca el es eu it lij pms pt-AO pt-CH pt-CV pt-MO pt-MZ pt-PT pt-TL sc ti',
  '«»„“': 'be os ru uk',
  '„“„“': 'bg lt prg',
  '„“‚‘': 'cs de dsb et hr hsb is lb mk nds sk sl',
  '„”‘’': 'bs',
  '«»‘’': 'nb nn no rw',
  '””’’': 'fi he se sv yi',
  '«»”“': 'fr-CA',
  '«»«»': 'fr ht hy oc',
  '‘’“”': 'fur ia',
  '„”»«': 'hu',
  '「」『』': 'ja yue zh-Hant zh-TW zh-HK zh-MO',
  '„“«»': 'ka',
  '»«›‹': 'ug',
  '‘’‘’': 'nl',
  '„”«»': 'pl ro',
  '„”’’': 'sr',
  '”“«»': 'eo',
};

const byLocale: ReadonlyMap<string, string> = new Map(
  Object.entries(others).flatMap(([marks, locales]) => locales.split(' ').map((locale) => [locale, marks] as const)),
);

/** The quotation marks of a locale (BCP 47). */
export function quotationMarksOf(locale: string): QuotationMarks {
  const script = /-Hant\b/.test(locale) ? 'zh-Hant' : locale;
  const [open, close, innerOpen, innerClose] = [
    ...(byLocale.get(script) ?? byLocale.get(languageOf(locale)) ?? usual),
  ] as [string, string, string, string];
  return { open, close, innerOpen, innerClose };
}
