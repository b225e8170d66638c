// A thread that reads and checks posts for the command line.
import { parentPort, workerData } from 'node:worker_threads';
import { OwnHands, type HandOptions } from './hands.js';
import { withShared } from './sharedWords.js';
import type { Answered, Asked } from './workers.js';

const hands = new OwnHands(workerData as HandOptions);
const port = parentPort!;
let last: Promise<unknown> = Promise.resolve();

port.on('message', (asked: Asked) => {
  last = last
    .then(() => answer(asked))
    .then(
      (value) => port.postMessage({ answer: value } satisfies Answered),
      (error: unknown) =>
        port.postMessage({ error: error instanceof Error ? error : new Error(String(error)) } satisfies Answered),
    );
});

function answer(asked: Asked): unknown {
  if (asked.ask === 'describe') return hands.describe(asked.files);
  if (asked.ask === 'check') return hands.check(asked.tasks);
  if (asked.ask === 'trees') return hands.setTrees(withShared(asked.trees, new Map()));
  return hands.close();
}
