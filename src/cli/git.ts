// What git knows of files, asked of git itself.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { UnreadableInput } from './files.js';

const runFile = promisify(execFile);

/** Before every command of git: nothing that a repository's own settings could have it run. */
export const gitOptions: readonly string[] = ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

/** The environment that git runs in: it asks nobody, and fetches nothing that a partial clone lacks. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

/**
 * The files that differ between the point where `revision` and the working tree went apart, and the working tree:
 * what a branch touches, untracked files among it. Absolute paths.
 *
 * @throws {UnreadableInput} if `folder` is in no repository, git is not there, or there is no such revision, or none before both
 */
export async function changedSince(revision: string, folder: string): Promise<Set<string>> {
  const root = await rootOf(folder);
  const base = await baseOf(revision, folder);
  const changed = await git(['diff', '--name-only', '-z', '--diff-filter=d', '--no-renames', base, '--'], root);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  return new Set(`${changed}${untracked}`.split('\0').filter(Boolean).map((file) => path.join(root, file)));
}

/** Where `revision` and `HEAD` went apart. What fails in a pull request is most often that too little was fetched. */
async function baseOf(revision: string, folder: string): Promise<string> {
  const orThrow = (message: string) => (): never => {
    throw new UnreadableInput(message);
  };
  await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], folder).catch(orThrow(`git knows no revision “${revision}” here. Is it written so, and has it been fetched?`));
  return (await git(['merge-base', '--end-of-options', revision, 'HEAD'], folder).catch(orThrow(`“${revision}” and HEAD have no commit in common. In a shallow clone, fetch the history before: “git fetch --unshallow”, or “fetch-depth: 0” for actions/checkout.`))).trim();
}

/** The root of the repository that `folder` is in. @throws {UnreadableInput} if it is in none, or git is not there */
export async function rootOf(folder: string): Promise<string> {
  // Not the root's own path: where a link leads into the repository, files are named as they were given.
  return path.resolve(folder, (await git(['rev-parse', '--show-cdup'], folder)).replace(/\r?\n$/, ''));
}

/** Runs git without a shell, pager, prompt, hook or network. @throws {UnreadableInput} if it fails */
export async function git(args: readonly string[], folder: string): Promise<string> {
  try {
    const { stdout } = await runFile('git', [...gitOptions, ...args], { cwd: folder, maxBuffer: 256 * 1024 * 1024, env: gitEnvironment() });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new UnreadableInput('git is not there, and this needs it.');
    throw new UnreadableInput(`git: ${(stderr ?? String(error)).trim().split('\n')[0] ?? ''}`);
  }
}
