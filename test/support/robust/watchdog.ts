// Ends a process that hangs. What hangs holds up its own timers too, so a thread of its own looks at the processor's time.
import { Worker } from 'node:worker_threads';

const watch = `
const { parentPort } = require('node:worker_threads');
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
let end = Infinity;
parentPort.on('message', (patience) => { end = used() + patience; });
setInterval(() => { if (used() > end) process.kill(process.pid, 'SIGKILL'); }, 50);
`;

/** What starts the time anew. */
export interface Watchdog {
  /** From now on the process may take `patience` milliseconds of the processor's time, then it is killed. */
  allow(patience: number): void;
  stop(): Promise<unknown>;
}

export function startWatchdog(): Watchdog {
  const worker = new Worker(watch, { eval: true });
  worker.unref();
  return { allow: (patience) => worker.postMessage(patience), stop: () => worker.terminate() };
}
