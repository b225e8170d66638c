// Posts that no word calls a newsletter, but that appear and are translated as one: news, meetings, release notes.
import type { PairedIssue, PostFacts } from './pairing.js';

/** Fewer translated posts than this are no habit. */
const fewestTranslated = 3;
/** From this share of its translated posts on, a folder says by words which of its posts are issues. */
const toldByWords = 0.5;

/**
 * Whether a post is one of a folder whose dated posts are translated as a matter of course, and of which no words tell
 * the issues from the rest. In time linear in the number of posts.
 */
export function translatedPosts(groups: readonly PairedIssue[]): (post: PostFacts) => boolean {
  const folders = new Map<string, { translated: number; told: number }>();
  for (const { source, translations } of groups) {
    if (source.date === undefined || translations.length === 0) continue;
    const folder = folderOf(source.path);
    const known = folders.get(folder) ?? { translated: 0, told: 0 };
    known.translated++;
    if (source.isNewsletter) known.told++;
    folders.set(folder, known);
  }
  return ({ path, date }) => {
    const folder = date === undefined ? undefined : folders.get(folderOf(path));
    return folder !== undefined && folder.translated >= fewestTranslated && folder.told < folder.translated * toldByWords;
  };
}

/** Where a post stands beside its like: a post that has a folder of its own (`2026-03-08-title/index.md`) stands where that does. */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return (/(?:^|\/)(?:_?index|readme)\.[^/]*$/i.test(path) ? folders.slice(0, -1) : folders).join('/');
}
