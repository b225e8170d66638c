// A folder that nobody trusts: VS Code's restricted mode. It is read and reported on, its texts are mended, and no program is started.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { PanelPage } from './panelPage';
import { withProblems } from './samples';
import { Workbench } from './workbench';

/** An address that lost its first letter: to put it back is safe. */
const damage = /\(ttps:/;

describe('restricted mode on the screen', () => {
  let temporary: string;
  let folder: string;
  let calls: string;

  before(function () {
    if (process.platform === 'win32') this.skip(); // the git that tells of its calls is a shell script
    temporary = makeTemporary('restricted');
    folder = path.join(temporary, 'letters');
    cpSync(path.join(root, 'samples'), folder, { recursive: true });
    const translation = path.join(folder, withProblems);
    writeFileSync(translation, readFileSync(translation, 'utf8').replace('(https://', '(ttps://'));
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Letters');
    calls = path.join(temporary, 'calls');
    mkdirSync(path.join(temporary, 'bin'));
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    writeFileSync(path.join(temporary, 'bin/git'), `#!/bin/sh\necho "$@" >> '${calls}'\nexec '${real}' "$@"\n`);
    chmodSync(path.join(temporary, 'bin/git'), 0o755);
  });
  after(() => removeTemporary(temporary));

  async function open(untrusted: boolean): Promise<Workbench> {
    return Workbench.open({ folder, untrusted, machineSettings: { 'git.path': path.join(temporary, 'bin/git') } });
  }

  it('a translation is reported on, mended and shown, and git is not started', async () => {
    const workbench = await open(true);
    try {
      await workbench.page.locator('[id="status.workspaceTrust"]').waitFor();
      await workbench.openFile(withProblems);
      assert.ok((await workbench.problems()).length > 0);
      const panel = new PanelPage(workbench);
      await panel.open();
      await workbench.openFile(withProblems);
      await workbench.runCommand('Facing Pages: Fix All Safe Problems');
      const text = (): string => readFileSync(path.join(workbench.folder, withProblems), 'utf8');
      assert.match(text(), damage);
      for (let left = 20; left > 0 && damage.test(text()); left--) {
        await workbench.page.waitForTimeout(500);
        await workbench.press('Control+S');
      }
      assert.doesNotMatch(text(), damage);
      await workbench.screenshot('restricted');
      assert.ok(!existsSync(calls), existsSync(calls) ? readFileSync(calls, 'utf8') : '');
    } finally {
      await workbench.close();
    }
  });

  it('where the folder is trusted, git is asked', async () => {
    const workbench = await open(false);
    try {
      await workbench.openFile(withProblems);
      await workbench.problems();
      for (let left = 20; left > 0 && !existsSync(calls); left--) await workbench.page.waitForTimeout(500);
      assert.match(readFileSync(calls, 'utf8'), /\S/);
    } finally {
      await workbench.close();
    }
  });
});
