// The history of posts, asked of VS Code's git extension.
import type { Uri } from 'vscode';
import type { History, Version } from '../core/stale/past.js';
import type { GitCommit, GitRepository } from './git.js';

const mostCommits = 60;
/** Files are moved now and then, and not every week. */
const mostRenames = 5;

/**
 * The history of the files of a repository; they are named by their URIs' text. Where git could not be asked, asking
 * fails: half a history would tell of changes that are none.
 * @param parse `Uri.parse`
 */
export function historyIn(repository: GitRepository, parse: (text: string) => Uri): History {
  return {
    versions: (path) => versionsOf(repository, parse(path)),
    async textAt(rev, path) {
      try {
        return await repository.show(rev, parse(path).fsPath);
      } catch (error) {
        return unlessFailed(error); // it was not there
      }
    },
  };
}

async function versionsOf(repository: GitRepository, uri: Uri): Promise<Version[]> {
  const versions: Version[] = [];
  let [at, range]: [Uri, string | undefined] = [uri, undefined];
  for (let renames = 0; renames <= mostRenames; renames++) {
    const commits = await commitsOf(repository, at, range);
    const path = at.toString();
    versions.push(
      ...commits.map(({ hash, commitDate }) => ({
        rev: hash,
        date: commitDate?.toISOString().slice(0, 10) ?? '',
        path,
      })),
    );
    const first = commits.at(-1);
    const parent = first?.parents[0];
    const before = parent === undefined ? undefined : await nameBefore(repository, parent, first!.hash, at);
    if (!before) break;
    [at, range] = [before, parent];
  }
  return versions;
}

async function commitsOf(
  repository: GitRepository,
  { fsPath: path }: Uri,
  range: string | undefined,
): Promise<readonly GitCommit[]> {
  try {
    return await repository.log({ path, maxEntries: mostCommits, ...(range !== undefined && { range }) });
  } catch (error) {
    return unlessFailed(error) ?? []; // nothing was committed yet
  }
}

/** What the commit that brought a file had it renamed from. */
async function nameBefore(
  repository: GitRepository,
  parent: string,
  commit: string,
  uri: Uri,
): Promise<Uri | undefined> {
  try {
    const now = uri.toString();
    const change = (await repository.diffBetween(parent, commit)).find(
      (one) => (one.renameUri ?? one.uri).toString() === now,
    );
    return change && change.originalUri.toString() !== now ? change.originalUri : undefined;
  } catch (error) {
    return unlessFailed(error);
  }
}

/**
 * Undefined if git ran, and had nothing to answer: the extension's own errors tell. Fails if it could not be run.
 * @throws what was thrown, then
 */
function unlessFailed(error: unknown): undefined {
  if (!(error instanceof Error && 'gitErrorCode' in error) || error.gitErrorCode === 'NotAGitRepository') throw error;
}
