// What reads and checks posts: this thread, or several that share the work.
import type { Pairing } from '../core/pair/pairing.js';
import { forgetTexts } from '../core/text/remember.js';
import { checkOne, type CheckedPost } from './checkOne.js';
import { GitHistory } from './git/history.js';
import { jobAt, type Job, type Task } from './jobs.js';
import { pairedPosts, type Posts } from './posts.js';
import { Reader, type Described } from './reader.js';
import { SettingsFiles } from './settings.js';
import type { WritableFolders } from './write.js';

/** A file to describe, and the hash of the content whose facts are known already. */
export interface ToDescribe {
  readonly path: string;
  readonly known: string | undefined;
}

/** A tree as it is told to another thread. Plain data. */
export interface PlainTree {
  readonly pairing: Pairing;
  readonly siteUrls: readonly string[];
}

/** How to check. Plain data. */
export interface HandOptions {
  /** See `SettingsFiles`. */
  readonly config: string | undefined;
  /** Where safe fixes may be written; undefined to make none. */
  readonly fix: WritableFolders | undefined;
  /** The folders that the program was pointed at; see `findRepository`. */
  readonly trees: readonly string[];
}

export interface Hands {
  /** In the order given. */
  describe(files: readonly ToDescribe[]): Promise<Described[]>;
  /** Told once, before anything is checked. */
  setTrees(trees: readonly PlainTree[]): void;
  /** Checks the posts of one issue. */
  check(tasks: readonly Task[]): Promise<CheckedPost[]>;
  close(): Promise<void>;
}

/** After so many posts, what was worked out of their texts is forgotten: little of it is asked again, and all of it is in memory. */
const postsRemembered = 32;

/** The work done in this thread, one piece after the other: what is begun at once is in memory at once. */
export class OwnHands implements Hands {
  #before: Promise<unknown> = Promise.resolve();
  readonly #reader = new Reader();
  readonly #history: GitHistory;
  readonly #settings: SettingsFiles;
  #trees: readonly Posts[] = [];
  #posts = 0;

  constructor(private readonly options: HandOptions) {
    this.#settings = new SettingsFiles(options.config);
    this.#history = new GitHistory(options.trees);
  }

  describe(files: readonly ToDescribe[]): Promise<Described[]> {
    return this.#inTurn(() => this.#describe(files));
  }

  check(tasks: readonly Task[]): Promise<CheckedPost[]> {
    return this.#inTurn(() => this.#check(tasks));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => {}); // whoever asked is told
    return done;
  }

  async #describe(files: readonly ToDescribe[]): Promise<Described[]> {
    const described: Described[] = [];
    for (const { path, known } of files) {
      this.#forgetNowAndThen();
      described.push(await this.#reader.describe(path, known));
    }
    return described;
  }

  setTrees(trees: readonly PlainTree[]): void {
    this.#trees = trees.map(({ pairing, siteUrls }) => {
      const all = [
        ...pairing.issues.flatMap(({ source, translations }) => [source, ...translations.map(({ post }) => post)]),
        ...pairing.unpaired.map(({ post }) => post),
      ];
      return pairedPosts(new Map(all.map((facts) => [facts.path, facts])), pairing, siteUrls, this.#reader);
    });
  }

  async #check(tasks: readonly Task[]): Promise<CheckedPost[]> {
    const checked: CheckedPost[] = [];
    for (const task of tasks) {
      this.#forgetNowAndThen();
      const find = (): Promise<Job | undefined> => jobAt(task, this.#trees, this.#settings);
      const one = await checkOne(task.path, find, this.#history, this.options.fix);
      if (one) checked.push(one);
    }
    return checked;
  }

  #forgetNowAndThen(): void {
    if (++this.#posts % postsRemembered === 0) forgetTexts();
  }

  close(): Promise<void> {
    this.#reader.close();
    return this.#history.close();
  }
}
