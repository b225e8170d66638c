// Runs a program, and tells what it has cost: time of the processor, time on the clock, memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Cost {
  /** Seconds of the processor's time, all threads together. */
  readonly cpu: number;
  /** Seconds on the clock: says little on a machine that does other things. */
  readonly wall: number;
  /** Megabytes, at most. */
  readonly memory: number;
}

/** Loaded before the program; it says at the end what the process has used. */
const meter = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  import { writeSync } from 'node:fs';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
  });`)}`;

/** Runs Node with `args` in `folder`; what it prints is thrown away. */
export async function costOf(args: readonly string[], folder: string): Promise<Cost> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', meter, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stdio[3]!.on('data', (data: Buffer) => (said += data.toString()));
  await once(child, 'close');
  const [cpu, memory] = JSON.parse(said) as [number, number];
  return { cpu, wall: (performance.now() - begin) / 1000, memory };
}

/** Milliseconds from Ctrl+C, pressed `after` seconds from the start, to the program's end; undefined if it was done before. */
export async function endAfterInterrupt(
  args: readonly string[],
  folder: string,
  after: number,
): Promise<number | undefined> {
  const child = spawn(process.execPath, [...args], { cwd: folder, stdio: 'ignore' });
  const closed = once(child, 'close');
  await new Promise((resolve) => setTimeout(resolve, after * 1000));
  if (child.exitCode !== null) return undefined;
  const begin = performance.now();
  child.kill('SIGINT');
  await closed;
  return performance.now() - begin;
}
