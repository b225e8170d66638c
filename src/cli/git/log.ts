// Which commits touched which Markdown files, and what these were called then.
import { addTo } from '../../core/grouped.js';
import { runGit, type GitRepository } from './program.js';

/** A commit's touch of a file. */
interface Touch {
  readonly rev: string;
  /** Day of the commit, such as `2026-03-05`. */
  readonly date: string;
  /** Index of the commit in the log, from 0, newest first. */
  readonly at: number;
  /** What the file was called before, if the commit renamed it. */
  readonly from: string | undefined;
}

/** A state of a file in a commit. */
export interface FileVersion {
  readonly rev: string;
  readonly date: string;
  /** What the file was called then, from the root of the repository. */
  readonly path: string;
}

/** By path from the root of the repository, newest first. */
export type GitLog = ReadonlyMap<string, readonly Touch[]>;

/** Git's path patterns for Markdown, by every suffix that the command line reads. */
const markdown = ['md', 'markdown', 'mdown', 'mkd'].map((suffix) => `:(icase)*.${suffix}`);

/**
 * The log of all Markdown files of a repository. Parents come after their children; a merge itself is no touch, the
 * commits that it brought are.
 *
 * @throws {UnreadableInput} if git fails, for example because nothing was committed yet
 */
export async function readLog(repository: GitRepository): Promise<GitLog> {
  const commits = await listCommits(repository);
  const input = commits.map(({ rev }) => `${rev}\n`).join('');
  const options = [
    '--stdin',
    '-r',
    '--root',
    '--find-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--name-status',
    '-z',
  ];
  const out = await runGit(repository, 'diff-tree', [...options, '--', ...markdown], input);
  const byRev = new Map(commits.map((commit, at) => [commit.rev, { ...commit, at }]));
  const log = new Map<string, Touch[]>();
  for (const { rev, status, path, from } of changesIn(out.split('\0'))) {
    const commit = byRev.get(rev);
    if (commit && status !== 'D') addTo(log, path, { ...commit, from: status === 'R' ? from : undefined });
  }
  return log;
}

async function listCommits(repository: GitRepository): Promise<{ rev: string; date: string }[]> {
  const options = ['--topo-order', '--date=short', '--format=%H %cd'];
  const out = await runGit(repository, 'rev-list', [...options, 'HEAD', '--', ...markdown]);
  return out.split('\n').flatMap((line) => {
    const [, rev, date] = /^([0-9a-f]{40,}) (\S+)$/.exec(line) ?? [];
    return rev === undefined || date === undefined ? [] : [{ rev, date }];
  });
}

interface Change {
  readonly rev: string;
  /** `A`, `D`, `M`, `R`… */
  readonly status: string;
  readonly path: string;
  readonly from: string | undefined;
}

/** The output of diff-tree: a commit, then `M`, path; `R100`, old path, new path; and so on, until the next commit. */
function* changesIn(fields: readonly string[]): Iterable<Change> {
  let rev = '';
  for (let i = 0; i < fields.length;) {
    const field = fields[i++]!;
    if (/^[0-9a-f]{40,}$/.test(field)) {
      rev = field;
      continue;
    }
    const status = field[0];
    if (status === undefined) continue;
    const from = status === 'R' || status === 'C' ? fields[i++] : undefined;
    const path = fields[i++];
    if (path !== undefined && path !== '') yield { rev, status, path, from };
  }
}

/** The states of the file that is at `path` today, through all its renames, newest first. */
export function versionsIn(log: GitLog, path: string): FileVersion[] {
  const found: FileVersion[] = [];
  let [name, since] = [path, 0];
  for (;;) {
    const touches = (log.get(name) ?? []).filter(({ at }) => at >= since);
    const renamed = touches.findIndex(({ from }) => from !== undefined);
    const own = renamed < 0 ? touches : touches.slice(0, renamed + 1);
    found.push(...own.map(({ rev, date }) => ({ rev, date, path: name })));
    const last = own.at(-1);
    if (last?.from === undefined) return found;
    [name, since] = [last.from, last.at + 1];
  }
}
