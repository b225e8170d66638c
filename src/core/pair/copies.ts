// Posts that say the same in the same language: backups, what a site was built into, and translations that have just begun.
import { groupBy } from '../grouped.js';
import { sameLanguage } from '../language/locale.js';
import { bareName } from './names.js';
import type { PostFacts } from './pairing.js';

/** From this share of links in common on, two sources are one. */
const sameText = 0.9;

/** From this share on it is a source's copy that is named as a translation and has its title: one of the two was mended since. */
const sameTitled = 0.6;

/** Whether two posts of one language are one text. */
export function areCopies(a: PostFacts, b: PostFacts): boolean {
  return a.number === b.number && sharedLinks(a, b) >= sameText;
}

/** How many of their links two posts share, 0 to 1; 1 if they have none. */
function sharedLinks(a: PostFacts, b: PostFacts): number {
  const links = new Set(a.links);
  const most = Math.max(a.links.length, b.links.length);
  return most === 0 ? 1 : b.links.filter((link) => links.has(link)).length / most;
}

function isBegunFrom(source: PostFacts, post: PostFacts): boolean {
  const isTitled =
    source.title === post.title &&
    source.title !== '' &&
    (post.links.length > 0 || bareName(source.path) === bareName(post.path));
  return isTitled
    ? source.number === post.number && sharedLinks(source, post) >= sameTitled
    : post.links.length > 0 && areCopies(source, post);
}

/** Many give a translation the day that they begin it, not the source's. */
function undatedName(path: string): string {
  return bareName(path)
    .replace(/(?<!\d)(?:19|20)\d{2} ?\d{2} ?\d{2}(?!\d)/, '')
    .trim();
}

/**
 * The posts, with the locale that their name or folder says for those that still are the copy of a source that somebody
 * made to translate it: `fr/letter.md` beside `en/letter.md`, both in English, or `letter_[FR].md` beside `letter.md`.
 */
export function withBegunTranslations(posts: readonly PostFacts[], sourceLocale: string): readonly PostFacts[] {
  const isBegun = ({ locale, otherLocale }: PostFacts): boolean =>
    otherLocale !== undefined && sameLanguage(locale, sourceLocale) && !sameLanguage(otherLocale, sourceLocale);
  if (!posts.some(isBegun)) return posts;
  const sources = groupBy(
    posts.filter((post) => sameLanguage(post.locale, sourceLocale) && !isBegun(post)),
    ({ path }) => undatedName(path),
  );
  return posts.map((post) => {
    const isCopy =
      isBegun(post) && (sources.get(undatedName(post.path)) ?? []).some((source) => isBegunFrom(source, post));
    return isCopy ? { ...post, locale: post.otherLocale } : post;
  });
}
