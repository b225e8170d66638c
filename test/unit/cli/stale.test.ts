// `facing-pages stale`: which source the translator had, asked of git itself.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import type { StatusReport } from '../../../src/core/report/statusReport.js';
import type { StaleReport } from '../../../src/core/report/staleReport.js';
import { runCommand as run } from '../support/commandLine.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';
import { GitRepository } from '../../support/gitRepository.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';
import { assertFits } from '../support/schemas.js';

const startedIn = process.cwd();

async function stale(...args: string[]): Promise<StaleReport> {
  const { out } = await run('stale', '--format', 'json', ...args);
  const report = JSON.parse(out) as StaleReport;
  assertFits('stale', report);
  return report;
}

/** `fr12 four>five` for each stale unit: which file, and the first change. */
function told({ units }: StaleReport): string[] {
  const names = new Map<string, string>(Object.entries(samples).map(([name, file]) => [path.basename(file), name]));
  return units
    .map(
      ({ path: file, changes }) =>
        `${names.get(path.basename(file)) ?? file} ${changes[0]?.before ?? ''}>${changes[0]?.after ?? ''}`,
    )
    .sort();
}

describe('facing-pages stale', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
    cpSync(repositoryPath('samples'), path.join(repository.folder, 'samples'), { recursive: true });
    repository.commit('2026-04-01');
    process.chdir(repository.folder);
  });
  afterEach(() => {
    process.chdir(startedIn);
    repository.remove();
  });

  /** Two paragraphs of the source. */
  function changeSource(): void {
    repository.replace(samples.en12, 'in 14 towns went out', 'in fifteen towns went out');
    repository.replace(samples.en12, 'kept a [diary]', 'kept a secret [diary]');
  }

  it('names exactly the units whose source was changed, in every language, with the day and the words', async () => {
    changeSource();
    repository.commit('2026-05-02');
    const report = await stale('samples');
    assert.deepEqual(
      told(report),
      ['ar12 14>fifteen', 'ar12 >secret', 'fr12 14>fifteen', 'fr12 >secret', 'zh12 14>fifteen', 'zh12 >secret'].sort(),
    );
    assert.ok(
      report.units.every(({ date, kind, since }) => date === '2026-05-02' && kind === 'changed' && since === 'commit'),
    );
    const text = repository.read(samples.fr12).split('\n');
    const [first] = report.units.filter((unit) => unit.path === samples.fr12);
    assert.match(text[first!.lines[0]!.startLine - 1]!, /14/);
    assert.equal((await run('stale', 'samples')).code, 1);
  });

  it('is silent, with exit code 0, where nothing changed, and says so of what was never committed', async () => {
    assert.deepEqual((await stale('samples')).units, []);
    assert.equal((await run('stale')).code, 0);
    repository.write(
      'samples/_posts/2026-03-20-Wanderbrief_12_[DE].md',
      repository.read(samples.fr12).replace('lang: fr', 'lang: de'),
    );
    const { unknown, units } = await stale('samples');
    assert.deepEqual([unknown.length, units], [1, []]);
  });

  it('asks what lay beside each unit when it was translated', async () => {
    changeSource();
    repository.commit('2026-05-02');
    repository.replace(samples.fr12, '[journal]', '[carnet secret]');
    assert.deepEqual(told(await stale(samples.fr12)), ['fr12 14>fifteen'], 'before it is committed');
    repository.commit('2026-05-03');
    assert.deepEqual(told(await stale(samples.fr12)), ['fr12 14>fifteen']);
  });

  it('is counted in the status if one asks, apart from problems', async () => {
    changeSource();
    const fieldsOf = async (...args: string[]): Promise<{ stale: unknown; problems: unknown }[]> => {
      const report = JSON.parse((await run('status', 'samples', '--format', 'json', ...args)).out) as StatusReport;
      assertFits('status', report);
      return report.issues.flatMap(({ translations }) =>
        translations.map(({ stale: count, problems }) => ({ stale: count, problems })),
      );
    };
    const [unasked, asked] = [await fieldsOf(), await fieldsOf('--stale')];
    assert.deepEqual(
      unasked.map(({ stale: count }) => count),
      [undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      asked.map(({ stale: count }) => count),
      [2, 2, 2, 0],
    );
    assert.deepEqual(
      asked.map(({ problems }) => problems),
      unasked.map(({ problems }) => problems),
    );
    assert.match((await run('status', 'samples', '--stale')).out, /^ {2}fr {2}96 %, \d problems, 2 stale {2}45 of 47/m);
    assert.match(
      (await run('status', 'samples', '--stale', '--format', 'markdown')).out,
      /\[96 %, \d problems, 2 stale\]/,
    );
    assert.match(
      (await run('status', 'samples', '--stale', '--format', 'html')).out,
      /96 %, \d problems, 2 stale<\/a>/,
    );
    repository.write('.facing-pages.json', '{ "severity": { "stale-unit": "off" } }');
    assert.deepEqual(
      (await fieldsOf('--stale')).map(({ stale: count }) => count),
      [null, null, null, null],
    );
  });

  it('counts what is not committed yet', async () => {
    changeSource();
    const { units } = await stale(samples.fr12);
    assert.deepEqual(
      units.map(({ date, since }) => [date, since]),
      [
        [null, 'not committed'],
        [null, 'not committed'],
      ],
    );
  });

  it('is not misled by commits that touch all translations, or move them', async () => {
    changeSource();
    repository.commit('2026-05-02');
    for (const name of [samples.fr12, samples.zh12])
      repository.write(
        name,
        repository
          .read(name)
          .replaceAll('https://footpath.example', 'https://www.footpath.example')
          .replaceAll('***', '**')
          .replaceAll('\n- ', '\n* '),
      );
    repository.commit('2026-05-04');
    repository.git('mv', 'samples/_posts', 'posts');
    repository.commit('2026-05-05');
    repository.git('mv', 'posts', 'letters');
    assert.deepEqual(
      told(await stale('letters')),
      ['ar12 14>fifteen', 'ar12 >secret', 'fr12 14>fifteen', 'fr12 >secret', 'zh12 14>fifteen', 'zh12 >secret'].sort(),
    );
  });

  it('knows that a translator on a branch had the branch’s source', async () => {
    repository.git('checkout', '-qb', 'translation');
    repository.replace(samples.fr12, '[journal]', '[carnet]');
    repository.commit('2026-05-03');
    repository.git('checkout', '-q', 'main');
    repository.replace(samples.en12, 'kept a [diary]', 'kept a secret [diary]');
    repository.commit('2026-05-02');
    repository.git('merge', '-q', '--no-edit', 'translation');
    assert.deepEqual(told(await stale(samples.fr12)), ['fr12 >secret']);
  });

  it('works in a folder of the repository, in a shallow clone, and without a repository', async () => {
    changeSource();
    repository.commit('2026-05-02');
    process.chdir(path.join(repository.folder, 'samples', '_posts'));
    assert.equal((await stale()).units.length, 6);
    process.chdir(repository.folder);
    const clone = new GitRepository();
    try {
      clone.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, 'shallow');
      process.chdir(path.join(clone.folder, 'shallow'));
      assert.deepEqual((await stale('samples')).units, [], 'of what lies before the clone nothing is said');
      process.chdir(startedIn);
    } finally {
      clone.remove();
    }
  });

  it('tells mended spelling and markup with --all only, and does not fail for them', async () => {
    repository.replace(samples.en12, 'One result surprised everybody', 'One **result** surprised everybody');
    repository.replace(samples.en12, 'volunteers in 14', 'voluntears in 14');
    repository.commit('2026-05-02');
    assert.deepEqual((await stale(samples.fr12)).units, []);
    const { units } = await stale(samples.fr12, '--all');
    assert.deepEqual(units.map(({ kind }) => kind).sort(), ['markup', 'typo']);
    const { code, out } = await run('stale', samples.fr12, '--all');
    assert.equal(code, 0);
    assert.match(out, /\nNo unit is behind its source in 1 translation\. 2 units with other spelling or markup\.\n$/);
  });

  it('says it in words', async () => {
    changeSource();
    repository.commit('2026-05-02');
    const { out } = await run('stale', samples.fr12);
    assert.match(
      out,
      /^\S+Lettre_du_Sentier_12_\[FR\]\.md {2}samples\/_posts\/2026-03-08-Footpath_Letter_12\.md\n {2}\d+ +source \d+ +changed +2026-05-02 +“14” → “fifteen”\n/,
    );
    assert.match(out, /2 units behind the source in 1 of 1 translation\.\n$/);
  });

  it('is what check reports, and a mark ends it', async () => {
    changeSource();
    repository.commit('2026-05-02');
    const check = async (): Promise<CheckReport['problems']> =>
      (JSON.parse((await run('check', samples.fr12, '--format', 'json')).out) as CheckReport).problems.filter(
        (problem) => problem.check === 'stale-unit',
      );
    const [problem, ...others] = await check();
    assert.equal(others.length, 1);
    assert.match(problem!.message, /^The source changed on 2026-05-02: “14” became “fifteen”\./);
    const [{ title, edits }] = [problem!.fixes[0]!];
    const [edit] = edits;
    assert.deepEqual([title, edits.length], ['Mark as up to date', 1]);
    assert.match(edit!.newText, /^ <!-- facing-pages: source [0-9a-z]{5} -->$/);
    const lines = repository.read(samples.fr12).split('\n');
    const { line, column } = edit!.range.start;
    lines[line - 1] = lines[line - 1]!.slice(0, column - 1) + edit!.newText + lines[line - 1]!.slice(column - 1);
    repository.write(samples.fr12, lines.join('\n'));
    assert.deepEqual(
      (await check()).map(({ message }) => message),
      [others[0]!.message],
    );
    repository.commit('2026-05-03');
    assert.deepEqual(told(await stale(samples.fr12)), ['fr12 >secret']);
    repository.replace(samples.en12, 'in fifteen towns', 'in sixteen towns');
    repository.commit('2026-05-04');
    assert.deepEqual(told(await stale(samples.fr12)), ['fr12 >secret', 'fr12 fifteen>sixteen'], 'since it was marked');
  });
});

