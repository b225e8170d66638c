// Which repository a file belongs to, found without starting git.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../tree.js';
import type { GitRepository } from './program.js';

/** A `.git` file holds one line with a path. */
const maxGitFileBytes = 8 * 1024;
const maxConfigBytes = 1024 * 1024;

/**
 * The repository that a folder belongs to: the nearest `.git` above it.
 *
 * Only a `.git` at or above one of `trees` counts. Those are the folders that somebody pointed the program at; a `.git`
 * further below is part of their content, and whoever wrote the content wrote its config. The exception is a submodule,
 * whose git directory lies in that of the repository around it. A folder that merely looks like a git directory, such as
 * a bare repository among the files of another, is none.
 *
 * @param folder absolute
 * @param trees absolute
 */
export function findRepository(folder: string, trees: readonly string[]): GitRepository | undefined {
  const nested: GitRepository[] = [];
  for (let root = folder; ; root = path.dirname(root)) {
    const gitDir = gitDirIn(root);
    const repository = gitDir === undefined ? undefined : { root, gitDir };
    if (repository && trees.some((tree) => isInside(tree, root))) {
      return nested.find((inner) => isSubmodule(inner, repository)) ?? repository;
    }
    if (repository) nested.push(repository);
    if (path.dirname(root) === root) return undefined;
  }
}

/** The git directory that a folder's `.git` is, or that it leads to, as a worktree's or a submodule's does. */
function gitDirIn(folder: string): string | undefined {
  const dotGit = path.join(folder, '.git');
  try {
    const found = statSync(dotGit);
    if (found.isDirectory()) return isGitDir(dotGit) ? dotGit : undefined;
    if (!found.isFile() || found.size > maxGitFileBytes) return undefined;
    const [, target] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(dotGit, 'utf8')) ?? [];
    const gitDir = target === undefined ? undefined : path.resolve(folder, target);
    return gitDir !== undefined && isGitDir(gitDir) ? gitDir : undefined;
  } catch {
    return undefined;
  }
}

function isGitDir(folder: string): boolean {
  try {
    lstatSync(path.join(folder, 'HEAD'));
    return true;
  } catch {
    return false;
  }
}

function isSubmodule(inner: GitRepository, outer: GitRepository): boolean {
  try {
    if (!lstatSync(path.join(inner.root, '.git')).isFile()) return false;
    return isInside(realpathSync(inner.gitDir), path.join(realpathSync(outer.gitDir), 'modules'));
  } catch {
    return false;
  }
}

/** The path of a file from the root of a working tree, with `/`, as git names it. Begins with `..` for a file outside. */
export function pathInRepository(root: string, file: string): string {
  return path.relative(root, path.resolve(file)).replaceAll(path.sep, '/');
}

/** Whether a repository may lack objects, which its config names a server for. */
export function isPartial({ gitDir }: GitRepository): boolean {
  try {
    const config = path.join(gitDir, 'config');
    const found = statSync(config);
    if (!found.isFile() || found.size > maxConfigBytes) return false;
    return /^[ \t]*(?:promisor|partialclone)[ \t]*=/im.test(readFileSync(config, 'utf8'));
  } catch {
    return false;
  }
}
