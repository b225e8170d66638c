#!/usr/bin/env node
// Where the command line begins: the process's arguments, streams and exit code.
import pico from 'picocolors';
import { reasonOf } from './fileErrors.js';
import { run } from './run.js';

// Whoever reads may have seen enough: `facing-pages status | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`facing-pages: the report was not written: ${reasonOf(error)}.\n`);
  process.exit(2);
});

process.stderr.on('error', () => process.exit(2));

// The exit code is only set, so that a long report reaches the end of a pipe before the process ends.
void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colours: pico,
  // One line, written over again and again, and only for somebody who watches.
  ...(process.stderr.isTTY ? { progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`) } : {}),
}).then((code) => {
  process.exitCode = code;
});
