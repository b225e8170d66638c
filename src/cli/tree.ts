// The tree that a file belongs to, and what lies inside it.
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Whether `file` is `folder` or lies below it, by their names alone. Both absolute. */
export function isInside(file: string, folder: string): boolean {
  const within = path.relative(folder, file);
  return within !== '..' && !within.startsWith(`..${path.sep}`) && !path.isAbsolute(within);
}

/** What stands at the root of a site or repository. */
const rootMarkers = ['.git', '_config.yml', '_config.yaml', 'package.json', 'hugo.toml', 'config.toml', '_posts'];

/**
 * The folder in which the counterparts of `file` are looked for: the nearest one above it that is the root of a site
 * or repository, else the file's own.
 */
export async function treeOf(file: string): Promise<string> {
  const own = path.dirname(file);
  for (let folder = path.resolve(own), up = own; ; folder = path.dirname(folder), up = path.join(up, '..')) {
    if (await isRoot(folder)) return up;
    if (path.dirname(folder) === folder) return own;
  }
}

/** All folders above `file` that are the root of a site or repository, by their names alone. Absolute. */
export async function rootsAbove(file: string): Promise<string[]> {
  const roots: string[] = [];
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    if (await isRoot(folder)) roots.push(folder);
    if (path.dirname(folder) === folder) return roots;
  }
}

async function isRoot(folder: string): Promise<boolean> {
  for (const marker of rootMarkers) if (await exists(path.join(folder, marker))) return true;
  return false;
}

/** The folders that paths belong to: a folder is its own tree. */
export async function treesOf(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map(async (given) => ((await isFolder(given)) ? given : treeOf(given))));
}

async function isFolder(given: string): Promise<boolean> {
  return stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Whether there is such a file or folder. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
