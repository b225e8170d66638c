// New issues from the command line.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ran, enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';

let folder = '';

const run = (...args: string[]): Promise<Ran> => runCommand('new', ...args);

describe('new', () => {
  beforeEach(() => {
    folder = enterFolder('facing-new-12-');
    cpSync(repositoryPath('samples'), folder, { recursive: true });
  });
  afterEach(() => leave(folder));

  it('writes the next issue and says where, whatever number its folders have', async () => {
    const { code, out } = await run(
      path.join(folder, '_posts/2026-03-08-Footpath_Letter_12.md'),
      '--date',
      '2026-04-05',
    );
    assert.equal(code, 0);
    assert.equal(path.relative(folder, out.trim()), path.join('_posts', '2026-04-05-Footpath_Letter_13.md'));
    assert.match(readFileSync(out.trim(), 'utf8'), /^title: "Footpath Letter #13 \[EN\]: "$/m);
  });

  it('can be asked of a folder, and tried without writing', async () => {
    const before = readdirSync('_posts');
    const { code, out } = await run('_posts', '--date', '2026-04-05', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^_posts\/2026-04-05-Footpath_Letter_13\.md\n\n---\nlayout: post\n/);
    assert.deepEqual(readdirSync('_posts'), before);
  });

  it('overwrites nothing, and says what cannot be', async () => {
    writeFileSync('_posts/2026-04-05-Footpath_Letter_13.md', '');
    for (const [args, message] of [
      [['_posts', '--date', '5 April'], /5 April is no date such as 2026-03-08\./],
      [['_posts', '--date', '2026-04-05'], /_13\.md is there already\. Nothing was written\./],
      [['README.md'], /README\.md is no newsletter issue\./],
      [['media'], /media has no newsletter issue\./],
      [['nothing.md'], /nothing\.md/],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
    assert.equal(readFileSync('_posts/2026-04-05-Footpath_Letter_13.md', 'utf8'), '');
  });
});
