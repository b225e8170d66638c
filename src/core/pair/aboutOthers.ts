// Files that are no issues though they stand among them: the list of all issues, a template, how to write one.
import { isAboutIssues, ownFolder } from './names.js';
import type { PostFacts } from './pairing.js';

/** Beside so many dated or numbered posts the index of their folder is a list of them; beside fewer it may be a post that has a folder of its own. */
const fewestListed = 3;

/** Whether a post of `all` is about the others rather than one of them. In time linear in the number of posts. */
export function postsAboutOthers(all: readonly PostFacts[]): (post: PostFacts) => boolean {
  const listed = new Map<string, number>();
  for (const post of all) {
    const folder = post.path.slice(0, Math.max(0, post.path.lastIndexOf('/')));
    if (isMarked(post) && ownFolder(post.path) === undefined) listed.set(folder, (listed.get(folder) ?? 0) + 1);
  }
  return (post) =>
    !isMarked(post) && (isAboutIssues(post.path) || (listed.get(ownFolder(post.path) ?? '') ?? 0) >= fewestListed);
}

function isMarked({ date, number }: PostFacts): boolean {
  return date !== undefined || number !== undefined;
}
