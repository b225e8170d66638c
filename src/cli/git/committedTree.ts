// The files of a commit.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { runGit, type GitRepository } from './program.js';
import { findRepository, pathInRepository } from './repository.js';

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

/**
 * Whether somebody may have committed a file: `HEAD` has it, under its own name or behind a link, or git cannot tell.
 *
 * @param trees see `findRepository`
 */
export async function mayBeCommitted(file: string, trees: readonly string[]): Promise<boolean> {
  const absolute = path.resolve(file);
  const folder = path.dirname(absolute);
  const roots = trees.map((tree) => path.resolve(tree));
  const repository = findRepository(folder, roots);
  if (!repository) return false;
  try {
    const [realFolder, realRoot] = [realpathSync(folder), realpathSync(repository.root)];
    const real = path.join(realFolder, path.basename(absolute));
    for (const name of new Set([pathInRepository(repository.root, absolute), pathInRepository(realRoot, real)])) {
      if (name.startsWith('..') || path.isAbsolute(name)) continue;
      if ((await blobAt(repository, 'HEAD', name)) !== undefined) return true;
    }
    return false;
  } catch {
    return !(await hasNoCommit(repository));
  }
}

/** Whether nothing was committed yet. False where git cannot tell. */
export async function hasNoCommit(repository: GitRepository): Promise<boolean> {
  return runGit(repository, 'rev-list', ['--max-count=1', '--all']).then(
    (out) => out === '',
    () => false,
  );
}
