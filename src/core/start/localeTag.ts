// Locale tags as newsletters write them into names, addresses and titles: `[FR]`, `-pt_BR`, `/fr/`.
import { languageOf, toLocale } from '../language/locale.js';

/** A tag as it stands in a text. */
export interface WrittenTag {
  /** E.g. `PT-BR`. */
  readonly written: string;
  /** The BCP 47 tag that it is written for. */
  readonly locale: string;
}

/** Tags that are no BCP 47 but customary, see `toLocale`. */
const customary = ['cn', 'jp', 'kr', 'br', 'ptbr', 'gr', 'ua', 'cz', 'dk', 'se', 'ind'];

/** `text` with every tag of `locale` replaced by `mark`; where a tag stands in brackets, only such ones. */
export function markTags(
  text: string,
  locale: string,
  mark: string,
): { readonly text: string; readonly tag: WrittenTag | undefined } {
  const words = wordsFor(locale);
  const bracketed = new RegExp(`(?<=[[(【［]\\s*)(?:${words})(?=\\s*[\\])】］])`, 'giu');
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');
  for (const pattern of [bracketed, any]) {
    const written = pattern.exec(text)?.[0];
    if (written !== undefined) return { text: text.replace(pattern, mark), tag: { written, locale } };
  }
  return { text, tag: undefined };
}

function wordsFor(locale: string): string {
  const language = languageOf(locale);
  const aliases = customary.filter((one) => toLocale(one) === locale);
  return [locale, locale.replaceAll('-', '_'), ...aliases, language].join('|');
}

/** `locale` written as `like` is: in capitals, with an underscore, without the region. */
export function writeTag(locale: string, like: WrittenTag | undefined): string {
  if (!like) return locale;
  if (like.locale === locale) return like.written;
  const hasRegion = like.locale.includes('-');
  const short = hasRegion && !/[-_]/.test(like.written) ? languageOf(locale) : locale;
  const joined = like.written.includes('_') ? short.replaceAll('-', '_') : short;
  if (like.written === like.written.toUpperCase()) return joined.toUpperCase();
  return hasRegion && like.written === like.written.toLowerCase() ? joined.toLowerCase() : joined;
}
