// What the command line does with what cannot be read: it says so, and goes on with the rest.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import files, { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { enterFolder, leave, runCommand } from '../support/commandLine.js';
import { sampleText } from '../support/samples.js';

describe('what cannot be read', () => {
  let folder: string;
  before(() => {
    folder = enterFolder('facing-unreadable-');
    mkdirSync('tree/_posts', { recursive: true });
    writeFileSync('tree/_posts/2026-03-08-Footpath_Letter_12.md', sampleText('en12'));
    writeFileSync('tree/_posts/2026-03-15-Lettre_12_[FR].md', sampleText('fr12'));
  });
  after(() => leave(folder));

  /** Runs `run` with reading `name` failing as the disk would have it fail. */
  async function whileFailing<Value>(name: string, code: string, run: () => Promise<Value>): Promise<Value> {
    const { readFileSync } = files;
    const failing = (...given: Parameters<typeof readFileSync>): unknown => {
      if (typeof given[0] === 'string' && given[0].endsWith(name)) throw Object.assign(new Error(code), { code });
      return readFileSync(...given);
    };
    files.readFileSync = failing as typeof readFileSync;
    syncBuiltinESMExports();
    try {
      return await run();
    } finally {
      files.readFileSync = readFileSync;
      syncBuiltinESMExports();
    }
  }

  for (const [code, reason] of [
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EIO', 'the disk reports an error'],
    ['ENOENT', 'there is no such file'],
  ] as const) {
    it(`is named, and the rest of the tree is checked: ${code}`, async () => {
      writeFileSync('tree/_posts/shut.md', sampleText('fr12'));
      const {
        code: exit,
        out,
        err,
      } = await whileFailing('shut.md', code, () => runCommand('check', '--format', 'json', 'tree'));
      assert.equal(exit, 2);
      assert.match(err, new RegExp(`tree/_posts/shut\\.md cannot be read: ${reason}\\.`));
      assert.match(out, /Lettre_12/);
    });

    it(`ends the command where it was named itself: ${code}`, async () => {
      writeFileSync('shut.md', sampleText('fr12'));
      const { code: exit, err } = await whileFailing('shut.md', code, () =>
        runCommand('check', 'shut.md', '--source', 'tree/_posts/2026-03-08-Footpath_Letter_12.md'),
      );
      assert.equal(exit, 2);
      assert.match(err, new RegExp(`shut\\.md cannot be read: ${reason}\\.`));
    });
  }

  it('counts where the file that was named may be its translation', async () => {
    writeFileSync('tree/_posts/latin.md', Uint8Array.of(0xe9, 0x20));
    for (const command of ['check', 'stale']) {
      const { code, err } = await runCommand(command, 'tree/_posts/2026-03-15-Lettre_12_[FR].md');
      assert.equal(code, 2);
      assert.match(err, /latin\.md is not written in UTF-8/);
    }
    rmSync('tree/_posts/latin.md');
  });

  it('counts where a new file is made beside it', async () => {
    writeFileSync('tree/_posts/latin.md', Uint8Array.of(0xe9, 0x20));
    const [en, fr] = ['tree/_posts/2026-03-08-Footpath_Letter_12.md', 'tree/_posts/2026-03-15-Lettre_12_[FR].md'];
    for (const args of [
      ['new', 'tree'],
      ['start', en, '--locale', 'de'],
      ['update', fr],
    ]) {
      const { code, err } = await runCommand(...args, '--dry-run');
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /latin\.md is not written in UTF-8/);
    }
    rmSync('tree/_posts/latin.md');
  });

  it('a folder may have a name such as a post has', async () => {
    mkdirSync('tree/_posts/folder.md', { recursive: true });
    const { code, err } = await runCommand('check', 'tree/_posts/folder.md');
    assert.deepEqual([code, err], [0, '']);
  });

  describe('where there are pipes, devices and links', function () {
    before(function () {
      if (process.platform === 'win32') this.skip();
      execFileSync('mkfifo', ['tree/_posts/pipe.md']);
      symlinkSync('nowhere', 'broken.md');
      symlinkSync('round.md', 'round.md');
      symlinkSync('/dev/zero', 'endless.md');
    });

    const cases = [
      ['/dev/zero', 'it is no regular file'],
      ['endless.md', 'it is no regular file'],
      [path.join('tree', '_posts', 'pipe.md'), 'it is no regular file'],
      ['broken.md', 'there is no such file'],
      ['round.md', 'its links lead round in a circle'],
    ] as const;
    for (const [name, reason] of cases) {
      it(`${name} is not waited for`, async () => {
        for (const args of [
          ['check', name],
          ['pairs', name],
          ['check', 'tree/_posts/2026-03-15-Lettre_12_[FR].md', '--source', name],
          ['align', name, name],
        ]) {
          const { code, err } = await runCommand(...args);
          assert.ok(err.includes(`${name} cannot be read: ${reason}.`), `${args.join(' ')}: ${code}, ${err}`);
        }
        assert.equal((await runCommand('check', name)).code, 2);
      });
    }

    it('a pipe in a tree is no post', async () => {
      const { code, err } = await runCommand('check', 'tree');
      assert.notEqual(code, 2);
      assert.doesNotMatch(err, /pipe/);
    });

    it('nor are settings read from a device', async () => {
      const { code, err } = await runCommand('check', 'tree', '--config', '/dev/zero');
      assert.equal(code, 2);
      assert.match(err, /no regular file/);
    });
  });
});
