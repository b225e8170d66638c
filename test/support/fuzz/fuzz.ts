// Fuzzing by the hour: `npm run fuzz -- --runs 100000 --seed 7 [--longest 600] [--resume]`.
//
// Takes the samples, and the corpora where FACING_PAGES_CORPUS says they are. What it finds is made as small as possible and
// written to out/fuzz, with how far it came; `--resume` goes on from there. A case is a source and a
// translation that is edited up to sixteen times; each state of it counts as an input. A case has bounds in time, in memory while
// it runs and in what it leaves behind, and what breaks one of them is found as anything else is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { cpuTime } from '../robust/stages.js';
import type { BatchNews } from './batch.js';
import type { FuzzTexts } from './mutate.js';

/** What takes more of the processor's time than this, in milliseconds, hangs. */
const patience = 20_000;
/** Megabytes that may be in use while a case is tried, all that is remembered of the ones before it counted in. */
const mostMemory = 512;
/** Megabytes that may be in use behind a batch, from the tenth on, above what the tenth left. What is remembered has a bound. */
const mostGrowth = 64;
const settled = 10;
const casesOfBatch = 50;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    longest: { type: 'string', default: '600' },
    resume: { type: 'boolean', default: false },
  },
});
const [runs, seed, longest] = [Number(values.runs), Number(values.seed), Number(values.longest)];
const progressFile = `out/fuzz/progress-${seed}.json`;

/** How far the run came. Times in milliseconds of the processor, memory in megabytes. */
interface Progress {
  done: number;
  batches: number;
  cpu: number;
  slowest: number;
  heap: number;
  found: Record<string, number>;
}

const progress: Progress =
  values.resume && existsSync(progressFile)
    ? (JSON.parse(readFileSync(progressFile, 'utf8')) as Progress)
    : { done: 0, batches: 0, cpu: 0, slowest: 0, heap: 0, found: {} };

function note(error: string, texts: FuzzTexts | undefined): void {
  const message = error.split('\n')[0]!;
  progress.found[message] = (progress.found[message] ?? 0) + 1;
  const name = `out/fuzz/found-${seed}-${progress.batches}.json`;
  writeFileSync(name, JSON.stringify({ error, ...texts }, undefined, 1));
  console.log(`${progress.done}: ${message} (${name})`);
}

interface Thread {
  readonly worker: Worker;
  /** Batches that it has tried, and what the tenth left in use, in megabytes. */
  batches: number;
  base: number;
}

function startThread(): Thread {
  return {
    worker: new Worker(new URL('batch.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: 64 },
    }),
    batches: 0,
    base: 0,
  };
}

/** Tries a batch. @returns whether the thread is still there */
async function tryBatch(thread: Thread): Promise<boolean> {
  let current: FuzzTexts | undefined;
  let end = Infinity;
  const over = (error: string): false => {
    note(error, current);
    return false;
  };
  return new Promise((resolve) => {
    const clock = setInterval(() => {
      if (cpuTime() < end) return;
      finish(over(`hangs: more than ${patience} ms`));
      void thread.worker.terminate();
    }, 100);
    const finish = (there: boolean): void => {
      clearInterval(clock);
      for (const event of ['message', 'error']) thread.worker.removeAllListeners(event);
      resolve(there);
    };
    thread.worker.on('error', (error) => finish(over(String(error))));
    thread.worker.on('message', (news: BatchNews) => {
      if (news.kind === 'tries') {
        current = news.texts;
        end = cpuTime() + patience;
        return;
      }
      progress.done += news.inputs;
      if (news.failed) note(news.failed.error, news.failed.texts);
      finish(weigh(thread, news));
    });
    thread.worker.postMessage({ seed: seed * 1_000_003 + progress.batches, runs: casesOfBatch, longest });
  });
}

/** What a batch leaves behind. @returns whether the thread may go on */
function weigh(thread: Thread, { slowest, heap }: BatchNews & { kind: 'done' }): boolean {
  if (slowest.time > progress.slowest) {
    progress.slowest = slowest.time;
    writeFileSync('out/fuzz/slowest.json', JSON.stringify(slowest));
  }
  const megabytes = heap / 1e6;
  progress.heap = Math.max(progress.heap, megabytes);
  thread.batches++;
  if (thread.batches === settled) thread.base = megabytes;
  if (thread.batches <= settled || megabytes <= thread.base + mostGrowth) return true;
  note(`${megabytes.toFixed(0)} MB are in use, ${thread.base.toFixed(0)} were behind batch ${settled}`, undefined);
  void thread.worker.terminate();
  return false;
}

async function main(): Promise<void> {
  mkdirSync('out/fuzz', { recursive: true });
  let thread = startThread();
  while (progress.done < runs) {
    const begin = cpuTime();
    const there = await tryBatch(thread);
    progress.batches++;
    progress.cpu += cpuTime() - begin;
    writeFileSync(progressFile, JSON.stringify(progress));
    if (progress.batches % 10 === 0)
      console.log(
        `${progress.done} of ${runs}, ${(progress.cpu / progress.done).toFixed(1)} ms each, the slowest ${progress.slowest.toFixed(0)}; at most ${progress.heap.toFixed(0)} MB in use`,
      );
    if (!there) thread = startThread();
  }
  await thread.worker.terminate();
  console.log(
    `${progress.done} cases; ${Object.keys(progress.found).length} kinds of failure; ${(progress.cpu / progress.done).toFixed(1)} ms each, the slowest ${progress.slowest.toFixed(0)}; at most ${progress.heap.toFixed(0)} MB in use`,
  );
  process.exitCode = Object.keys(progress.found).length > 0 ? 1 : 0;
}

void main();
