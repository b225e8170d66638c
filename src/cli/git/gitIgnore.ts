// The files that a repository's .gitignore files and info/exclude leave out. Nobody's own settings of git are asked.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { GitRepository } from './program.js';

const maxBytes = 256 * 1024;

/** A pattern with more wildcards than this means nothing, and takes very long to match. */
const maxWildcards = 6;

/** Reads each `.gitignore` once, when a file below it is asked for. */
export class GitIgnore {
  readonly #repository: GitRepository;
  readonly #excluded: Ignore | undefined;
  readonly #byFolder = new Map<string, Ignore | undefined>();

  constructor(repository: GitRepository) {
    this.#repository = repository;
    this.#excluded = readPatterns(path.join(repository.gitDir, 'info/exclude'));
  }

  /** @param file path from the root of the working tree, with `/` */
  has(file: string): boolean {
    if (file.startsWith('..') || path.isAbsolute(file)) return false;
    const parts = file.split('/');
    // Nothing below an ignored folder can be taken back in.
    const folders = parts.slice(0, -1).map((_, i) => `${parts.slice(0, i + 1).join('/')}/`);
    return [...folders, file].some((name) => this.#names(name));
  }

  /** @param file with a `/` at its end if it is a folder */
  #names(file: string): boolean {
    const parts = file.split(/\/(?!$)/);
    let isIgnored = this.#excluded?.ignores(file) ?? false;
    for (let depth = 0; depth < parts.length; depth++) {
      const within = parts.slice(depth).join('/');
      const told = this.#in(parts.slice(0, depth).join('/'))?.test(within);
      if (told?.ignored) isIgnored = true;
      if (told?.unignored) isIgnored = false;
    }
    return isIgnored;
  }

  #in(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) {
      this.#byFolder.set(folder, readPatterns(path.join(this.#repository.root, folder, '.gitignore')));
    }
    return this.#byFolder.get(folder);
  }
}

/** Undefined where there is no such file. */
function readPatterns(file: string): Ignore | undefined {
  try {
    const found = statSync(file);
    if (!found.isFile() || found.size > maxBytes) return undefined;
    const patterns = readFileSync(file, 'utf8').split(/\r?\n/);
    return ignore().add(patterns.filter((pattern) => (pattern.match(/\*+/g)?.length ?? 0) <= maxWildcards));
  } catch {
    return undefined;
  }
}
