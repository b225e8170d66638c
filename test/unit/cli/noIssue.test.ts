// The command line where there is no issue, and what its help says to a newcomer.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { enterFolder, leave, runCommand as run } from '../support/commandLine.js';

describe('the command line where there is no issue', () => {
  let folder = '';
  before(() => {
    folder = enterFolder('facing-none-');
    writeFileSync('README.md', '# A program\n\nRun `npm install`.\n');
  });
  after(() => leave(folder));

  it('every list says so, and none looks like success or stays empty', async () => {
    const outs = await Promise.all(
      ['pairs', 'status', 'check', 'stale'].map(async (command) => (await run(command)).out),
    );
    assert.deepEqual(outs, [
      'No newsletter issue was found here. 1 other file skipped.\n',
      'No newsletter issue was found here.\n',
      'No newsletter issue was found here. Nothing was checked.\n',
      'No translation of a newsletter issue was found here.\n',
    ]);
  });

  it('help says what to try, and what the exit codes are', async () => {
    const help = (await run('--help')).out;
    for (const [, command] of help.matchAll(/^ {2}facing-pages (\w+)/gm))
      assert.equal((await run(command!, '--help')).code, 0, command);
    assert.match(help, /^ {2}facing-pages status /m);
    assert.match(
      (await run('check', '--help')).out,
      /Exit code: 0 if all is well, 1 if check finds a problem that counts, 2 for wrong usage/,
    );
  });
});
