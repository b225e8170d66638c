// Which commits touched which files, and what these were called then, from one run of `git log`.
import { addTo } from '../core/grouped.js';
import { git } from './git.js';

/** A commit's touch of a file. */
interface Touch {
  readonly rev: string;
  /** Day of the commit, e.g. `2026-03-05`. */
  readonly date: string;
  /** Place of the commit in the log, from 0, newest first. */
  readonly at: number;
  /** What the file was called before, if the commit renamed it. */
  readonly from: string | undefined;
}

/** By path from the root of the repository, newest first. */
export type GitLog = ReadonlyMap<string, readonly Touch[]>;

/** Markdown by any name that the command line reads. */
const posts = ['md', 'markdown', 'mdown', 'mkd'].map((suffix) => `:(icase)*.${suffix}`);

/**
 * The log of all Markdown files of the repository at `root`. Parents come behind their children; a merge itself is no
 * touch, the commits that it brought are.
 *
 * @throws {UnreadableInput} if git fails, e.g. because nothing was committed yet
 */
export async function gitLog(root: string): Promise<GitLog> {
  const out = await git(['log', '--topo-order', '--find-renames', '--name-status', '-z', '--date=short', '--format=%x01%H %cd', '--', ...posts], root);
  const log = new Map<string, Touch[]>();
  for (const [path, from] of await notCommitted(root)) addTo(log, path, { rev: '', date: '', at: -1, from });
  for (const [at, entry] of out.split('\u0001').slice(1).entries()) {
    const [head = '', ...fields] = entry.split('\0');
    const [rev = '', date = ''] = head.trim().split(' ');
    for (const { status, path, from } of changesIn(fields)) if (status !== 'D') addTo(log, path, { rev, date, at, from: status === 'R' ? from : undefined });
  }
  return log;
}

/** Renames that wait for their commit: new name, old name. */
async function notCommitted(root: string): Promise<[string, string][]> {
  const out = await git(['diff', '--no-ext-diff', '--find-renames', '--diff-filter=R', '--name-status', '-z', 'HEAD', '--'], root);
  return changesIn(out.split('\0')).flatMap(({ path, from }): [string, string][] => (from === undefined ? [] : [[path, from]]));
}

/** `M`, path; `R100`, old path, new path; and so on. */
function* changes(fields: readonly string[]): Iterable<{ status: string; path: string; from: string | undefined }> {
  for (let i = 0; i < fields.length;) {
    const status = (fields[i++] ?? '').trim()[0];
    if (status === undefined) continue;
    const from = status === 'R' || status === 'C' ? fields[i++] : undefined;
    const path = fields[i++];
    if (path !== undefined && path !== '') yield { status, path, from };
  }
}

function changesIn(fields: readonly string[]): { status: string; path: string; from: string | undefined }[] {
  return [...changes(fields)];
}

/** The commits that touched the file which is at `path` today, through all its renames, newest first. */
export function touchesOf(log: GitLog, path: string): { readonly rev: string; readonly date: string; readonly path: string }[] {
  const found: { rev: string; date: string; path: string }[] = [];
  let [name, since] = [path, -1];
  for (;;) {
    const touches = (log.get(name) ?? []).filter(({ at }) => at >= since);
    const renamed = touches.findIndex(({ from }) => from !== undefined);
    const own = renamed < 0 ? touches : touches.slice(0, renamed + 1);
    found.push(...own.filter(({ rev }) => rev !== '').map(({ rev, date }) => ({ rev, date, path: name })));
    const last = own.at(-1);
    if (last?.from === undefined) return found;
    [name, since] = [last.from, last.at + 1];
  }
}
