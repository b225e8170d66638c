// Checks files, and mends what can be mended.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Severity } from '../core/problem.js';
import type { LongReport } from '../core/report/checkReport.js';
import { CheckCache } from './cache.js';
import { checkOne } from './checkOne.js';
import { FoundFiles } from './foundFiles.js';
import { Failures } from './failures.js';
import { GitHistory } from './git/history.js';
import { OwnHands, type Hands } from './hands.js';
import { byIssue, findWork, jobsAgainst, type JobOptions, type Task, type Work } from './jobs.js';
import type { DescribedPost } from './posts.js';
import { treesOf } from './tree.js';
import { handsFor, mostFiles } from './workers.js';
import { writableFolders } from './write.js';

/** What to check. */
export interface CheckOptions extends JobOptions {
  readonly source: string | undefined;
  /** Whether safe fixes are made and written. */
  readonly fix: boolean;
  /** Whether a file is to be checked; the others only help to find what translates what. */
  readonly wanted: (path: string) => boolean;
  /** How many threads share the work; undefined for as many as are worth it. */
  readonly threads: number | undefined;
  /** The file in which results are kept; undefined to keep none. */
  readonly cache: string | undefined;
  /** Told how many files of how many were read, then checked. */
  readonly progress: (doing: string, done: number, of: number) => void;
}

/** What was checked and done. */
export interface CheckResult {
  readonly report: LongReport;
  readonly fixed: number;
  /** Whether there is a problem as grave as this. */
  readonly hasAtLeast: (severity: Severity) => boolean;
  /** What could not be read, checked or written, with why. */
  readonly unreadable: readonly string[];
}

/** Checks the posts at and below `paths`. @throws {UnreadableInput} */
export async function checkFiles(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  return options.source === undefined ? checkTrees(paths, options) : checkAgainst(paths, options.source, options);
}

async function checkAgainst(paths: readonly string[], source: string, options: CheckOptions): Promise<CheckResult> {
  const found = new FoundFiles();
  const failures = new Failures();
  const history = new GitHistory(await treesOf(paths));
  const fix = options.fix ? await writableFolders(paths) : undefined;
  try {
    for await (const job of jobsAgainst(paths, source, options, failures)) {
      const { path } = job.post;
      const checked = options.wanted(path) ? await checkOne(path, () => Promise.resolve(job), history, fix) : undefined;
      if (checked) found.add(checked);
    }
  } finally {
    await history.close();
  }
  return resultOf(found, undefined, failures.messages);
}

/**
 * What the engine is told. It would collect garbage bit by bit, so that nobody waits, and with the help of
 * threads: for a program that is waited for as a whole, at one go costs less. It would also take much of a short run's time to make fast code of
 * a thousand functions that are not asked that often, and to make it again when they meet something new: it waits until they
 * have run for as long as is worth it, and has plain code, which is made at once, until then.
 */
const engineFlags = ['--no-incremental-marking', '--no-parallel-scavenge', '--interrupt-budget=1000000', '--sparkplug'];

/**
 * How much garbage may lie before it is collected, by what is in use; the engine itself would take four times as much. The less
 * there may be the less memory it takes, and the more of the processor: 7 % of 1,000 posts.
 */
const garbage = { usual: '--heap-growing-percent=150', whereMemoryIsShort: '--heap-growing-percent=40' };

async function checkTrees(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  for (const flag of [...engineFlags, garbage.usual]) setFlagsFromString(flag);
  const trees = await treesOf(paths);
  const given = { config: options.settings.config, fix: options.fix ? await writableFolders(paths) : undefined, trees };
  const cache = options.cache === undefined ? undefined : await CheckCache.open(options.cache, trees);
  let hands: Hands = new OwnHands(given);
  const describe = async (files: readonly string[]): Promise<DescribedPost[]> => {
    if (hands instanceof OwnHands) hands = await handsFor(files.length, options.threads, given, hands);
    if (!(hands instanceof OwnHands) || files.length > mostFiles) setFlagsFromString(garbage.whereMemoryIsShort);
    let done = 0;
    const parts = await Promise.all(
      inParts(files).map(async (part) => {
        const described = await hands.describe(part.map((file) => ({ path: file, known: cache?.hashOf(file) })));
        options.progress('Reading', (done += part.length), files.length);
        return described.map((one, i): [string, DescribedPost] => [
          part[i]!,
          'unreadable' in one ? one : { facts: cache?.described(one) ?? one.facts! },
        ]);
      }),
    );
    const byFile = new Map(parts.flat());
    return files.map((file) => byFile.get(file)!);
  };
  try {
    const work = await findWork(paths, options, describe);
    const tasks = work.tasks.filter((task) => options.wanted(task.path));
    for (const { path: file } of tasks) await options.settings.ofFile(file); // collects their faults
    hands.setTrees(work.trees.map(({ pairing, siteUrls }) => ({ pairing, siteUrls })));
    const found = await checkTasks({ ...work, tasks }, hands, options, cache);
    await cache?.save();
    return resultOf(
      found,
      tasks.map(({ path: file }) => file),
      work.unreadable,
    );
  } finally {
    await hands.close();
  }
}

async function checkTasks(
  work: Work,
  hands: Hands,
  options: CheckOptions,
  cache: CheckCache | undefined,
): Promise<FoundFiles> {
  const found = new FoundFiles();
  const keys = cache && !options.fix ? await cache.keysOf(work, options.settings) : new Map<string, string>();
  const open: Task[] = [];
  for (const task of work.tasks) {
    const file = cache?.resultOf(keys.get(task.path));
    if (file) found.add({ file, fixed: 0 });
    else open.push(task);
  }
  let done = work.tasks.length - open.length;
  await Promise.all(
    byIssue({ ...work, tasks: open }).map(async (tasks) => {
      for (const checked of await hands.check(tasks)) {
        found.add(checked);
        if (checked.file) cache?.keep(keys.get(checked.file.path), checked.file);
      }
      options.progress('Checking', (done += tasks.length), work.tasks.length);
    }),
  );
  return found;
}

/** So many files are read at one go: enough to be worth a message to another thread. */
const partSize = 16;

/** Files of one name stand together, wherever they are: they are the languages of one issue, more often than not. */
function inParts(files: readonly string[]): string[][] {
  const sorted = [...files].sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
  const parts: string[][] = [];
  for (let i = 0; i < sorted.length; i += partSize) parts.push(sorted.slice(i, i + partSize));
  return parts;
}

function resultOf(found: FoundFiles, order?: readonly string[], unreadable: readonly string[] = []): CheckResult {
  return {
    report: found.report(order),
    fixed: found.fixed,
    hasAtLeast: (severity) => found.hasAtLeast(severity),
    unreadable: [...unreadable, ...found.failures],
  };
}
