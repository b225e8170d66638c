// The bundled command line as a process: its streams and its exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';

describe('the bundle of the command line', () => {
  let folder = '';
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [path.join(folder, 'cli.cjs'), ...args], { cwd: repositoryPath('.'), encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'facing-bundle-'));
    const config = pathToFileURL(repositoryPath('esbuild.config.mjs')).href;
    const { bundles } = (await import(config)) as { bundles: BuildOptions[] };
    const [options] = bundles.filter(({ entryPoints }) => 'cli' in (entryPoints ?? {}));
    await build({ ...options, sourcemap: false, outdir: folder, outExtension: { '.js': '.cjs' } });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('exits with 0, 1 or 2, and keeps errors out of its output', () => {
    const [fine, problems, wrong] = [run('check', samples.fr11), run('check', samples.fr12, '--format', 'json'), run('check', 'nothing.md')];
    assert.deepEqual([fine.status, problems.status, wrong.status], [0, 1, 2]);
    assert.deepEqual([fine.stderr, problems.stderr, wrong.stdout], ['', '', '']);
    assert.match(fine.stdout, /^No problems in 1 file\.\n$/);
    assert.equal((JSON.parse(problems.stdout) as { files: number }).files, 1);
    assert.match(wrong.stderr, /^facing-pages: nothing\.md cannot be read/);
  });

  it('sends a report that is longer than a pipe, all of it, and runs no front matter', () => {
    const post = path.join(folder, 'long-newsletter.md');
    writeFileSync(post, `---js\nprocess.exit(7)\n---\n\n${'Read [this] (https://a.example) at once.\n\n'.repeat(500)}`);
    const { status, stdout } = run('check', post, '--format', 'json');
    const { problems } = JSON.parse(stdout) as { problems: { check: string }[] };
    assert.ok(stdout.length > 200_000 && problems.length > 400);
    assert.ok(problems.some(({ check }) => check === 'front-matter-invalid'));
    assert.equal(status, 1);
  });
});
