// The names under which generators publish a file that has no permalink, and what else of its address the file tells.
import { languageOf, sameLanguage, toLocale } from '../language/locale.js';
import { dateIn } from '../pair/names.js';
import type { PostFacts } from '../pair/pairing.js';

/** A page's name in addresses, in the manners of generators: as the file has it, Jekyll's `:title`, Jekyll's `:slug`. */
export function pageNames(post: PostFacts): readonly string[] {
  const known = memory.get(post) ?? namesOf(post);
  memory.set(post, known);
  return known;
}
const memory = new WeakMap<PostFacts, readonly string[]>();

function namesOf({ path }: PostFacts): string[] {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .replace(/\.\w+$/, '');
  const name = stem.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
  if (/\.(?:md|markdown)\s*$/i.test(name)) return []; // a slip of the hand: what sites make of it is anybody's guess
  if (name !== stem) return [jekyllTitle(name), jekyllSlug(name)];
  return /^_?index$|^readme$/i.test(stem)
    ? [path.split('/').at(-2) ?? stem]
    : [stem, jekyllTitle(stem), jekyllSlug(stem)];
}

/** Jekyll's slugify in its mode “pretty”, which keeps capitals. */
function jekyllTitle(name: string): string {
  return name.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

function jekyllSlug(name: string): string {
  return name
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/**
 * The part of `to`'s address that answers to `segment` of `from`'s: its own date, language or folder; what both share
 * as it is. Undefined for what nothing of `from` explains.
 */
export function counterpartOf(segment: string, from: PostFacts, to: PostFacts): string | undefined {
  const date = dateParts(from).indexOf(segment);
  if (date >= 0) return dateParts(to)[date];
  const locale = toLocale(segment);
  if (locale !== undefined && sameLanguage(locale, from.locale)) return to.locale && localeSegment(segment, to);
  const at = from.path.split('/').findIndex((folder) => folder === segment || folder === `_${segment}`);
  if (at >= 0)
    return sameLanguage(from.locale, to.locale) || from.path.split('/').length !== to.path.split('/').length
      ? segment
      : (to.path.split('/')[at] ?? segment).replace(/^_/, '');
  return [from.page.fields['categories'], from.page.fields['category']].some((value) =>
    value?.split(' ').includes(segment),
  )
    ? segment
    : undefined;
}

/** Year, month and day as addresses have them, with and without zeros. */
function dateParts(post: PostFacts): readonly string[] {
  const date = dateIn(post.path.slice(post.path.lastIndexOf('/') + 1)) ?? post.date;
  const [year, month, day] = date?.split('-') ?? [];
  return year === undefined || month === undefined || day === undefined
    ? []
    : [year, month, day, String(Number(month)), String(Number(day))];
}

/** The language of `to` as its folders, its front matter or else `like` write languages. */
export function localeSegment(like: string, to: PostFacts): string {
  const locale = to.locale ?? '';
  const named = [...to.path.split('/').slice(0, -1), to.page.fields['lang'] ?? ''].find(
    (part) => part !== '' && sameLanguage(toLocale(part), locale),
  );
  if (named !== undefined) return named;
  return /[-_]/.test(like) ? locale : languageOf(locale);
}
