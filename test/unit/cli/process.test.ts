// The bundled command line as a process: its streams and its exit code.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { version } from '../../../src/core/version.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';

describe('the bundle of the command line', () => {
  let folder = '';
  let parts: Metafile;
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [path.join(folder, 'cli.mjs'), ...args], {
      cwd: repositoryPath('.'),
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'facing-bundle-'));
    const config = pathToFileURL(repositoryPath('esbuild.config.mjs')).href;
    const { bundles } = (await import(config)) as { bundles: BuildOptions[] };
    const [options] = bundles.filter(({ entryPoints }) => 'cli' in (entryPoints ?? {}));
    const { metafile } = await build({ ...options, sourcemap: false, outdir: folder });
    parts = metafile!;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('exits with 0, 1 or 2, and keeps errors out of its output', () => {
    const [fine, problems, wrong] = [
      run('check', samples.fr11),
      run('check', samples.fr12, '--format', 'json'),
      run('check', 'nothing.md'),
    ];
    assert.deepEqual([fine.status, problems.status, wrong.status], [0, 1, 2]);
    assert.deepEqual([fine.stderr, problems.stderr, wrong.stdout], ['', '', '']);
    assert.match(fine.stdout, /^No problems in 1 file\.\n$/);
    assert.equal((JSON.parse(problems.stdout) as { files: number }).files, 1);
    assert.match(wrong.stderr, /^facing-pages: nothing\.md cannot be read/);
  });

  it('ends in silence where nobody reads on', async () => {
    const child = spawn(process.execPath, [path.join(folder, 'cli.mjs'), 'check', 'samples'], {
      cwd: repositoryPath('.'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(complaint, '');
  });

  it('knows its version', () => {
    assert.equal(run('--version').stdout, `${version}\n`);
  });

  it('loads the core only for a command, and the language detector only when it is asked', () => {
    assert.deepEqual(packagesOf('cli.mjs').sort(), ['commander', 'picocolors', 'src']);
    assert.ok(loadedBy('cli.mjs').every((input) => !/^src\/core\/(parse|checks|align)\//.test(input)));
    const part = (name: RegExp): string =>
      path.basename(Object.keys(parts.outputs).find((output) => name.test(output))!);
    for (const command of [part(/\/commands-\w+\.mjs$/), part(/\/checkFiles-\w+\.mjs$/)])
      assert.ok(packagesOf(command).includes('yaml') && !packagesOf(command).includes('eld'), command);
    assert.ok(
      loadedBy(part(/\/check-\w+\.mjs$/)).every((input) => !/^src\/core\/(parse|checks|align)\//.test(input)),
      'to find that there is nothing to check, no core is needed',
    );
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

  describe('of a tree of many posts', () => {
    let tree = '';
    const name = (locale: string, number: number): string =>
      path.join(
        tree,
        `2026-01-${String((number % 28) + 1).padStart(2, '0')}-harbour-newsletter-${number}_${locale}.md`,
      );
    const text = (lang: string, number: number, words: string): string =>
      `---\ntitle: "Harbour Newsletter ${number}"\nlang: ${lang}\n---\n\n# ${lang === 'en' ? 'Boats' : 'Bateaux'} ${number}\n\n${words} [${number}](https://harbour.example/boats/${number}) [${number}](https://quay.example/${number}) [${number}](https://mast.example/${number}).\n`;
    const [english, french] = [
      'The boats came back before the storm, and nobody had to wait for them.',
      'Les bateaux sont rentrés avant la tempête, et personne n’a dû les attendre.',
    ];
    const check = (...args: string[]): string => run('check', tree, '--format', 'json', ...args).stdout;

    before(() => {
      tree = path.join(folder, 'tree');
      mkdirSync(tree);
      for (let i = 1; i <= 105; i++) {
        writeFileSync(name('EN', i), text('en', i, english));
        writeFileSync(
          name('FR', i),
          text('fr', i, i % 5 === 0 ? french.replace('tempête', 'tempête tempête') : french),
        );
      }
    });

    it('says the same whether one thread works or two', () => {
      const one = check('--threads', '1');
      assert.equal((JSON.parse(one) as { files: number }).files, 210);
      assert.ok((JSON.parse(one) as { problems: unknown[] }).problems.length >= 21);
      assert.equal(check('--threads', '2'), one);
    });

    it('finds with what it has kept what it would find without, whatever has become of files and of what was kept', function () {
      this.timeout(120_000);
      const cache = path.join(folder, 'kept/cache');
      const kept = (): string => check('--cache', '--cache-location', cache, '--threads', '1');
      const first = kept();
      assert.equal(first, check());
      const entries = readFileSync(cache, 'utf8');
      assert.equal(kept(), first);
      assert.equal(readFileSync(cache, 'utf8'), entries);
      let last = first;
      const changes = [
        () => writeFileSync(name('EN', 7), text('en', 7, `${english} All 312 of them.`)),
        () => writeFileSync(name('FR', 8), text('fr', 8, french.replace('attendre', 'attendre attendre'))),
        () => rmSync(name('FR', 9)),
      ];
      for (const change of changes) {
        change();
        const now = kept();
        assert.notEqual(now, last);
        assert.equal(now, check());
        last = now;
      }
      for (const damaged of [
        '',
        entries.slice(0, -40),
        entries.replaceAll('tempête', 'tempete'),
        entries.replace(/"message":"[^"]*"/, '"message":"x"'),
      ]) {
        writeFileSync(cache, damaged);
        assert.equal(kept(), last);
      }
    });
  });

  /** The files that one of the bundle's parts is made of, with those of the parts that it loads at once. */
  function loadedBy(part: string, seen = new Set<string>()): string[] {
    const name = Object.keys(parts.outputs).find((output) => path.basename(output) === part)!;
    if (seen.has(name)) return [];
    seen.add(name);
    const { inputs, imports } = parts.outputs[name]!;
    return [
      ...Object.keys(inputs),
      ...imports
        .filter(({ kind, external }) => kind === 'import-statement' && !external)
        .flatMap(({ path: other }) => loadedBy(path.basename(other), seen)),
    ];
  }

  function packagesOf(part: string): string[] {
    return [...new Set(loadedBy(part).map((input) => /^(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(input)![1]!))];
  }
});
