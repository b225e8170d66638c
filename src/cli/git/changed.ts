// What a branch touches.
import path from 'node:path';
import { UnreadableInput } from '../arguments.js';
import { hasBlob } from './blob.js';
import { readCommittedTree } from './committedTree.js';
import { GitIgnore } from './gitIgnore.js';
import { GitNotFound, runGit, type GitRepository } from './program.js';
import { findRepository, pathInRepository } from './repository.js';

/**
 * Tells of files whether they differ from what they were where `revision` and `HEAD` went apart. A file that git does not
 * track counts as changed, unless `.gitignore` names it.
 *
 * @param folder whose repository is asked
 * @throws {UnreadableInput} if `folder` is in no repository, git is not there, there is no such revision, or the two have no
 *   commit in common
 */
export async function changedSince(revision: string, folder: string): Promise<(file: string) => boolean> {
  const absolute = path.resolve(folder);
  const repository = findRepository(absolute, [absolute]);
  if (!repository) throw new UnreadableInput(`${folder} is in no git repository, and --changed-since needs one.`);
  const base = await mergeBase(revision, repository);
  const [before, head] = [await readCommittedTree(repository, base), await readCommittedTree(repository, 'HEAD')];
  const ignored = new GitIgnore(repository);
  return (file) => {
    const name = pathInRepository(repository.root, file);
    const blob = before.get(name);
    if (blob !== undefined) return !hasBlob(path.resolve(file), blob);
    return head.has(name) || !ignored.has(name);
  };
}

/** Where `revision` and `HEAD` went apart. What fails in a pull request is most often that too little was fetched. */
async function mergeBase(revision: string, repository: GitRepository): Promise<string> {
  const orThrow =
    (message: string) =>
    (error: unknown): never => {
      throw error instanceof GitNotFound ? error : new UnreadableInput(message);
    };
  const commit = await runGit(repository, 'rev-parse', [
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]).catch(orThrow(`git knows no revision “${revision}” here. Check its spelling, and that it has been fetched.`));
  const bases = await runGit(repository, 'merge-base', [commit.trim(), 'HEAD']).catch(
    orThrow(
      `“${revision}” and HEAD have no commit in common. In a shallow clone, fetch the history first: “git fetch --unshallow”, or “fetch-depth: 0” for actions/checkout.`,
    ),
  );
  return bases.trim();
}
