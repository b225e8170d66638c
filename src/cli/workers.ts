// Threads that share the reading and checking of posts.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckedPost } from './checkOne.js';
import type { HandOptions, Hands, PlainTree, ToDescribe } from './hands.js';
import type { Task } from './jobs.js';
import type { Described } from './reader.js';

/** What a thread is asked. */
export type Asked =
  | { readonly ask: 'describe'; readonly files: readonly ToDescribe[] }
  | { readonly ask: 'trees'; readonly trees: readonly PlainTree[] }
  | { readonly ask: 'check'; readonly tasks: readonly Task[] }
  | { readonly ask: 'close' };

/** What it answers: one answer to each question, in order. */
export type Answered = { readonly answer: unknown } | { readonly error: Error };

/** With fewer files than this for each, threads cost more than they bring: each has to warm up. */
const fewestFiles = 250;
/** With more files than this in all, two threads take more than 300 MB: each has to know all posts of a tree. */
export const mostFiles = 3_000;

/** What works on so many files: so many threads; unless given two where it is worth it, else `own`. */
export async function handsFor(
  files: number,
  threads: number | undefined,
  options: HandOptions,
  own: Hands,
): Promise<Hands> {
  const worthIt = files > mostFiles ? 1 : Math.min(2, availableParallelism(), Math.floor(files / fewestFiles));
  const count = threads === undefined ? worthIt : Math.min(threads, files);
  const program = fileURLToPath(new URL('./worker.mjs', import.meta.url));
  if (count < 2 || !existsSync(program)) return own; // the program is there only where it was bundled
  await own.close();
  return new SharedHands(Array.from({ length: count }, () => new Thread(program, options)));
}

/** Gives each thread the next piece of work when it is done with the last one. */
class SharedHands implements Hands {
  readonly #free: Thread[];
  readonly #waiting: ((thread: Thread) => void)[] = [];
  /** Which thread read a file: it may still have it. */
  readonly #readBy = new Map<string, Thread>();

  constructor(private readonly threads: readonly Thread[]) {
    this.#free = [...threads];
  }

  describe(files: readonly ToDescribe[]): Promise<Described[]> {
    return this.#withThread(undefined, async (thread) => {
      for (const { path } of files) this.#readBy.set(path, thread);
      return (await thread.ask({ ask: 'describe', files })) as Described[];
    });
  }

  setTrees(trees: readonly PlainTree[]): void {
    for (const thread of this.threads) void thread.ask({ ask: 'trees', trees }).catch(() => {}); // its next answer says so
  }

  check(tasks: readonly Task[]): Promise<CheckedPost[]> {
    return this.#withThread(
      this.#readBy.get(tasks[0]!.path),
      async (thread) => (await thread.ask({ ask: 'check', tasks })) as CheckedPost[],
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  async #withThread<T>(wanted: Thread | undefined, use: (thread: Thread) => Promise<T>): Promise<T> {
    const at = wanted ? this.#free.indexOf(wanted) : -1;
    const thread =
      at >= 0
        ? this.#free.splice(at, 1)[0]!
        : (this.#free.pop() ?? (await new Promise<Thread>((resolve) => this.#waiting.push(resolve))));
    try {
      return await use(thread);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thread);
      else this.#free.push(thread);
    }
  }
}

/** A quarter of what the engine would take in each thread; more saves no time. */
const maxYoungGenerationSizeMb = 12;

class Thread {
  readonly #worker: Worker;
  readonly #open: { resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = [];
  #failed: Error | undefined;

  constructor(program: string, options: HandOptions) {
    this.#worker = new Worker(program, { workerData: options, resourceLimits: { maxYoungGenerationSizeMb } });
    this.#worker.on('message', (message: Answered) => {
      const { resolve, reject } = this.#open.shift()!;
      if ('error' in message) reject(message.error);
      else resolve(message.answer);
    });
    const failed = (error: Error): void => {
      this.#failed ??= error;
      for (const { reject } of this.#open.splice(0)) reject(error);
    };
    this.#worker.on('error', failed);
    this.#worker.on('exit', () => failed(new Error('A thread ended before its work was done.')));
  }

  ask(asked: Asked): Promise<unknown> {
    if (this.#failed) return Promise.reject(this.#failed);
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
      this.#worker.postMessage(asked);
    });
  }

  async close(): Promise<void> {
    if (!this.#failed) await this.ask({ ask: 'close' }).catch(() => {});
    await this.#worker.terminate();
  }
}
