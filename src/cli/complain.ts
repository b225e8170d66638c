// What went wrong on the way, as messages on standard error.
import { printableName } from '../core/report/printable.js';
import type { Output } from './arguments.js';

/** @param messages of one line each; what of a name would make more of it is escaped */
export function complain(messages: readonly string[], output: Output): void {
  for (const message of messages) output.err(`facing-pages: ${printableName(message)}\n`);
}
