// Posts that no word calls a newsletter, but that appear and are translated as one: news, meetings, release notes.
import type { PairedIssue, PostFacts } from './pairing.js';

/** Fewer translated posts than this are no habit. */
const fewestTranslated = 3;
/** From this share of a tree's translated posts on, words tell which of its posts are issues; below it they are there by chance. */
const toldByWords = 0.1;

/**
 * Whether a post is one of a folder whose dated posts are translated as a matter of course, in a tree where no words
 * tell the issues from the rest. In time linear in the number of posts.
 */
export function translatedPosts(groups: readonly PairedIssue[]): (post: PostFacts) => boolean {
  const translated = groups.filter(({ source, translations }) => source.date !== undefined && translations.length > 0).map(({ source }) => source);
  const told = translated.filter(({ isNewsletter }) => isNewsletter).length;
  if (told >= translated.length * toldByWords && told > 0) return () => false;
  const folders = new Map<string, number>();
  for (const { path } of translated) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1);
  return ({ path, date }) => date !== undefined && (folders.get(folderOf(path)) ?? 0) >= fewestTranslated;
}

/** Where a post stands beside its like: a post that has a folder of its own (`2026-03-08-title/index.md`) stands where that does. */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return (/(?:^|\/)(?:_?index|readme)\.[^/]*$/i.test(path) ? folders.slice(0, -1) : folders).join('/');
}
