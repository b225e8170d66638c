// The command line with a settings file and with problems that are marked as intended.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import { enterFolder, leave, runCommand as run } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';
import { assertFits } from '../support/schemas.js';

let folder = '';

async function check(...args: string[]): Promise<CheckReport> {
  const report = JSON.parse((await run('check', ...args, '--format', 'json')).out) as CheckReport;
  assertFits('check', report);
  return report;
}

const ofCheck = ({ problems }: CheckReport, id: string): number =>
  problems.filter((problem) => problem.check === id).length;
const settings = (content: object | string, file = '.facing-pages.json'): void =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));

describe('the command line in a project', () => {
  beforeEach(() => {
    folder = enterFolder('facing-project-');
    cpSync(repositoryPath('samples'), path.join(folder, 'samples'), { recursive: true });
    mkdirSync(path.join(folder, '.git'));
  });
  afterEach(() => leave(folder));

  it('takes severities from the settings file above the posts', async () => {
    const before = await check('samples');
    assert.ok(ofCheck(before, 'link-missing') > 0 && ofCheck(before, 'missing-item') > 0);
    settings({ severity: { 'link-missing': 'off' }, locales: { ar: { severity: { 'missing-item': 'hint' } } } });
    for (const where of ['samples', samples.fr12, samples.ar12])
      assert.equal(ofCheck(await check(where), 'link-missing'), 0, where);
    const items = (await check(samples.ar12)).problems.filter((problem) => problem.check === 'missing-item');
    assert.deepEqual([...new Set(items.map(({ severity }) => severity))], ['hint']);
  });

  it('looks no higher than the root of the repository', async () => {
    mkdirSync('samples/.git');
    settings({ severity: { 'link-missing': 'off' } });
    assert.ok(ofCheck(await check('samples'), 'link-missing') > 0);
  });

  it('uses the file that it is given', async () => {
    settings({ severity: { 'link-missing': 'off' } });
    settings({}, 'other.json');
    assert.ok(ofCheck(await check('samples', '--config', 'other.json'), 'link-missing') > 0);
    assert.deepEqual(
      [
        (await run('check', 'samples', '--config', 'none.json')).code,
        (await run('pairs', 'samples', '--config', 'none.json')).code,
      ],
      [2, 2],
    );
  });

  it('takes the source’s language from it, but rather from the command line', async () => {
    settings({ sourceLocale: 'fr' });
    const sources = async (...args: string[]): Promise<string> => (await run('pairs', 'samples', ...args)).out;
    assert.notEqual(await sources(), await sources('--source-locale', 'en'));
  });

  it('ignores by path, and counts what it ignores', async () => {
    const before = await check('samples');
    settings({ ignore: [{ check: 'link-missing', path: 'samples/**/*[[]FR].md' }] });
    const after = await check('samples');
    const inFrench = before.problems.filter(
      (problem) => problem.check === 'link-missing' && problem.path.includes('[FR]'),
    ).length;
    assert.ok(inFrench > 0);
    assert.equal(after.problems.length, before.problems.length - inFrench);
    assert.equal(after.ignored, before.ignored + inFrench);
    assert.match((await run('check', 'samples')).out, new RegExp(`${inFrench} ignored\\.$`, 'm'));
  });

  it('says what is wrong in the settings, goes on with the rest, and exits with 2', async () => {
    settings('{\n  "severity": { "link-mising": "off", "missing-item": "off" }\n}\n');
    const { code, out, err } = await run('check', 'samples');
    assert.equal(code, 2);
    assert.equal(
      err,
      'facing-pages: .facing-pages.json:2:17: There is no check “link-mising”. Do you mean “link-missing”?\n',
    );
    assert.match(out, /link-missing/);
    assert.doesNotMatch(out, /missing-item/);
  });

  it('says what is wrong in the settings where there is nothing to check', async () => {
    mkdirSync('empty');
    assert.deepEqual(await run('check', 'empty'), {
      code: 0,
      out: 'No newsletter issue was found here. Nothing was checked.\n',
      err: '',
    });
    settings('{ "severity": { "link-mising": "off" } }');
    const { code, err } = await run('check', 'empty');
    assert.deepEqual([code, err.includes('There is no check “link-mising”')], [2, true]);
    assert.equal((await run('check', 'gone')).code, 2);
  });

  it('never marks anything as intended, nor takes a mark away', async () => {
    const marked = readFileSync(samples.fr12, 'utf8').replace(
      /\n---\n/,
      '\n# facing-pages: ignore-file link-missing\n# facing-pages: ignore-file image-changed\n---\n',
    );
    writeFileSync(samples.fr12, marked);
    assert.equal(ofCheck(await check(samples.fr12), 'link-missing'), 0);
    assert.equal(ofCheck(await check(samples.fr12), 'ignore-unused'), 1);
    await run('check', 'samples', '--fix');
    assert.deepEqual(readFileSync(samples.fr12, 'utf8').match(/facing-pages:.*/g), marked.match(/facing-pages:.*/g));
  });
});
