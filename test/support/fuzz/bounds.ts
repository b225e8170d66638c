// What a pair of texts may cost: time, as a multiple of what plain Markdown parsing takes of it, and memory that is kept.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { cpuTime } from '../robust/stages.js';

/** Everything from reading to mending, several times over, may take so many times as long as remark-parse takes of the texts… */
const ratio = 60;
/** …and this much besides, in milliseconds of the processor's time: compiling and collecting garbage fall on some input. */
const constant = 400;

const plain = unified().use(remarkParse).freeze();

/**
 * Runs `run` and returns the processor's time that it took, in milliseconds. Throws if that is over the bound for `texts`,
 * twice: what the process does beside it counts too, and does not come at the same place again.
 */
export function assertInTime(texts: readonly string[], run: () => void): number {
  const time = timeOf(run);
  if (time <= constant) return time;
  const bound = constant + ratio * timeOf(() => texts.forEach((text) => plain.parse(text)));
  if (time <= bound) return time;
  const again = timeOf(run);
  assert.ok(again <= bound, `takes ${again.toFixed(0)} ms, and may take ${bound.toFixed(0)}`);
  return again;
}

function timeOf(run: () => void): number {
  const begin = cpuTime();
  run();
  return cpuTime() - begin;
}

let collect: (() => void) | undefined;

/** Bytes of the heap that are in use once all garbage is collected. */
export function keptHeap(): number {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  return process.memoryUsage().heapUsed;
}
