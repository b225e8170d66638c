// Texts of earlier revisions, from one process of git that answers many questions.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitEnvironment, gitOptions } from './git.js';

/** `git cat-file --batch`, asked one question after the other. Close it: the program does not end before. */
export class GitObjects {
  readonly #process: ChildProcessWithoutNullStreams;
  #received: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  #ended = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#process = spawn('git', [...gitOptions, 'cat-file', '--batch'], { cwd: root, env: gitEnvironment() });
    this.#process.stdout.on('data', (part: Buffer) => {
      this.#received = Buffer.concat([this.#received, part]);
      this.#wake?.();
    });
    const ended = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    this.#process.on('error', ended).on('close', ended);
    this.#process.stdin.on('error', ended);
  }

  /** The text of a file at a revision; undefined if it was not there. @param path from the root of the repository */
  textAt(rev: string, path: string): Promise<string | undefined> {
    const answer = this.#last.then(() => this.#ask(`${rev}:${path}`));
    this.#last = answer;
    return answer;
  }

  close(): void {
    this.#process.stdin.end();
  }

  async #ask(object: string): Promise<string | undefined> {
    if (this.#ended || object.includes('\n')) return undefined;
    this.#process.stdin.write(`${object}\n`);
    let end: number;
    while ((end = this.#received.indexOf(10)) < 0) if (!(await this.#more())) return undefined;
    const [, type, size] = /^\S+ (\w+) (\d+)$/.exec(this.#received.toString('utf8', 0, end)) ?? [];
    this.#received = this.#received.subarray(end + 1);
    if (size === undefined) return undefined; // “… missing”
    const length = Number(size);
    while (this.#received.length < length + 1) if (!(await this.#more())) return undefined;
    const content = this.#received.toString('utf8', 0, length);
    this.#received = this.#received.subarray(length + 1);
    return type === 'blob' ? content : undefined;
  }

  /** Waits for more; answers whether there can be any. */
  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    return true;
  }
}
