// The history of posts in their git repositories, for the command line.
import path from 'node:path';
import type { History } from '../core/stale/past.js';
import { exists, UnreadableInput } from './files.js';
import { rootOf } from './git.js';
import { gitLog, touchesOf, type GitLog } from './gitLog.js';
import { GitObjects } from './gitObjects.js';

interface Repository {
  /** As the files in it are named, links in the path and all. */
  readonly root: string;
  readonly log: GitLog;
  readonly objects: GitObjects;
}

/** Asks each repository for its log once, when it is first needed. Files are named by their paths. Close it at the end. */
export class GitHistory implements History {
  readonly #byFolder = new Map<string, Promise<Repository | undefined>>();
  readonly #byRoot = new Map<string, Promise<Repository | undefined>>();

  async versions(file: string): Promise<{ rev: string; date: string; path: string }[]> {
    const repository = await this.#repositoryOf(file);
    if (!repository) return [];
    return touchesOf(repository.log, inside(repository, file)).map((touch) => ({ ...touch, path: path.join(repository.root, touch.path) }));
  }

  async textAt(rev: string, file: string): Promise<string | undefined> {
    const repository = await this.#repositoryOf(file);
    return repository?.objects.textAt(rev, inside(repository, file));
  }

  async close(): Promise<void> {
    for (const repository of this.#byRoot.values()) (await repository)?.objects.close();
  }

  async #repositoryOf(file: string): Promise<Repository | undefined> {
    const folder = path.dirname(path.resolve(file));
    let found = this.#byFolder.get(folder);
    if (!found) this.#byFolder.set(folder, (found = this.#open(folder)));
    return found;
  }

  async #open(folder: string): Promise<Repository | undefined> {
    const root = await rootAbove(folder);
    if (root === undefined) return undefined;
    let opened = this.#byRoot.get(root);
    if (!opened) this.#byRoot.set(root, (opened = open(root)));
    return opened;
  }
}

async function open(root: string): Promise<Repository | undefined> {
  const log = await unless(gitLog(root));
  return log && { root, log, objects: new GitObjects(root) };
}

/** The root of the repository that a folder is in; a folder that was renamed since is not there any more, but one above it is. */
async function rootAbove(folder: string): Promise<string | undefined> {
  if (!(await exists(folder))) return path.dirname(folder) === folder ? undefined : rootAbove(path.dirname(folder));
  return unless(rootOf(folder));
}

function inside({ root }: Repository, file: string): string {
  return path.relative(root, path.resolve(file)).replaceAll(path.sep, '/');
}

/** Undefined where there is no git, no repository, or no commit. */
async function unless<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UnreadableInput) return undefined;
    throw error;
  }
}
