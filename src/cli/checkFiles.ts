// Checks files, and mends what can be mended.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { ReportedFile } from '../core/report/checkReport.js';
import { CheckCache } from './cache.js';
import { checkOne, type CheckedPost } from './checkOne.js';
import { GitHistory } from './gitHistory.js';
import { OwnHands, type Hands } from './hands.js';
import { byIssue, findWork, jobsAgainst, type JobOptions, type Task, type Work } from './jobs.js';
import type { DescribedPost } from './posts.js';
import { packed, unpacked } from './packing.js';
import { handsFor } from './workers.js';

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
  readonly files: readonly ReportedFile[];
  readonly fixed: number;
  readonly unreadable: readonly string[];
}

/** Checks the posts at and below `paths`. @throws {UnreadableInput} */
export async function checkFiles(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  return options.source === undefined ? checkTrees(paths, options) : checkAgainst(paths, options.source, options);
}

async function checkAgainst(paths: readonly string[], source: string, options: CheckOptions): Promise<CheckResult> {
  const checked: CheckedPost[] = [];
  const history = new GitHistory();
  try {
    for await (const job of jobsAgainst(paths, source, options)) if (options.wanted(job.post.path)) checked.push(await checkOne(job, history, options.fix));
  } finally {
    await history.close();
  }
  return { ...summed(checked), unreadable: [] };
}

/**
 * The engine lets four times as much garbage lie as there is in use before it collects; the first makes it one and a half.
 * It also takes much of a short run's time to make fast code of a thousand functions that are not asked that often, and to
 * make it again when they meet something new; with the second it waits until they have run for as long as is worth it.
 */
const engineFlags = ['--heap-growing-percent=150', '--interrupt-budget=1000000'];

async function checkTrees(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  for (const flag of engineFlags) setFlagsFromString(flag);
  const given = { config: options.settings.config, fix: options.fix };
  const cache = options.cache === undefined ? undefined : await CheckCache.open(options.cache);
  let hands: Hands = new OwnHands(given);
  const describe = async (files: readonly string[]): Promise<DescribedPost[]> => {
    if (hands instanceof OwnHands) hands = await handsFor(files.length, options.threads, given, hands);
    let done = 0;
    const parts = await Promise.all(inParts(files).map(async (part) => {
      const described = await hands.describe(part.map((file) => ({ path: file, known: cache?.hashOf(file) })));
      options.progress('Reading', (done += part.length), files.length);
      return described.map((one, i): [string, DescribedPost] => [part[i]!, 'unreadable' in one ? one : { facts: cache?.described(one) ?? one.facts! }]);
    }));
    const byFile = new Map(parts.flat());
    return files.map((file) => byFile.get(file)!);
  };
  try {
    const work = await findWork(paths, options, describe);
    const tasks = work.tasks.filter((task) => options.wanted(task.path));
    for (const { path: file } of tasks) await options.settings.ofFile(file); // collects their faults
    hands.setTrees(work.trees.map(({ pairing, siteUrls }) => ({ pairing, siteUrls })));
    const checked = await checkTasks({ ...work, tasks }, hands, options, cache);
    await cache?.save();
    const order = new Map(tasks.map(({ path: file }, i) => [file, i]));
    return { ...summed(checked.sort((a, b) => order.get(a.file.path)! - order.get(b.file.path)!)), unreadable: work.unreadable };
  } finally {
    await hands.close();
  }
}

async function checkTasks(work: Work, hands: Hands, options: CheckOptions, cache: CheckCache | undefined): Promise<CheckedPost[]> {
  const known: CheckedPost[] = [];
  const keys = cache && !options.fix ? await cache.keysOf(work, options.settings) : new Map<string, string>();
  const open: Task[] = [];
  for (const task of work.tasks) {
    const found = cache?.resultOf(keys.get(task.path));
    if (found) known.push({ file: found, fixed: 0 });
    else open.push(task);
  }
  let done = known.length;
  const checked = await Promise.all(byIssue({ ...work, tasks: open }).map(async (tasks) => {
    const results = await hands.check(tasks);
    for (const { file } of results) cache?.keep(keys.get(file.path), file);
    options.progress('Checking', (done += tasks.length), work.tasks.length);
    return packed(results);
  }));
  return [...known, ...checked.flatMap((results) => unpacked(results) as CheckedPost[])];
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

function summed(checked: readonly CheckedPost[]): Omit<CheckResult, 'unreadable'> {
  return { files: checked.map(({ file }) => file), fixed: checked.reduce((sum, { fixed }) => sum + fixed, 0) };
}
