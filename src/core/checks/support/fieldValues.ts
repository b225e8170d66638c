// How the values of front matter fields compare across languages, and what is usual on the site.
import type { FrontMatter } from '../../model.js';
import { languageOf, sameLanguage, toLocale } from '../../language/locale.js';
import { field } from '../../parse/field.js';
import type { PairContext } from '../check.js';
import { namesLocale } from './addresses.js';

/** The entries of a list field, or the one that it has; undefined for what is no text. */
export function entriesOf(frontMatter: FrontMatter | undefined, path: string): readonly string[] | undefined {
  const value = field(frontMatter, path)?.value;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
    ? values.map((one) => String(one).trim())
    : undefined;
}

/** How the other issues of the translation's language deal with a field. */
export interface Habit {
  /** In how many it is the source's. */
  readonly same: number;
  readonly different: number;
  /** In how many it has this very value, though the source has another. */
  readonly alike: number;
}

export function habitOf({ site, targetLocale }: PairContext, path: string, value: string): Habit {
  let [same, different, alike] = [0, 0, 0];
  for (const { source, target } of (targetLocale && site?.siblingsIn(targetLocale)) || []) {
    const [from, to] = [source.page.fields[path], target.page.fields[path]];
    if (from === undefined || to === undefined) continue;
    if (from === to) same++;
    else different++;
    if (from !== to && to === value) alike++;
  }
  return { same, different, alike };
}

/** From so many other issues on that are of one mind, it is a habit. */
const fewest = 2;

/** Whether this language's issues have a value of their own here, all or nearly all. */
export function areUsuallyDifferent({ same, different }: Habit): boolean {
  return different >= fewest && same * 5 <= different;
}

/** What this language's issues add to the source's value, e.g. `-fr`; undefined if not nearly all add the same. */
export function usualEnding({ site, targetLocale }: PairContext, path: string): string | undefined {
  const endings = new Map<string, number>();
  for (const { source, target } of (targetLocale && site?.siblingsIn(targetLocale)) || []) {
    const [from, to] = [source.page.fields[path], target.page.fields[path]];
    if (from === undefined || to === undefined) continue;
    const ending = to.startsWith(from) ? to.slice(from.length) : '';
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const [[ending, count] = ['', 0], [, next] = ['', 0]] = [...endings].sort((a, b) => b[1] - a[1]);
  return ending !== '' && count >= fewest && next * 5 <= count ? ending : undefined;
}

/** Whether a value says that it is for the translation's language or for its direction: `ar_post`, `post-rtl`, `banner.fr.png`. */
export function isMadeForLocale(value: string, locale: string | undefined): boolean {
  return namesLocale(value, locale) || /(?:^|[^a-z])rtl(?![a-z])/i.test(value);
}

/** Which part of an address names the source's language where the translation's own is to stand, in both texts: its index among the parts between slashes. */
export function foreignPart(
  source: string,
  target: string,
  { sourceLocale, targetLocale }: PairContext,
): number | undefined {
  if (sourceLocale === undefined || targetLocale === undefined || sameLanguage(sourceLocale, targetLocale))
    return undefined;
  const [from, to] = [source.split('/'), target.split('/')];
  const at = to.findIndex(
    (part, i) =>
      part !== '' && part === from[i] && toLocale(part) !== undefined && sameLanguage(toLocale(part), sourceLocale),
  );
  return at < 0 ? undefined : at;
}

/** The translation's language as addresses write it: as its other issues do, else as `like` is written. */
export function addressPart({ targetLocale, site }: PairContext, path: string, at: number, like: string): string {
  const locale = targetLocale ?? '';
  for (const { target } of site?.siblingsIn(locale) ?? []) {
    const part = target.page.fields[path]?.split('/')[at];
    if (part !== undefined && sameLanguage(toLocale(part), locale)) return part;
  }
  return /[-_]/.test(like) ? locale : languageOf(locale);
}
