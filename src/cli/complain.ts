// What went wrong on the way, as messages on standard error.
import type { Output } from './arguments.js';

export function complain(messages: readonly string[], output: Output): void {
  for (const message of messages) output.err(`facing-pages: ${message}\n`);
}
