// Fuzzing by the hour: `npm run fuzz -- --runs 100000 --seed 7 [--longest 2000]`.
//
// Takes the samples, and the corpora where FACING_PAGES_CORPUS says they are. Prints what it found, made as small as
// possible; what hangs is killed, and stands in out/fuzz/last.json then.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadIdentify } from '../../../src/core/language/identify.js';
import { cpuTime } from '../robust/stages.js';
import { startWatchdog } from '../robust/watchdog.js';
import { assertLaws } from './laws.js';
import { fuzzCases, textsOf, type FuzzCase } from './mutate.js';
import { fuzzPairs } from './pairs.js';

/** What takes more of the processor's time than this, in milliseconds, hangs. */
const patience = 20_000;
const batch = 500;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, longest: { type: 'string', default: '2000' } } });

async function main(): Promise<void> {
  const identify = await loadIdentify();
  const pairs = fuzzPairs(process.env['FACING_PAGES_CORPUS']);
  const watchdog = startWatchdog();
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  mkdirSync('out/fuzz', { recursive: true });
  let slowest = { time: 0, one: undefined as FuzzCase | undefined };
  const found = new Map<string, number>();
  for (let done = 0; done < runs; done += batch) {
    const result = fc.check(fc.property(fuzzCases(Number(values.longest)), (one) => {
      const { source, target, typed } = textsOf(one, pairs);
      writeFileSync('out/fuzz/last.json', JSON.stringify({ source, target, typed }));
      watchdog.allow(patience);
      const begin = cpuTime();
      assertLaws(source, target, typed, identify);
      const time = cpuTime() - begin;
      if (time > slowest.time) {
        slowest = { time, one };
        writeFileSync('out/fuzz/slowest.json', JSON.stringify({ time, source, target, typed }));
      }
    }), { numRuns: Math.min(batch, runs - done), seed: seed * 1_000_003 + done });
    if (result.failed) {
      const message = String(result.errorInstance).split('\n')[0]!;
      found.set(message, (found.get(message) ?? 0) + 1);
      const { source, target, typed } = textsOf(result.counterexample![0], pairs);
      const name = `out/fuzz/found-${seed}-${done}.json`;
      writeFileSync(name, JSON.stringify({ error: String((result.errorInstance as Error).stack), source, target, typed }, undefined, 1));
      console.log(`${done + result.numRuns}: ${message} (${name})`);
    }
    if ((done / batch) % 4 === 0) console.log(`${done + batch} of ${runs}, slowest ${slowest.time.toFixed(0)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  }
  await watchdog.stop();
  console.log(`${runs} cases; ${found.size} kinds of failure; the slowest took ${slowest.time.toFixed(0)} ms`);
  process.exitCode = found.size > 0 ? 1 : 0;
}

void main();