describeCorpus('optech', 'facing-pages stale', () => {
  let repository: GitRepository;
  before(() => {
    repository = new GitRepository();
    cpSync(corpusPath('optech'), repository.folder, { recursive: true });
    repository.commit('2026-04-01');
    process.chdir(repository.folder);
  });
  after(() => {
    process.chdir(startedIn);
    repository.remove();
  });

  it('names the two paragraphs that were changed, in both languages, and nothing else of the tree', async function () {
    this.timeout(120_000);
    const english = '_posts/en/newsletters/2023-07-05-newsletter.md';
    const paragraphs = repository.read(english).split('\n\n');
    const changed = [...paragraphs.keys()]
      .filter((i) => paragraphs[i]!.startsWith('- [') && paragraphs[i]!.length > 250)
      .slice(0, 2);
    assert.equal(changed.length, 2);
    for (const i of changed) paragraphs[i] = paragraphs[i]!.replace(/ (?=[a-z]+ [a-z]+ )/, ' seventeen ');
    repository.write(english, paragraphs.join('\n\n'));
    repository.commit('2026-05-02');
    const { units, files } = await stale('_posts');
    assert.ok(files > 90);
    assert.deepEqual(
      units.map(({ path: file }) => file),
      ['fr', 'fr', 'ja', 'ja'].map((locale) => `_posts/${locale}/newsletters/2023-07-05-newsletter.md`),
    );
    for (const unit of units) assert.deepEqual(unit.changes, [{ before: null, after: 'seventeen' }]);
  });
});
