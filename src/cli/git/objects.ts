// Texts of earlier revisions, from one process of git that answers many questions.
import { maxFileBytes } from '../files.js';
import { blobAt } from './committedTree.js';
import { startGit, type GitProcess, type GitRepository } from './program.js';

/** `git cat-file --batch`, asked one question after the other. Close it: the program does not end before. */
export class GitObjects {
  readonly #repository: GitRepository;
  #process: GitProcess | undefined;
  /** Parts of the answer that were not read yet. */
  #parts: Buffer[] = [];
  #size = 0;
  #wake: (() => void) | undefined;
  #ended = false;
  #last: Promise<unknown> = Promise.resolve();

  /** @param answerTimeoutMs a pipe in the place of an object would keep git waiting for ever */
  constructor(
    repository: GitRepository,
    private readonly answerTimeoutMs = 10_000,
  ) {
    this.#repository = repository;
  }

  /**
   * The text of a file at a revision; undefined if it was not there, or is larger than any file that is read.
   *
   * @param path from the root of the repository
   */
  textAt(rev: string, path: string): Promise<string | undefined> {
    const answer = this.#last.then(() => this.#ask(rev, path));
    this.#last = answer;
    return answer;
  }

  /** Whether git ended before it was told to. */
  get hasFailed(): boolean {
    return this.#ended;
  }

  close(): void {
    this.#process?.stdin.end();
  }

  #start(): GitProcess {
    const git = startGit(this.#repository, 'cat-file', ['--batch']);
    git.stdout.on('data', (part: Buffer) => {
      this.#parts.push(part);
      this.#size += part.length;
      this.#wake?.();
    });
    git.stderr.resume();
    const ended = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    git.on('error', ended).on('close', ended);
    git.stdin.on('error', ended);
    return git;
  }

  async #ask(rev: string, path: string): Promise<string | undefined> {
    // A question ends at a line break: a file with one in its name is asked for by its object name.
    const object = /[\n\r]/.test(path) ? await blobAt(this.#repository, rev, path) : `${rev}:${path}`;
    if (this.#ended || object === undefined) return undefined;
    this.#process ??= this.#start();
    this.#process.stdin.write(`${object}\n`);
    const header = await this.#readLine();
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header ?? '') ?? [];
    if (size === undefined) return undefined; // “… missing”
    const isWanted = type === 'blob' && Number(size) <= maxFileBytes;
    const content = await this.#read(Number(size), isWanted);
    await this.#read(1, false);
    return isWanted ? content?.toString('utf8') : undefined;
  }

  async #readLine(): Promise<string | undefined> {
    for (;;) {
      const end = this.#joined().indexOf(10);
      if (end >= 0) {
        const line = await this.#read(end, true);
        await this.#read(1, false);
        return line?.toString('utf8');
      }
      if (!(await this.#more())) return undefined;
    }
  }

  /** Takes so many bytes. What is not wanted is dropped on the way. */
  async #read(bytes: number, isWanted: boolean): Promise<Buffer | undefined> {
    let missing = bytes;
    if (isWanted) {
      while (this.#size < bytes) if (!(await this.#more())) return undefined;
      return this.#take(bytes);
    }
    while (missing > 0) {
      missing -= this.#take(Math.min(missing, this.#size)).length;
      if (missing > 0 && !(await this.#more())) return undefined;
    }
    return undefined;
  }

  #take(bytes: number): Buffer {
    const all = this.#joined();
    this.#parts = [all.subarray(bytes)];
    this.#size -= bytes;
    return all.subarray(0, bytes);
  }

  #joined(): Buffer {
    if (this.#parts.length !== 1) this.#parts = [Buffer.concat(this.#parts)];
    return this.#parts[0]!;
  }

  /** Waits for more; returns whether there can be any. */
  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const timer = setTimeout(() => this.#process?.kill(), this.answerTimeoutMs);
    await new Promise<void>((resolve) => (this.#wake = resolve));
    clearTimeout(timer);
    this.#wake = undefined;
    return true;
  }
}
