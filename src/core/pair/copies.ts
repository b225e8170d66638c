// Posts that say the same in the same language: backups, what a site was built into, and translations that have just begun.
import { sameLanguage } from '../language/locale.js';
import { bareName } from './names.js';
import type { PostFacts } from './pairing.js';

/** From this share of links in common on, two sources are one. */
const sameText = 0.9;

/** Whether two posts of one language are one text. */
export function areCopies(a: PostFacts, b: PostFacts): boolean {
  const links = new Set(a.links);
  const shared = b.links.filter((link) => links.has(link)).length;
  return a.number === b.number && shared >= sameText * Math.max(a.links.length, b.links.length);
}

/**
 * The posts, with the locale that their name or folder says for those that still are the copy of a source that somebody
 * made to translate it: `fr/letter.md` beside `en/letter.md`, both in English, or `letter_[FR].md` beside `letter.md`.
 */
export function withBegunTranslations(posts: readonly PostFacts[], sourceLocale: string): readonly PostFacts[] {
  const isBegun = ({ locale, otherLocale }: PostFacts): boolean => otherLocale !== undefined && sameLanguage(locale, sourceLocale) && !sameLanguage(otherLocale, sourceLocale);
  if (!posts.some(isBegun)) return posts;
  const sources = new Map<string, PostFacts[]>();
  for (const post of posts) {
    if (!sameLanguage(post.locale, sourceLocale) || isBegun(post)) continue;
    const key = bareName(post.path);
    sources.set(key, [...(sources.get(key) ?? []), post]);
  }
  return posts.map((post) => {
    const isCopy = isBegun(post) && (sources.get(bareName(post.path)) ?? []).some((source) => (post.links.length > 0 || source.title === post.title) && areCopies(source, post));
    return isCopy ? { ...post, locale: post.otherLocale } : post;
  });
}
