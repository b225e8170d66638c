// The git repository that the soak works in: the workspace as it is, and a second branch where some of it is otherwise.
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export class Repository {
  constructor(private readonly folder: string) {}

  /** Makes it of the files that are there. */
  async begin(files: readonly string[]): Promise<void> {
    await this.git('init', '--quiet', '--initial-branch', 'main');
    await this.commit();
    await this.git('tag', 'start');
    await this.git('checkout', '--quiet', '-b', 'other');
    for (const [i, name] of files.entries()) {
      const file = path.join(this.folder, name);
      if (i % 5 === 0) rmSync(file);
      else if (i % 5 === 1) renameSync(file, file.replace(/\.md$/, '-moved.md'));
      else if (i % 5 === 2)
        writeFileSync(
          file,
          `${readFileSync(file, 'utf8')}\n## Elsewhere\n\nAnother [branch](https://branch.example/${i}) says more.\n`,
        );
    }
    await this.commit();
    await this.git('checkout', '--quiet', 'main');
  }

  /** Commits all there is. */
  async commit(): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', 'As it is');
  }

  /** Goes to the other branch. */
  async change(): Promise<void> {
    await this.commit();
    const branch = execFileSync('git', ['branch', '--show-current'], { cwd: this.folder, encoding: 'utf8' }).trim();
    await this.git('checkout', '--quiet', branch === 'main' ? 'other' : 'main');
  }

  /** Makes the files what they were at the beginning; the branches too. */
  async reset(): Promise<void> {
    await this.commit();
    await this.git('checkout', '--quiet', 'main');
    await this.git('reset', '--quiet', '--hard', 'start');
  }

  /** VS Code asks git about the folder all the time, so that the index may be locked for a moment. */
  private async git(...args: readonly string[]): Promise<void> {
    const who = [
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.org',
      '-c',
      'commit.gpgsign=false',
      '-c',
      'core.autocrlf=false',
      '-c',
      'gc.auto=0',
    ];
    for (let left = 20; ; left--) {
      try {
        execFileSync('git', [...who, ...args], {
          cwd: this.folder,
          env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        return;
      } catch (error) {
        if (left === 0 || !String(error).includes('index.lock')) throw error;
        await wait(200);
      }
    }
  }
}
