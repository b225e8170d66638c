// The history of posts in their git repositories.
import path from 'node:path';
import type { History, Version } from '../../core/stale/past.js';
import { Failures } from '../failures.js';
import { hasNoCommit, readCommittedTree, type CommittedTree } from './committedTree.js';
import { readLog, versionsIn, type GitLog } from './log.js';
import { GitObjects } from './objects.js';
import { runGit, type GitRepository } from './program.js';
import { renamedFrom } from './renames.js';
import { findRepository, isPartial, pathInRepository } from './repository.js';

interface OpenRepository extends GitRepository {
  readonly log: GitLog;
  readonly objects: GitObjects;
  /** Whether it may lack objects. */
  readonly isPartial: boolean;
  /** The files of `HEAD`, read when they are first asked for. */
  head(): Promise<CommittedTree>;
}

/** Asks each repository for its log once, when it is first needed. Files are named by their paths. Close it at the end. */
export class GitHistory implements History {
  readonly #trees: readonly string[];
  readonly #byFolder = new Map<string, GitRepository | undefined>();
  readonly #failures = new Failures();
  readonly #byRoot = new Map<string, Promise<OpenRepository | undefined>>();

  /** @param trees the folders that the program was pointed at; see `findRepository` */
  constructor(trees: readonly string[]) {
    this.#trees = trees.map((tree) => path.resolve(tree));
  }

  async versions(file: string): Promise<Version[]> {
    const repository = await this.#repositoryOf(file);
    if (!repository) return [];
    const name = await committedName(repository, pathInRepository(repository.root, file));
    const found = versionsIn(repository.log, name);
    return found.map((version) => ({ ...version, path: path.join(repository.root, version.path) }));
  }

  async textAt(rev: string, file: string): Promise<string | undefined> {
    const repository = await this.#repositoryOf(file);
    if (!repository) return undefined;
    const text = await repository.objects.textAt(rev, pathInRepository(repository.root, file));
    if (text === undefined && repository.objects.hasFailed) {
      this.#failures.add(`The history of ${repository.root} cannot be read: git has stopped answering.`);
    }
    if (text === undefined && repository.isPartial) {
      this.#failures.add(
        `The history of ${repository.root} is incomplete, as this is a partial clone. Clone without “--filter”.`,
      );
    }
    return text;
  }

  /** Why the history of a repository cannot be read, or not all of it. A folder without history is no failure. */
  get failures(): readonly string[] {
    return this.#failures.messages;
  }

  async close(): Promise<void> {
    for (const repository of this.#byRoot.values()) (await repository)?.objects.close();
  }

  async #repositoryOf(file: string): Promise<OpenRepository | undefined> {
    const folder = path.dirname(path.resolve(file));
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, findRepository(folder, this.#trees));
    const found = this.#byFolder.get(folder);
    if (!found) return undefined;
    let opened = this.#byRoot.get(found.root);
    if (!opened) this.#byRoot.set(found.root, (opened = this.#open(found)));
    return opened;
  }

  /** Undefined where nothing was committed yet, and where git cannot read what was. */
  async #open(repository: GitRepository): Promise<OpenRepository | undefined> {
    const failures = new Failures();
    const opened = await failures.unless(() => open(repository));
    if (!opened && !(await hasNoCommit(repository))) this.#failures.add(...failures.messages);
    return opened;
  }
}

/** @throws {UnreadableInput} if there is no git, no commit, or git cannot read one */
async function open(repository: GitRepository): Promise<OpenRepository> {
  await runGit(repository, 'rev-parse', ['--verify', '--quiet', 'HEAD^{commit}']); // soon says so where git cannot work
  const log = await readLog(repository);
  let head: Promise<CommittedTree> | undefined;
  return {
    ...repository,
    log,
    objects: new GitObjects(repository),
    isPartial: isPartial(repository),
    head: () => (head ??= readCommittedTree(repository, 'HEAD')),
  };
}

/** The path that a file has in the last commit: another one if it was renamed since. */
async function committedName(repository: OpenRepository, name: string): Promise<string> {
  if (repository.log.has(name)) return name;
  const committedText = (old: string): Promise<string | undefined> => repository.objects.textAt('HEAD', old);
  return (await renamedFrom(repository.root, name, await repository.head(), committedText)) ?? name;
}
