// Posts that no word calls a newsletter, but that are translated as one: news, meetings, release notes, guides.
import { dateIn, hasOwnFolder, isDateFolder } from './names.js';
import type { PairedIssue, PostFacts } from './pairing.js';

/** Fewer translated posts than this are no habit. */
const fewestTranslated = 3;
/** From this share of posts on, words or dates tell which of a tree's posts are issues; below it they are there by chance. */
const toldByWords = 0.1;

/**
 * Whether a post is one of a folder whose posts are translated as a matter of course, in a tree where no words tell the
 * issues from the rest: the dated posts; in a tree without those, the posts with a title in their front matter. In time
 * linear in the number of posts.
 */
export function translatedPosts(groups: readonly PairedIssue[]): (post: PostFacts) => boolean {
  const sources = groups.map(({ source }) => source);
  const translated = groups.filter(({ translations }) => translations.length > 0).map(({ source }) => source);
  const dated = translated.filter(isDated);
  if (isTold(dated, saysNewsletter)) return () => false;
  if (dated.length >= fewestTranslated || isTold(sources, (source) => saysNewsletter(source) || isDated(source)))
    return habitOf(dated, isDated);
  return habitOf(translated.filter(hasTitleField), hasTitleField);
}

/** Whether a post is of a kind and of a folder of which enough are translated. */
function habitOf(
  translated: readonly PostFacts[],
  isOfKind: (post: PostFacts) => boolean,
): (post: PostFacts) => boolean {
  const folders = new Map<string, number>();
  for (const { path } of translated) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1);
  return (post) => isOfKind(post) && (folders.get(folderOf(post.path)) ?? 0) >= fewestTranslated;
}

/** Whether enough posts say something of themselves that it is no chance. */
function isTold(posts: readonly PostFacts[], says: (post: PostFacts) => boolean): boolean {
  const told = posts.filter(says).length;
  return told > 0 && told >= posts.length * toldByWords;
}

function saysNewsletter({ isNewsletter }: PostFacts): boolean {
  return isNewsletter;
}

function isDated({ date }: PostFacts): boolean {
  return date !== undefined;
}

function hasTitleField({ page }: PostFacts): boolean {
  return page.fields['title'] !== undefined;
}

/**
 * Where a post stands beside its like: a post that has a folder of its own (`2026-03-08-title/title.md`) stands where
 * that does, and posts that are filed by year, month and day (`blog/2026/03/title.md`) stand all together.
 */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, hasOwnFolder(path) ? -2 : -1);
  return folders
    .slice(0, folders.findLastIndex((folder) => !isDateFolder(folder) && dateIn(folder) === undefined) + 1)
    .join('/');
}
