// What the command line has found before, kept in a file: what did not change is neither parsed nor checked again.
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PostFacts } from '../core/pair/pairing.js';
import type { ReportedFile } from '../core/report/checkReport.js';
import { version } from '../core/version.js';
import { UnreadableInput } from './arguments.js';
import { parseCacheEntry, type CacheEntry } from './cacheEntry.js';
import { mayBeCommitted } from './git/committedTree.js';
import { GitHistory } from './git/history.js';
import type { Work } from './jobs.js';
import type { Posts } from './posts.js';
import { hashOf, type Described } from './reader.js';
import type { SettingsFiles } from './settings.js';
import { isInside } from './tree.js';
import { replaceOwnFile, writableFolders, type WritableFolders } from './write.js';

/** The results of 10,000 posts take a third of this. */
const maxBytes = 128 * 1024 * 1024;

/**
 * Results by path. Facts hang on a file's content; what is found in it hangs on its content and its source's, the
 * settings, what git knows of the two, and the facts of all posts of the tree. A cache that is damaged, was written by
 * another version of the program, is no regular file or is committed to the repository counts as empty: whoever commits it
 * could make any problem disappear.
 */
export class CheckCache {
  readonly #now = new Map<string, CacheEntry>();

  private constructor(
    private readonly file: string,
    private readonly program: string,
    private readonly before: ReadonlyMap<string, CacheEntry>,
    private readonly trees: readonly string[],
  ) {}

  /** @param trees the folders that the program was pointed at */
  static async open(file: string, trees: readonly string[]): Promise<CheckCache> {
    const program = await programState();
    const isTrusted = !(await mayBeCommitted(file, [...trees, '.']));
    return new CheckCache(file, program, isTrusted ? await readEntries(file, program) : new Map(), trees);
  }

  /** The hash of the content whose facts are known. */
  hashOf(file: string): string | undefined {
    return this.before.get(file)?.hash;
  }

  /** Notes what a file says of itself, and answers its facts. */
  described(one: Exclude<Described, { readonly unreadable: string }>): PostFacts {
    const before = this.before.get(one.path);
    const entry: CacheEntry =
      one.facts === undefined
        ? before!
        : { hash: one.hash, facts: one.facts, factsHash: hashOf(JSON.stringify(one.facts)) };
    this.#now.set(one.path, entry);
    return entry.facts;
  }

  /** By path: what the result of each task hangs on. */
  async keysOf({ trees, tasks }: Work, settings: SettingsFiles): Promise<Map<string, string>> {
    const history = new GitHistory(this.trees);
    const states = trees.map((posts) => this.#stateOf(posts));
    const keys = new Map<string, string>();
    try {
      for (const { path: file, tree } of tasks) {
        const source = trees[tree]!.roleOf(file)?.source;
        const past = source === undefined ? [] : [await history.versions(file), await history.versions(source)];
        const { settings: own, folder } = await settings.ofFile(file);
        keys.set(
          file,
          hashOf(
            JSON.stringify([
              this.#now.get(file)?.hash,
              source,
              source && this.#now.get(source)?.hash,
              states[tree],
              own,
              folder,
              path.resolve(file),
              past,
            ]),
          ),
        );
      }
    } finally {
      await history.close();
    }
    return keys;
  }

  #stateOf({ facts, pairing, siteUrls }: Posts): string {
    const hash = createHash('sha256').update(JSON.stringify([pairing.sourceLocale, siteUrls]));
    for (const file of facts.keys()) hash.update(`${file}\n${this.#now.get(file)?.factsHash ?? ''}\n`);
    return hash.digest('base64url');
  }

  /** What was found when all that it hangs on was the same. */
  resultOf(key: string | undefined): ReportedFile | undefined {
    if (key === undefined) return undefined;
    this.#byKey ??= new Map(
      [...this.before.values()].flatMap(({ result }) => (result ? [[result.key, result.file]] : [])),
    );
    const file = this.#byKey.get(key);
    if (file) this.keep(key, file);
    return file;
  }
  #byKey: Map<string, ReportedFile> | undefined;

  keep(key: string | undefined, file: ReportedFile): void {
    const entry = this.#now.get(file.path);
    if (key !== undefined && entry) this.#now.set(file.path, { ...entry, result: { key, file } });
  }

  /** Writes the file; one that cannot be written costs time the next time, and nothing else. */
  async save(): Promise<void> {
    const entries = new Map([...this.before, ...this.#now]);
    const body = [...entries].map((entry) => JSON.stringify(entry)).join('\n');
    const text = `${JSON.stringify({ program: this.program, hash: hashOf(body) })}\n${body}`;
    try {
      replaceOwnFile(this.file, text, await foldersFor(this.file));
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
    }
  }
}

/** A cache outside of the working folder is where somebody wants it; one inside must not be led out by a link. */
async function foldersFor(file: string): Promise<WritableFolders> {
  const folder = path.dirname(path.resolve(file));
  return isInside(folder, process.cwd()) ? writableFolders(['.']) : [path.parse(folder).root];
}

async function readEntries(file: string, program: string): Promise<Map<string, CacheEntry>> {
  try {
    const found = await lstat(file);
    if (!found.isFile() || found.size > maxBytes) return new Map();
    const text = await readFile(file, 'utf8');
    const end = text.indexOf('\n');
    const head = JSON.parse(text.slice(0, end)) as { program?: unknown; hash?: unknown };
    const body = text.slice(end + 1);
    if (head.program !== program || head.hash !== hashOf(body)) return new Map();
    return new Map(body.split('\n').flatMap((line) => parseCacheEntry(line) ?? []));
  } catch {
    return new Map();
  }
}

/** Changes with the program, and with the Node whose words for dates and languages it uses. */
async function programState(): Promise<string> {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const names = (await readdir(folder)).filter((name) => /\.m?[jt]s$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => `${name} ${hashOf(await readFile(path.join(folder, name), 'utf8'))}`),
  );
  return hashOf([version, process.version, ...files].join('\n'));
}
