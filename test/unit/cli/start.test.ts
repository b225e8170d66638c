// Starting translations from the command line.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { StaleReport } from '../../../src/core/report/staleReport.js';
import { type Ran, enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';

const source = '_posts/2026-02-08-Footpath_Letter_11.md';
/** As the folder has them. */
const [en12, fr12] = [samples.en12, samples.fr12].map((file) => file.replace(/^samples\//, '')) as [string, string];
let folder = '';

const run = (...args: string[]): Promise<Ran> => runCommand('start', ...args);

const posts = (): string[] => readdirSync('_posts');

describe('start', () => {
  beforeEach(() => {
    folder = enterFolder('facing-start-');
    cpSync(repositoryPath('samples'), folder, { recursive: true });
  });
  afterEach(() => leave(folder));

  it('writes the new file and says where', async () => {
    const { code, out } = await run(source, '--locale', 'zh');
    assert.equal(code, 0);
    assert.match(out, /^_posts\/\d{4}-\d{2}-\d{2}-Footpath_Letter_11\[ZH\]\.md\n$/);
    assert.match(readFileSync(out.trim(), 'utf8'), /^title: .*\[ZH\]/m);
  });

  it('can be asked of a translation, and tried without writing', async () => {
    const before = posts();
    const { code, out } = await run('_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md', '--locale', 'de', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^_posts\/.*Footpath_Letter_11.*DE.*\.md\n\n---\nlayout: post\ntitle: .*\[DE\]/);
    assert.deepEqual(posts(), before);
  });

  it('names its source by fingerprints if the project wants it, and units that lag behind are named without git', async () => {
    writeFileSync('.facing-pages.json', '{ "sourceMarks": true }');
    const french = readFileSync(fr12, 'utf8');
    rmSync(fr12);
    const started = (await run(en12, '--locale', 'fr')).out.trim();
    const mark = /^---\n(# facing-pages: source(?: [0-9a-z]{5})+\n)/.exec(readFileSync(started, 'utf8'));
    assert.ok(mark);
    writeFileSync(started, french.replace('---\n', `---\n${mark[1]}`)); // somebody translates it
    assert.equal((await runCommand('stale', started)).code, 0);
    const source = readFileSync(en12, 'utf8');
    writeFileSync(
      en12,
      source
        .replace('in 14 towns went out', 'in fifteen towns went out')
        .replace('kept a [diary]', 'kept a secret [diary]'),
    );
    const { code, out } = await runCommand('stale', started, '--format', 'json');
    const { units } = JSON.parse(out) as StaleReport;
    assert.equal(code, 1);
    assert.deepEqual(
      units.map(({ lines, since }) => [
        /14 villes|un \[journal\]/.exec(french.split('\n')[lines[0]!.startLine - 2]!)?.[0],
        since,
      ]),
      [
        ['14 villes', 'unknown'],
        ['un [journal]', 'unknown'],
      ],
    );
  });

  it('overwrites nothing, and says what cannot be', async () => {
    const before = posts();
    for (const [args, message] of [
      [[source, '--locale', 'fr'], /_\[FR\]\.md is its translation already\. Nothing was written\./],
      [[source, '--locale', 'no tag'], /no tag is no language tag/],
      [['README.md', '--locale', 'fr'], /README\.md is no newsletter issue whose source is here\./],
      [['nothing.md', '--locale', 'fr'], /nothing\.md/],
      [[source], /--locale/],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
    assert.deepEqual(posts(), before);
  });
});
