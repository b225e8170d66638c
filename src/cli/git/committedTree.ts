// The files of a commit.
import path from 'node:path';
import { UnreadableInput } from '../arguments.js';
import { runGit, type GitRepository } from './program.js';
import { findRepository } from './repository.js';

/** The object names of files by their paths from the root of the repository. */
export type CommittedTree = ReadonlyMap<string, string>;

/** @param rev a commit @throws {UnreadableInput} if git fails */
export async function readCommittedTree(repository: GitRepository, rev: string): Promise<CommittedTree> {
  return filesIn(await runGit(repository, 'ls-tree', ['-r', '-z', '--full-tree', rev]));
}

/** The object name of a file of a commit; undefined if it is not there. @throws {UnreadableInput} if git fails */
export async function blobAt(repository: GitRepository, rev: string, path: string): Promise<string | undefined> {
  return filesIn(await runGit(repository, 'ls-tree', ['-z', '--full-tree', rev, path])).get(path);
}

function filesIn(listing: string): CommittedTree {
  const files = new Map<string, string>();
  for (const entry of listing.split('\0')) {
    const [, name, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (name !== undefined && path !== undefined) files.set(path, name);
  }
  return files;
}

/** Whether the last commit has a file with this path. @param trees see `findRepository` */
export async function isCommitted(file: string, trees: readonly string[]): Promise<boolean> {
  const absolute = path.resolve(file);
  const repository = findRepository(
    path.dirname(absolute),
    trees.map((tree) => path.resolve(tree)),
  );
  if (!repository) return false;
  const name = path.relative(repository.root, absolute).replaceAll(path.sep, '/');
  try {
    return (await blobAt(repository, 'HEAD', name)) !== undefined;
  } catch (error) {
    if (error instanceof UnreadableInput) return false; // nothing was committed yet
    throw error;
  }
}
