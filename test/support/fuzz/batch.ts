// The thread that tries batches of cases. What hangs, or takes too much memory, ends this thread, and not the run.
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { loadIdentify } from '../../../src/core/language/identify.js';
import { assertInTime, keptHeap } from './bounds.js';
import { assertLaws } from './laws.js';
import { fuzzCases, textsOf, type FuzzTexts } from './mutate.js';
import { fuzzPairs } from './pairs.js';

/** A batch takes seconds; what failed is made smaller as long as there is time left of this, in milliseconds. */
const longestBatch = 120_000;

/** What is to be tried. */
export interface BatchOrder {
  readonly seed: number;
  readonly runs: number;
  /** UTF-16 code units of the longest stretch but a few. */
  readonly longest: number;
}

/** What the thread says: which texts it takes now; what became of a batch. */
export type BatchNews =
  | { readonly kind: 'tries'; readonly texts: FuzzTexts }
  | {
      readonly kind: 'done';
      /** States of translations that held. */
      readonly inputs: number;
      /** The case that did not hold, if there is one, made small. */
      readonly failed?: { readonly error: string; readonly texts: FuzzTexts };
      /** The slowest case: milliseconds of the processor's time. */
      readonly slowest: { readonly time: number; readonly texts: FuzzTexts | undefined };
      /** Bytes in use behind the batch. */
      readonly heap: number;
    };

async function main(): Promise<void> {
  const identify = await loadIdentify();
  const pairs = fuzzPairs(process.env['FACING_PAGES_CORPUS']);
  const tell = (news: BatchNews): void => parentPort!.postMessage(news);
  parentPort!.on('message', ({ seed, runs, longest }: BatchOrder) => {
    let inputs = 0;
    let slowest: { time: number; texts: FuzzTexts | undefined } = { time: 0, texts: undefined };
    const result = fc.check(
      fc.property(fuzzCases(longest), (one) => {
        const texts = textsOf(one, pairs);
        const { source, target, typed } = texts;
        tell({ kind: 'tries', texts });
        const time = assertInTime(
          [target, ...typed].flatMap((state) => [source, state]),
          () => assertLaws(source, target, typed, identify),
        );
        inputs += 1 + typed.length;
        if (time > slowest.time) slowest = { time, texts };
      }),
      { numRuns: runs, seed, interruptAfterTimeLimit: longestBatch },
    );
    const failed = result.failed
      ? { error: String((result.errorInstance as Error).stack), texts: textsOf(result.counterexample![0], pairs) }
      : undefined;
    tell({ kind: 'done', inputs, ...(failed && { failed }), slowest, heap: keptHeap() });
  });
}

void main();
