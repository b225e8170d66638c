// The git program: the one place from which the product starts a process.
//
// A repository may be hostile: its config can name programs for filters, hooks, monitors, text conversion, transports and
// more. So git is only asked to read objects. The git directory is named, never discovered; the working tree and the index
// are out of reach; no transport is allowed. `test/unit/robust/attacks.test.ts` holds this to real repositories.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { UnreadableInput } from '../arguments.js';
import { isInside } from '../tree.js';

/** A git repository with a working tree. */
export interface GitRepository {
  /** Absolute path of the working tree, as its files are named: links in it are not resolved. */
  readonly root: string;
  /** Absolute path of the git directory. */
  readonly gitDir: string;
}

/** There is no git that may be started. */
export class GitNotFound extends UnreadableInput {}

/** A command of git that runs. */
export type GitProcess = ChildProcessWithoutNullStreams;

/** The commands that read objects and references, and neither the working tree nor the index. */
export type GitCommand = 'rev-list' | 'diff-tree' | 'ls-tree' | 'cat-file' | 'rev-parse' | 'merge-base';

const maxOutputBytes = 256 * 1024 * 1024;

/**
 * A pipe in the place of one of its files would keep git waiting for ever. To read the history of a large repository may
 * take minutes; to look up a name never does.
 */
const timeoutsMs: Readonly<Partial<Record<GitCommand, number>>> = { 'rev-list': 120_000, 'diff-tree': 120_000 };
const usualTimeoutMs = 10_000;

/** Settings that overrule those of the repository. */
const config = [
  'safe.bareRepository=explicit',
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.quotePath=false',
  'protocol.allow=never',
  'log.showSignature=false',
];

/** Variables with which the caller's own git, such as a hook's, would point this one elsewhere. */
const locationVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_CONFIG',
  'GIT_EXTERNAL_DIFF',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

/** A file that does not exist: git takes it for an empty index. */
const noIndex = path.join(tmpdir(), `facing-pages-no-index-${randomUUID()}`);

/**
 * Runs a command of git and returns what it prints.
 *
 * @param input written to its standard input
 * @throws {UnreadableInput} if there is no git, or it fails, prints more than 256 MB, or takes too long
 */
export async function runGit(
  repository: GitRepository,
  command: GitCommand,
  args: readonly string[],
  input = '',
  timeoutMs = timeoutsMs[command] ?? usualTimeoutMs,
): Promise<string> {
  const git = startGit(repository, command, args, timeoutMs);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  let size = 0;
  let error: Error | undefined;
  git.stdout.on('data', (part: Buffer) => {
    out.push(part);
    if ((size += part.length) > maxOutputBytes) git.kill();
  });
  git.stderr.on('data', (part: Buffer) => {
    if (err.length < 100) err.push(part);
  });
  git.on('error', (reason) => (error = reason));
  git.stdin.on('error', () => {}); // git may end before it has read everything
  git.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => git.on('close', resolve));
  if (code === 0) return Buffer.concat(out).toString('utf8');
  const [reason = ''] = Buffer.concat(err).toString('utf8').trim().split('\n');
  throw new UnreadableInput(
    `git ${command} failed: ${reason || error?.message || `it was stopped (${size} bytes read)`}`,
  );
}

/**
 * Starts a command of git that is spoken to through its streams.
 *
 * @param timeout after which it is ended, in milliseconds; 0 for never
 * @throws {UnreadableInput} if there is no git
 */
export function startGit(
  { root, gitDir }: GitRepository,
  command: GitCommand,
  args: readonly string[],
  timeout = 0,
): GitProcess {
  const program = gitProgram(root);
  if (program === undefined) throw new GitNotFound('git was not found. Install git, or add its folder to PATH.');
  const options = config.flatMap((setting) => ['-c', setting]);
  // The git directory stands in for the working tree: git finds no file of the posts, and no .gitattributes beside them.
  const all = ['--no-pager', ...options, `--git-dir=${gitDir}`, `--work-tree=${gitDir}`, command, ...args];
  return spawn(program, all, { cwd: gitDir, env: environment(command), timeout, windowsHide: true });
}

function environment(command: GitCommand): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  for (const name of locationVariables) delete inherited[name];
  return {
    ...inherited,
    GIT_INDEX_FILE: noIndex,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone must not fetch what it lacks: its config names the program that would serve it.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    // Names of files such as `:x` are no patterns.
    ...(command === 'ls-tree' && { GIT_LITERAL_PATHSPECS: '1' }),
    LC_ALL: 'C',
  };
}

const found = new Map<string, string | undefined>();

/**
 * Absolute path of git; undefined if there is none. A system may look for a program in the current folder first, and
 * package managers put folders of a repository into PATH: git is never taken from there.
 */
function gitProgram(root: string): string | undefined {
  const searchPath = process.env['PATH'] ?? '';
  const key = JSON.stringify([searchPath, root]);
  if (!found.has(key)) found.set(key, findGit(searchPath, root));
  return found.get(key);
}

/** @param searchPath folders as PATH lists them @param root the working tree of the repository that git is to read */
export function findGit(searchPath: string, root: string): string | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = searchPath.split(path.delimiter).map((folder) => folder.replace(/^"(.*)"$/, '$1'));
  return folders
    .filter((folder) => path.isAbsolute(folder) && isOutside(folder, root))
    .map((folder) => path.join(folder, name))
    .find((file) => isProgram(file) && isOutside(file, root));
}

/** Whether a file is neither part of a repository, nor of packages that one has installed, whatever links lead to it. */
function isOutside(file: string, root: string): boolean {
  const [real, realRoot] = [realPath(file), realPath(root)];
  if (real === undefined || real.split(path.sep).includes('node_modules')) return false;
  return realRoot === path.parse(real).root || !isInside(real, realRoot ?? root);
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
