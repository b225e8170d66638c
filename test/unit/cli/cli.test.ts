// The command line, run as a person runs it: arguments in; output, files and an exit code out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { damaged } from '../support/macRoman.js';
import { repositoryPath } from '../support/repository.js';
import { samples, sampleText } from '../support/samples.js';
import { assertFits } from '../support/schemas.js';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder = '';

function run(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'cli.cjs'), ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { code: status, out: stdout, err: stderr };
}

function json(...args: string[]): { run: Run; report: Record<string, never> } {
  const done = run(...args, '--format', 'json');
  return { run: done, report: JSON.parse(done.out) as Record<string, never> };
}

const write = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

interface Reported {
  readonly check: string;
  readonly severity: string;
  readonly path: string;
  readonly source?: { readonly path: string };
}

describe('the command line', () => {
  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'facing-cli-'));
    cpSync(repositoryPath('samples'), path.join(folder, 'samples'), { recursive: true });
    await build({
      entryPoints: [repositoryPath('src/cli/main.ts')], outfile: path.join(folder, 'cli.cjs'), bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent',
      banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" }, define: { 'import.meta.url': 'importMetaUrl' },
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('pairs', () => {
    it('lists what translates what, with paths relative to the working directory', () => {
      const { run: done, report } = json('pairs', 'samples');
      assertFits('pairs', report);
      assert.equal(done.code, 0);
      const issues = (report as unknown as { issues: { source: { path: string; number: number }; translations: { path: string; locale: string }[] }[] }).issues;
      assert.deepEqual(issues.map(({ source }) => [source.path, source.number]), [[samples.en11, 11], [samples.en12, 12]]);
      assert.deepEqual(issues[1]!.translations.map(({ path: file, locale }) => [file, locale]), [[samples.zh12, 'zh'], [samples.fr12, 'fr'], [samples.ar12, 'ar']]);
      assert.equal(report['skipped'], 1);
    });

    it('says it in words too', () => {
      const { out } = run('pairs', 'samples');
      assert.match(out, /Footpath_Letter_12\.md {2}en, number 12/);
      assert.match(out, /2 issues, 4 translations, 0 without a source, 1 other file skipped\./);
    });

    it('of the working directory needs no argument', () => assert.match(run('pairs').out, /2 issues/));
  });

  describe('align', () => {
    it('gives every unit with its lines', () => {
      const { run: done, report } = json('align', samples.en12, samples.fr12);
      assertFits('align', report);
      assert.equal(done.code, 0);
      const units = (report as unknown as { units: { kind: string; state: string }[] }).units;
      assert.equal(units[0]!.kind, 'front-matter');
      assert.ok(units.some(({ state }) => state === 'missing') && units.some(({ state }) => state === 'untranslated'));
    });

    it('says it in words too', () => assert.match(run('align', samples.en12, samples.fr12).out, /1 untranslated, 1 missing/));
  });

  describe('check', () => {
    it('reports what is wrong and exits with 1', () => {
      const { run: done, report } = json('check', 'samples');
      assertFits('check', report);
      assert.equal(done.code, 1);
      const problems = (report as unknown as { problems: Reported[] }).problems;
      const of = (file: string): string[] => problems.filter((problem) => problem.path === file && /error|warning/.test(problem.severity)).map(({ check }) => check).sort();
      assert.deepEqual(of(samples.fr12), ['image-missing', 'link-missing', 'untranslated-title']);
      assert.deepEqual([of(samples.fr11), of(samples.en11), of(samples.en12)], [[], [], []]);
      assert.ok(of(samples.ar12).includes('missing-item') && of(samples.ar12).includes('untranslated-text'));
      assert.ok(of(samples.zh12).includes('broken-link-syntax') && of(samples.zh12).includes('untranslated-title'));
    });

    it('of one file finds its source in the tree around it', () => {
      const { report } = json('check', samples.fr12);
      const problems = (report as unknown as { problems: Reported[] }).problems;
      assert.equal(report['files'], 1);
      assert.ok(problems.length > 0 && problems.every((problem) => problem.path === samples.fr12 && (!problem.source || problem.source.path === samples.en12)));
    });

    it('against a given source looks for no other', () => {
      write('odd.md', sampleText('fr12'));
      const { report } = json('check', 'odd.md', '--source', samples.en12);
      assert.ok((report as unknown as { problems: Reported[] }).problems.some(({ check }) => check === 'link-missing'));
    });

    it('is content with what has no problems, and with what is no issue', () => {
      assert.equal(run('check', samples.fr11).code, 0);
      const readme = json('check', 'samples/README.md');
      assert.deepEqual([readme.run.code, readme.report['files']], [0, 0]);
    });

    it('exits by the severity that is asked for', () => {
      assert.equal(run('check', samples.fr12, '--max-severity', 'error').code, 0);
      assert.equal(run('check', samples.fr12, '--max-severity', 'warning').code, 1);
    });

    it('shows problems by file, with place, severity and check', () => {
      assert.match(run('check', samples.fr12).out, /^ {2}\d+:\d+ +warning +.+link-missing$/m);
    });
  });

  describe('check --fix', () => {
    it('repairs a damaged file exactly, and nothing else', () => {
      write('damaged.md', damaged(sampleText('fr11')));
      const { out } = run('check', 'damaged.md', '--source', samples.en11, '--fix');
      assert.match(out, /1 problem mended\./);
      assert.equal(read('damaged.md'), sampleText('fr11'));
    });

    it('keeps Windows line endings, and changes nothing a second time', () => {
      write('windows.md', sampleText('zh12').replace(/\n/g, '\r\n'));
      run('check', 'windows.md', '--source', samples.en12, '--fix');
      const fixed = read('windows.md');
      assert.notEqual(fixed, sampleText('zh12').replace(/\n/g, '\r\n'));
      assert.ok(!/[^\r]\n/.test(fixed));
      run('check', 'windows.md', '--source', samples.en12, '--fix');
      assert.equal(read('windows.md'), fixed);
    });

    it('leaves alone what nobody can mend for sure', () => {
      write('untouched.md', sampleText('ar12'));
      run('check', 'untouched.md', '--source', samples.en12, '--fix');
      assert.equal(read('untouched.md'), sampleText('ar12'));
    });
  });

  describe('wrong usage and unreadable input', () => {
    const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['an unknown command', ['mend'], /unknown command/],
      ['an unknown option', ['check', '--quick'], /unknown option/],
      ['an unknown format', ['pairs', '--format', 'yaml'], /Allowed choices/],
      ['a missing argument', ['align', samples.en12], /missing required argument/],
      ['a file that is not there', ['check', 'nothing.md'], /nothing\.md cannot be read: there is no such file\./],
      ['a binary', ['align', samples.en12, 'binary.md'], /binary\.md is a binary file\./],
      ['another encoding', ['align', samples.en12, 'latin.md'], /latin\.md is not written in UTF-8/],
    ];
    for (const [name, args, message] of cases) {
      it(`exits with 2 for ${name}, and says so`, () => {
        write('binary.md', Uint8Array.of(137, 80, 78, 71, 0, 1, 2, 0));
        write('latin.md', Uint8Array.from(Buffer.from('# Été\n', 'latin1')));
        const { code, err } = run(...args);
        assert.equal(code, 2);
        assert.match(err, message);
      });
    }

    it('goes on with the rest of a tree', () => {
      const { code, out, err } = run('pairs', '.');
      assert.equal(code, 0);
      assert.match(err, /binary\.md is a binary file/);
      assert.match(out, /2 issues/);
    });
  });
});
