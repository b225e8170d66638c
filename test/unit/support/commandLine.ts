// The command line as its tests use it: run within the process, in a folder of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pico from 'picocolors';
import type { ExitCode } from '../../../src/cli/arguments.js';
import { run } from '../../../src/cli/run.js';

/** What a command printed, without colours, and how it ended. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs `facing-pages` with these arguments, in this process: to start one takes longer than most commands. */
export async function runCommand(...args: string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colours: pico.createColors(false),
  });
  return { code, out, err };
}

const startedIn = process.cwd();

/** Makes a folder, goes there, and answers its path; `leave` goes back and removes it. @param name begins the folder's own */
export function enterFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  process.chdir(folder);
  return folder;
}

export function leave(folder: string): void {
  process.chdir(startedIn);
  rmSync(folder, { recursive: true, force: true });
}
