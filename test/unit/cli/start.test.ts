// Starting translations from the command line.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { type Ran, enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';

const source = '_posts/2026-02-08-Footpath_Letter_11.md';
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
