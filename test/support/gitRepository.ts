// A git repository that a test makes for itself.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A repository with its working tree, in a temporary folder. */
export class GitRepository {
  readonly folder: string;

  /** @param existing the folder of a repository that is there already; a new one is made unless given */
  constructor(existing?: string) {
    this.folder = existing ?? realpathSync(mkdtempSync(path.join(tmpdir(), 'facing-git-')));
    if (existing === undefined) this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync(
      'git',
      [
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.org',
        '-c',
        'commit.gpgsign=false',
        '-c',
        'core.autocrlf=false',
        ...args,
      ],
      { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env },
    );
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  /** Puts `now` in the place of `before`, which has to stand there once. */
  replace(file: string, before: string, now: string): void {
    const parts = this.read(file).split(before);
    if (parts.length !== 2) throw new Error(`“${before}” stands ${parts.length - 1} times in ${file}`);
    this.write(file, parts.join(now));
  }

  /** Commits everything, as of `date`, e.g. `2026-03-05`. */
  commit(date: string): void {
    this.git('add', '-A');
    const stamp = `${date}T12:00:00+00:00`;
    const env = { ...process.env, GIT_AUTHOR_DATE: stamp, GIT_COMMITTER_DATE: stamp, GIT_CONFIG_GLOBAL: '/dev/null' };
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', 'commit', '-qm', date],
      { cwd: this.folder, env },
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
