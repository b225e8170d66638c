// What git knows of files, asked of git itself.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { UnreadableInput } from './files.js';

const runFile = promisify(execFile);

/**
 * The files that differ between the point where `revision` and the working tree went apart, and the working tree:
 * what a branch touches, untracked files among it. Absolute paths.
 *
 * @throws {UnreadableInput} if `folder` is in no repository, git is not there, or there is no such revision
 */
export async function changedSince(revision: string, folder: string): Promise<Set<string>> {
  // Not the root's own path: where a link leads into the repository, files are named as they were given.
  const root = path.resolve(folder, (await git(['rev-parse', '--show-cdup'], folder)).replace(/\r?\n$/, ''));
  const base = (await git(['merge-base', '--end-of-options', revision, 'HEAD'], folder)).trim();
  const changed = await git(['diff', '--name-only', '-z', '--diff-filter=d', '--no-renames', base, '--'], root);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  return new Set(`${changed}${untracked}`.split('\0').filter(Boolean).map((file) => path.join(root, file)));
}

/** Runs git without a shell, pager, prompt or hook. */
async function git(args: readonly string[], folder: string): Promise<string> {
  try {
    const { stdout } = await runFile('git', ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' } });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new UnreadableInput('git is not there; --changed-since needs it.');
    throw new UnreadableInput(`git: ${(stderr ?? String(error)).trim().split('\n')[0] ?? ''}`);
  }
}
