// What the command line has found before, kept in a file: what did not change is neither parsed nor checked again.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PostFacts } from '../core/pair/pairing.js';
import type { ReportedFile } from '../core/report/checkReport.js';
import { version } from '../core/version.js';
import { GitHistory } from './gitHistory.js';
import type { Work } from './jobs.js';
import type { Posts } from './posts.js';
import { hashOf, type Described } from './reader.js';
import type { SettingsFiles } from './settings.js';

interface Entry {
  /** Of the file's content. */
  readonly hash: string;
  readonly facts: PostFacts;
  readonly factsHash: string;
  /** What was found, and what all of that hung on. */
  readonly result?: { readonly key: string; readonly file: ReportedFile };
}

/**
 * Results by path. Facts hang on a file's content; what is found in it hangs on its content and its source's, the
 * settings, what git knows of the two, and the facts of all posts of the tree. A file that is damaged, or was written by
 * another version of the program, is as good as none.
 */
export class CheckCache {
  readonly #now = new Map<string, Entry>();

  private constructor(
    private readonly file: string,
    private readonly program: string,
    private readonly before: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: string): Promise<CheckCache> {
    const program = await programState();
    return new CheckCache(file, program, await readEntries(file, program));
  }

  /** The hash of the content whose facts are known. */
  hashOf(file: string): string | undefined {
    return this.before.get(file)?.hash;
  }

  /** Notes what a file says of itself, and answers its facts. */
  described(one: Exclude<Described, { readonly unreadable: string }>): PostFacts {
    const before = this.before.get(one.path);
    const entry: Entry = one.facts === undefined ? before! : { hash: one.hash, facts: one.facts, factsHash: hashOf(JSON.stringify(one.facts)) };
    this.#now.set(one.path, entry);
    return entry.facts;
  }

  /** By path: what the result of each task hangs on. */
  async keysOf({ trees, tasks }: Work, settings: SettingsFiles): Promise<Map<string, string>> {
    const history = new GitHistory();
    const states = trees.map((posts) => this.#stateOf(posts));
    const keys = new Map<string, string>();
    try {
      for (const { path: file, tree } of tasks) {
        const source = trees[tree]!.roleOf(file)?.source;
        const past = source === undefined ? [] : [await history.versions(file), await history.versions(source)];
        const { settings: own, folder } = await settings.ofFile(file);
        keys.set(file, hashOf(JSON.stringify([this.#now.get(file)?.hash, source, source && this.#now.get(source)?.hash, states[tree], own, folder, path.resolve(file), past])));
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
    this.#byKey ??= new Map([...this.before.values()].flatMap(({ result }) => (result ? [[result.key, result.file]] : [])));
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
    const draft = `${this.file}.${process.pid}`;
    try {
      await mkdir(path.dirname(this.file), { recursive: true });
      await writeFile(draft, `${JSON.stringify({ program: this.program, hash: hashOf(body) })}\n${body}`);
      await rename(draft, this.file);
    } catch {
      // a folder that is not ours to write
    }
  }
}

async function readEntries(file: string, program: string): Promise<Map<string, Entry>> {
  try {
    const text = await readFile(file, 'utf8');
    const end = text.indexOf('\n');
    const head = JSON.parse(text.slice(0, end)) as { program?: unknown; hash?: unknown };
    const body = text.slice(end + 1);
    if (head.program !== program || head.hash !== hashOf(body)) return new Map();
    return new Map(body.split('\n').filter(Boolean).map((line) => JSON.parse(line) as [string, Entry]));
  } catch {
    return new Map();
  }
}

/** Changes with the program, and with the Node whose words for dates and languages it uses. */
async function programState(): Promise<string> {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const names = (await readdir(folder)).filter((name) => /\.m?[jt]s$/.test(name)).sort();
  const files = await Promise.all(names.map(async (name) => `${name} ${hashOf(await readFile(path.join(folder, name), 'utf8'))}`));
  return hashOf([version, process.version, ...files].join('\n'));
}
