// The command line: arguments in; output, files and an exit code out.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDamage } from '../../../src/core/parse/encoding.js';
import type { AlignReport } from '../../../src/core/report/alignReport.js';
import type { CheckReport, ReportedProblem } from '../../../src/core/report/checkReport.js';
import type { PairsReport } from '../../../src/core/report/pairsReport.js';
import { enterFolder, leave, runCommand as run } from '../support/commandLine.js';
import { corpusFiles, corpusPath, describeCorpus } from '../support/corpus.js';
import { damaged } from '../support/macRoman.js';
import { repositoryPath } from '../support/repository.js';
import { samples, sampleText } from '../support/samples.js';
import { assertFits } from '../support/schemas.js';

let folder = '';

/** Runs a command for its JSON, and holds it against the published schema. */
async function report(command: 'pairs', ...args: string[]): Promise<PairsReport>;
async function report(command: 'align', ...args: string[]): Promise<AlignReport>;
async function report(command: 'check', ...args: string[]): Promise<CheckReport>;
async function report(command: 'pairs' | 'align' | 'check', ...args: string[]): Promise<unknown> {
  const { out } = await run(command, ...args, '--format', 'json');
  const read = JSON.parse(out) as unknown;
  assertFits(command, read);
  return read;
}

const write = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('the command line', () => {
  before(() => {
    folder = enterFolder('facing-cli-');
    cpSync(repositoryPath('samples'), path.join(folder, 'samples'), { recursive: true });
  });
  after(() => leave(folder));

  describe('pairs', () => {
    it('lists what translates what, with paths relative to the working directory', async () => {
      const { issues, skipped, unpaired } = await report('pairs', 'samples');
      assert.deepEqual(
        issues.map(({ source }) => [source.path, source.number]),
        [
          [samples.en11, 11],
          [samples.en12, 12],
        ],
      );
      assert.deepEqual(
        issues[1]!.translations.map(({ path: file, locale }) => [file, locale]),
        [
          [samples.zh12, 'zh'],
          [samples.fr12, 'fr'],
          [samples.ar12, 'ar'],
        ],
      );
      assert.deepEqual([skipped, unpaired], [1, []]);
    });

    it('names files as they were given', async () => {
      assert.deepEqual(
        (await report('pairs', './samples/../samples')).issues.map(({ source }) => source.path),
        [samples.en11, samples.en12],
      );
      const whole = path.join(folder, samples.en12);
      assert.deepEqual(
        (await report('pairs', whole)).issues.map(({ source }) => source.path),
        [whole.replaceAll(path.sep, '/')],
      );
    });

    it('says it in words too', async () => {
      const { code, out } = await run('pairs', 'samples');
      assert.equal(code, 0);
      assert.match(out, /Footpath_Letter_12\.md {2}en, number 12/);
      assert.match(out, /2 issues, 4 translations, 0 without a source, 1 other file skipped\./);
    });

    it('of the working directory needs no argument', async () => assert.match((await run('pairs')).out, /2 issues/));
  });

  describe('align', () => {
    it('gives every unit with its lines', async () => {
      const { source, target, units } = await report('align', samples.en12, samples.fr12);
      assert.deepEqual(
        [source, target],
        [
          { path: samples.en12, locale: 'en' },
          { path: samples.fr12, locale: 'fr' },
        ],
      );
      assert.deepEqual(
        [units[0]!.kind, units[0]!.source, units[0]!.target],
        ['front-matter', [{ startLine: 1, endLine: 11 }], [{ startLine: 1, endLine: 11 }]],
      );
      const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;
      const ferry = units.find(({ state, kind }) => state === 'missing' && kind === 'image');
      assert.equal(ferry?.source[0]?.startLine, lineOf(sampleText('en12'), '![A ferry'));
      const code = units.find(({ kind }) => kind === 'code')!;
      assert.deepEqual(
        code.target.map(({ startLine, endLine }) => [startLine, endLine - startLine]),
        [[lineOf(sampleText('fr12'), '```bash'), 3]],
      );
    });

    it('says it in words too', async () => {
      const { code, out } = await run('align', samples.en12, samples.fr12);
      assert.equal(code, 0);
      assert.match(out, /1 untranslated, 1 missing/);
    });
  });

  describe('check', () => {
    it('knows a translation that somebody has begun with a copy of the source', async () => {
      mkdirSync(path.join(folder, 'begun/fr'), { recursive: true });
      const text = sampleText('en12').replace(/^---\n/, '---\nlang: en\n');
      for (const name of ['begun/2026-05-01-Letter_12.md', 'begun/fr/2026-05-01-Letter_12.md']) write(name, text);
      const { problems } = await report('check', 'begun');
      const found = problems.filter((one) => one.path === 'begun/fr/2026-05-01-Letter_12.md').map(({ check }) => check);
      assert.ok(found.filter((check) => check === 'untranslated-text').length > 5, found.join(' '));
      assert.ok(found.includes('front-matter-changed'), 'lang: en');
      rmSync(path.join(folder, 'begun'), { recursive: true });
    });

    it('reports what is wrong, each at its place, and exits with 1', async () => {
      const { files, problems } = await report('check', 'samples');
      assert.equal(files, 6);
      const of = (file: string): string[] =>
        problems
          .filter(({ path: place, severity }) => place === file && /error|warning/.test(severity))
          .map(({ check }) => check)
          .sort();
      assert.deepEqual(of(samples.fr12), ['image-missing', 'link-missing', 'untranslated-title']);
      assert.deepEqual([of(samples.fr11), of(samples.en11), of(samples.en12)], [[], [], []]);
      assert.ok(of(samples.ar12).includes('missing-item') && of(samples.ar12).includes('untranslated-text'));
      assert.ok(of(samples.zh12).includes('broken-link-syntax') && of(samples.zh12).includes('untranslated-title'));
      const title = problems.find(
        ({ path: place, check }) => place === samples.fr12 && check === 'untranslated-title',
      )!;
      assert.equal(wordsAt(sampleText('fr12'), title), '***Ask the Path: a Search Box without a Server***');
      assert.equal((await run('check', 'samples')).code, 1);
    });

    it('of one file finds its source elsewhere in the tree', async () => {
      const { files, problems } = await report('check', samples.fr12);
      assert.equal(files, 1);
      assert.ok(
        problems.length > 0 &&
          problems.every(
            (problem) => problem.path === samples.fr12 && (!problem.source || problem.source.path === samples.en12),
          ),
      );
    });

    it('finds the source from inside a folder of the tree', async () => {
      mkdirSync(path.join(folder, 'samples/_posts/fr'));
      write('samples/_posts/fr/eleven.md', sampleText('fr11'));
      process.chdir(path.join(folder, 'samples/_posts/fr'));
      try {
        const { problems } = await report('check', 'eleven.md');
        assert.deepEqual(
          problems.map(({ check, message }) => [check, message.split(': ')[1]]),
          [['ambiguous-source', `../../_posts/${path.basename(samples.fr11)}.`]],
        );
        assert.equal((await report('pairs', '..')).issues[0]!.source.path, `../${path.basename(samples.en11)}`);
      } finally {
        process.chdir(folder);
        rmSync(path.join(folder, 'samples/_posts/fr'), { recursive: true });
      }
    });

    it('against a given source looks for no other', async () => {
      write('odd.md', sampleText('fr12'));
      const { problems } = await report('check', 'odd.md', '--source', samples.en12);
      assert.ok(problems.some(({ check }) => check === 'link-missing'));
    });

    it('takes what is translated by half for a translation into the language of its folder', async () => {
      const french =
        'Le vieux pont de pierre est de nouveau ouvert aux promeneurs, et les voisins qui l’ont reconstruit pendant tout l’hiver invitent chacun à venir le traverser dimanche prochain.';
      mkdirSync(path.join(folder, 'half/fr'), { recursive: true });
      write(
        'half/fr/bridge.md',
        `${sampleText('en12')
          .replace(/^(?:lang|locale): .*\n/m, '')
          .replaceAll(/\[(?:EN|FR)\]/g, '')}\n\n${french}\n\n${french.replace('vieux', 'grand')}\n`,
      );
      const { problems } = await report('check', 'half/fr/bridge.md', '--source', samples.en12);
      assert.ok(problems.some(({ check }) => check === 'untranslated-text'));
      assert.ok(!problems.some(({ check }) => check === 'wrong-language'));
    });

    it('says of a translation without source that it has none', async () => {
      mkdirSync(path.join(folder, 'lonely/_posts'), { recursive: true });
      write('lonely/_posts/Footpath_Letter_11.md', sampleText('en11'));
      write(
        'lonely/_posts/Lettre_du_Sentier_7_[FR].md',
        sampleText('fr11').replace('#11', '#7').replace('_11.png', '_7.png').replaceAll('.example', '.other'),
      );
      const { problems } = await report('check', 'lonely');
      assert.deepEqual(
        problems.map(({ check, path: place }) => [check, place]),
        [['source-not-found', 'lonely/_posts/Lettre_du_Sentier_7_[FR].md']],
      );
    });

    it('is content with what has no problems, and with what is no issue', async () => {
      assert.equal((await run('check', samples.fr11)).code, 0);
      const readme = await report('check', 'samples/README.md');
      assert.deepEqual([(await run('check', 'samples/README.md')).code, readme.files, readme.problems], [0, 0, []]);
    });

    it('exits by the severity that is asked for', async () => {
      assert.equal((await run('check', samples.fr12, '--max-severity', 'error')).code, 0);
      assert.equal((await run('check', samples.fr12, '--max-severity', 'warning')).code, 1);
      assert.equal((await run('check', samples.fr11, '--max-severity', 'hint')).code, 0);
    });

    it('shows problems by file, with place, severity and check', async () => {
      assert.match((await run('check', samples.fr12)).out, /^ {2}\d+:\d+ +warning +.+link-missing$/m);
    });

    it('shows broken front matter at its line', async () => {
      write('samples/broken.md', sampleText('fr11').replace('author: paul_kervella', 'author: "paul" kervella'));
      const { problems } = await report('check', 'samples/broken.md');
      rmSync(path.join(folder, 'samples/broken.md'));
      assert.deepEqual(
        problems.map(({ check, range }) => [check, range.start.line]),
        [
          ['ambiguous-source', 3],
          ['front-matter-invalid', 4],
        ],
      );
    });
  });

  describe('check --fix', () => {
    it('repairs a damaged file exactly, and nothing else', async () => {
      write('damaged.md', damaged(sampleText('fr11')));
      const { out } = await run('check', 'damaged.md', '--source', samples.en11, '--fix');
      assert.match(out, /1 problem mended\./);
      assert.equal(read('damaged.md'), sampleText('fr11'));
    });

    it('keeps Windows line endings and a byte order mark, and changes nothing a second time', async () => {
      const windows = `\ufeff${sampleText('zh12').replace(/\n/g, '\r\n')}`;
      write('windows.md', windows);
      await run('check', 'windows.md', '--source', samples.en12, '--fix');
      const fixed = read('windows.md');
      assert.notEqual(fixed, windows);
      assert.ok(fixed.startsWith('\ufeff---\r\n') && !/[^\r]\n/.test(fixed));
      await run('check', 'windows.md', '--source', samples.en12, '--fix');
      assert.equal(read('windows.md'), fixed);
    });

    it('changes no line but those of what it mends', async () => {
      write('zh.md', sampleText('zh12'));
      await run('check', 'zh.md', '--source', samples.en12, '--fix');
      const before = sampleText('zh12').split('\n');
      const after = new Set(read('zh.md').split('\n'));
      assert.deepEqual(
        before.filter((line) => !after.has(line)).map((line) => /\] \(/.test(line)),
        [true],
      );
    });

    it('leaves alone what nobody can mend for sure', async () => {
      write('untouched.md', sampleText('ar12'));
      await run('check', 'untouched.md', '--source', samples.en12, '--fix');
      assert.equal(read('untouched.md'), sampleText('ar12'));
    });
  });

  describe('wrong usage and unreadable input', () => {
    const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['an unknown command', ['mend'], /unknown command/],
      ['no command', [], /Usage/],
      ['an unknown option', ['check', '--quick'], /unknown option/],
      ['an unknown format', ['pairs', '--format', 'yaml'], /Allowed choices/],
      ['an unknown severity', ['check', '--max-severity', 'grave'], /Allowed choices/],
      ['a missing argument', ['align', samples.en12], /missing required argument/],
      ['one argument too many', ['align', samples.en12, samples.fr12, samples.ar12], /too many arguments/],
      ['a file that is not there', ['check', 'nothing.md'], /nothing\.md cannot be read: there is no such file\./],
      [
        'a source that is not there',
        ['check', samples.fr12, '--source', 'nothing.md'],
        /nothing\.md cannot be read: there is no such file\./,
      ],
      ['a folder to align', ['align', samples.en12, 'samples'], /samples cannot be read: it is a folder\./],
      ['a binary', ['align', samples.en12, 'binary.md'], /binary\.md is a binary file\./],
      ['a binary to check', ['check', 'binary.md'], /binary\.md is a binary file\./],
      ['another encoding', ['align', samples.en12, 'latin.md'], /latin\.md is not written in UTF-8/],
    ];
    before(() => {
      write('binary.md', Uint8Array.of(137, 80, 78, 71, 0, 1, 2, 0));
      write('latin.md', Uint8Array.from(Buffer.from('# Été\n', 'latin1')));
    });
    for (const [name, args, message] of cases) {
      it(`exits with 2 for ${name}, and says so`, async () => {
        const { code, out, err } = await run(...args);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
      });
    }

    it('goes on with the rest of a tree', async () => {
      mkdirSync(path.join(folder, 'mixed'));
      for (const sample of ['en11', 'fr11'] as const)
        write(`mixed/${path.basename(samples[sample])}`, sampleText(sample));
      write('mixed/binary.md', Uint8Array.of(0, 1));
      const { code, out, err } = await run('pairs', 'mixed');
      assert.equal(code, 2);
      assert.match(err, /mixed\/binary\.md is a binary file/);
      assert.match(out, /1 issue, 1 translation, 0 without a source, 1 other file skipped/);
    });
  });

  describeCorpus('seeds', 'check --fix', () => {
    it('repairs damaged files exactly: to what becomes of them had they never been damaged', async () => {
      const nameIn = (place: string, file: { readonly path: string }): string =>
        file.path.replace(/^seeds/, place).replace(/\.txt$/, '.md');
      for (const place of ['damaged', 'whole']) mkdirSync(path.join(folder, place));
      for (const file of corpusFiles('seeds')) {
        write(nameIn('damaged', file), file.text);
        write(nameIn('whole', file), findDamage(file.text)!.repaired);
      }
      await run('check', 'damaged', '--fix');
      await run('check', 'whole', '--fix');
      for (const file of corpusFiles('seeds'))
        assert.equal(read(nameIn('damaged', file)), read(nameIn('whole', file)), file.path);
    });
  });

  describeCorpus('dair-ai', 'reports', () => {
    it('of real posts fit their schemas', async () => {
      const posts = corpusPath('dair-ai', '_posts');
      const { issues } = await report('pairs', posts);
      assert.equal((await report('check', posts)).files, 13);
      const [{ source, translations }] = issues.slice(-1) as [(typeof issues)[number]];
      for (const translation of translations) await report('align', source.path, translation.path);
    });
  });
});

function wordsAt(text: string, { range }: ReportedProblem): string {
  const lines = text.split('\n');
  assert.equal(range.start.line, range.end.line);
  return lines[range.start.line - 1]!.slice(range.start.column - 1, range.end.column - 1);
}
