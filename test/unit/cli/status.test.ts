// The status of a tree: every issue in every language, as text, data and tables.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldProgress } from '../../support/realPairs.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';
import type { StatusReport } from '../../../src/core/report/statusReport.js';
import { type Ran, enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';
import { assertFits } from '../support/schemas.js';

let folder = '';

const run = (...args: string[]): Promise<Ran> => runCommand('status', ...args);

describe('the status', () => {
  before(() => {
    folder = enterFolder('facing-status-');
    cpSync(repositoryPath('samples'), folder, { recursive: true });
  });
  after(() => leave(folder));

  it('names every issue, newest first, with each language’s progress and problems', async () => {
    const report = JSON.parse((await run('--format', 'json')).out) as StatusReport;
    assertFits('status', report);
    assert.deepEqual(report.locales, ['ar', 'fr', 'zh']);
    assert.deepEqual(
      report.issues.map(({ number, translations }) => [number, translations.map(({ locale }) => locale)]),
      [
        [12, ['ar', 'fr', 'zh']],
        [11, ['fr']],
      ],
    );
    assert.deepEqual(report.issues[1]!.translations[0]!.progress, { done: 9, of: 9, percent: 100 });
    const french = report.issues[0]!.translations[1]!;
    assert.equal(french.progress.percent, 96);
    assert.ok(french.problems.warning >= 3);
  });

  it('reads well', async () => {
    const { code, out } = await run();
    assert.equal(code, 0);
    assert.match(out, /^Footpath Letter #12.*_posts\/2026-03-08-Footpath_Letter_12\.md$/m);
    assert.match(
      out,
      /^ {2}fr {2}96 %, \d problems {2}45 of 47 {2}_posts\/2026-03-15-Lettre_du_Sentier_12_\[FR\]\.md$/m,
    );
  });

  it('is a table in Markdown, whose links hold', async () => {
    const { out } = await run('--format', 'markdown');
    assert.match(
      out,
      /^\| Issue \| العربية \| Français \| 中文 \|\n\| --- \| --- \| --- \| --- \|\n\| \[Footpath Letter #12 \\\[EN\\\]/,
    );
    assert.match(out, /\[100 %\]\(<\.\/_posts\/2026-02-12-Lettre_du_Sentier_11_%5BFR%5D\.md>\)/);
  });

  it('is a table in HTML, with the languages marked', async () => {
    assert.match((await run('--format', 'html')).out, /<th scope="col" lang="ar">العربية<\/th>/);
  });

  it('is renewed in a page, and nothing else there is touched', async () => {
    const page =
      'Our letter.\r\n\r\n<!-- facing-pages:status:begin -->\r\nold\r\n<!-- facing-pages:status:end -->\r\n\r\nWrite to us.\r\n';
    writeFileSync('README.md', page);
    assert.equal((await run('--write', 'README.md')).code, 0);
    const renewed = readFileSync('README.md', 'utf8');
    assert.match(
      renewed,
      /^Our letter\.\r\n\r\n<!-- facing-pages:status:begin -->\r\n\r\n\| Issue [^]*\r\n\r\n<!-- facing-pages:status:end -->\r\n\r\nWrite to us\.\r\n$/,
    );
    assert.doesNotMatch(renewed, /(?<!\r)\n|\bold\b/);
    await run('--write', 'README.md');
    assert.equal(readFileSync('README.md', 'utf8'), renewed);
  });

  it('says what to do with a page that has no place for it', async () => {
    writeFileSync('NOTES.md', 'Nothing.\n');
    const { code, err } = await run('--write', 'NOTES.md');
    assert.equal(code, 2);
    assert.match(err, /facing-pages:status:begin/);
    assert.equal(readFileSync('NOTES.md', 'utf8'), 'Nothing.\n');
  });
});

describeCorpus('dair-ai', 'the status', () => {
  it('names every pair, with the progress that readers found, within two points', async () => {
    const { out } = await run(corpusPath('dair-ai', '_posts'), '--format', 'json');
    const { issues, unpaired } = JSON.parse(out) as StatusReport;
    const found = new Map(
      issues.flatMap(({ source, translations }) =>
        translations.map(({ path: file, locale, progress }) => [
          path.basename(file),
          { source: path.basename(source), locale, percent: progress.percent },
        ]),
      ),
    );
    const pairs = readFileSync(corpusPath('dair-ai', 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string, string, string]);
    assert.deepEqual([found.size, unpaired.length], [pairs.length, 0]);
    for (const [number, locale, source, target] of pairs) {
      const one = found.get(target);
      assert.deepEqual([one?.source, one?.locale], [source, locale]);
      const known = goldProgress(corpusPath(), `${number.padStart(2, '0')}.${locale}`);
      assert.ok(Math.abs(one!.percent - known) <= 2, `${target}: ${one!.percent} instead of ${known.toFixed(1)}`);
    }
  }).timeout(60_000);
});
