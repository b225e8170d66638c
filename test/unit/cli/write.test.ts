// How the command line writes: the old text or the new one, inside the tree, and nothing that somebody else has written.
import assert from 'node:assert/strict';
import files, {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { createFile, replaceOwnFile, replaceText, writableFolders } from '../../../src/cli/write.js';
import { UnreadableInput } from '../../../src/cli/arguments.js';
import { enterFolder, leave, runCommand } from '../support/commandLine.js';
import { sampleText } from '../support/samples.js';

const [en, fr] = ['_posts/2026-03-08-Footpath_Letter_12.md', '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md'];
const isWindows = process.platform === 'win32';

/** Replaces functions of `node:fs` while `run` runs. */
async function withFiles<Value>(replaced: Partial<typeof files>, run: () => Value | Promise<Value>): Promise<Value> {
  const before = Object.fromEntries(Object.keys(replaced).map((name) => [name, files[name as keyof typeof files]]));
  Object.assign(files, replaced);
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    Object.assign(files, before);
    syncBuiltinESMExports();
  }
}

const failing = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

describe('writing', () => {
  let folder: string;
  beforeEach(() => {
    folder = enterFolder('facing-write-');
    mkdirSync('tree/_posts', { recursive: true });
    mkdirSync('outside');
    process.chdir('tree');
    mkdirSync('.git');
    writeFileSync(en, sampleText('en12'));
    writeFileSync(fr, broken());
  });
  afterEach(() => leave(folder));

  /** A translation in which something can be mended safely. */
  const broken = (): string => sampleText('fr12').replaceAll('](https://', '](ttps://');
  const read = (file: string): string => readFileSync(file, 'utf8');
  const names = (): string[] => readdirSync('_posts').sort();
  const here = (): Promise<readonly string[]> => writableFolders(['.']);

  describe('check --fix', () => {
    it('replaces the file: whoever has it open, or linked, keeps the old text', async () => {
      linkSync(fr, 'twin');
      chmodSync(fr, 0o640);
      const { code } = await runCommand('check', '--fix', '.');
      assert.ok(code < 2);
      assert.notEqual(read(fr), broken());
      assert.equal(read('twin'), broken());
      if (!isWindows) assert.equal(statSync(fr).mode & 0o777, 0o640);
      assert.equal(names().length, 2, 'no draft is left');
    });

    it('replaces what a link leads to, and not the link', async function () {
      if (isWindows) this.skip();
      files.renameSync(fr, 'real.md');
      symlinkSync('../real.md', fr);
      await runCommand('check', '--fix', fr);
      assert.equal(readlinkSync(fr), '../real.md');
      assert.notEqual(read('real.md'), broken());
    });

    it('leaves alone what a link out of the tree leads to, and says so', async function () {
      if (isWindows) this.skip();
      files.renameSync(fr, '../outside/real.md');
      symlinkSync('../../outside/real.md', fr);
      const { code, err, out } = await runCommand('check', '--fix', fr);
      assert.equal(code, 2);
      assert.match(err, /Lettre_du_Sentier_12_\[FR\]\.md was not written: a link leads out of/);
      assert.match(out, /Lettre_du_Sentier/, 'its problems are reported all the same');
      assert.equal(read('../outside/real.md'), broken());
      assert.equal((await runCommand('check', '--fix', '.')).code, 0, 'links are not looked for');
    });

    const { openSync } = files;
    const noDraft = ((name: string, ...more: [string]) =>
      name.endsWith('.tmp') ? failing('EROFS')() : openSync(name, ...more)) as typeof openSync;
    for (const [called, code, reason, fail = failing(code)] of [
      ['writeSync', 'ENOSPC', 'the disk is full'],
      ['renameSync', 'EIO', 'the disk reports an error'],
      ['openSync', 'EROFS', 'the disk is read-only', noDraft],
      ['fsyncSync', 'EDQUOT', 'the disk quota is used up'],
      ['accessSync', 'EACCES', 'permission denied'],
    ] as const) {
      it(`goes on with the others when a file cannot be written: ${called} fails with ${code}`, async () => {
        const {
          code: exit,
          err,
          out,
        } = await withFiles({ [called]: fail }, () => runCommand('check', '--fix', '--threads', '1', '.'));
        assert.equal(exit, 2);
        assert.equal(err, `facing-pages: ${fr} was not written: ${reason}.\n`);
        assert.match(out, /Lettre_du_Sentier/);
        assert.equal(read(fr), broken());
        assert.equal(names().length, 2, 'no draft is left');
      });
    }

    it('does not overwrite what somebody saved meanwhile', async () => {
      const saved = `${broken()}\nSaved by somebody.\n`;
      const { fsyncSync } = files;
      const savedMeanwhile = (file: number): void => {
        writeFileSync(fr, saved);
        fsyncSync(file);
      };
      const { code, err } = await withFiles({ fsyncSync: savedMeanwhile }, () => runCommand('check', '--fix', '.'));
      assert.equal(read(fr), saved);
      assert.equal(code, 2);
      assert.match(err, /was not written: it has changed meanwhile/);
    });

    it('keeps every byte of a file with a byte order mark and Windows line endings', async () => {
      const text = `\ufeff${broken().replaceAll('\n', '\r\n')}`;
      writeFileSync(fr, text);
      await runCommand('check', '--fix', '.');
      const after = read(fr);
      assert.notEqual(after, text);
      assert.ok(after.startsWith('\ufeff---\r\n'));
      assert.doesNotMatch(after, /[^\r]\n/);
    });
  });

  describe('a link out of the tree', function () {
    before(function () {
      if (isWindows) this.skip();
    });

    it('is not followed by start', async () => {
      mkdirSync('en');
      writeFileSync('en/2026-03-08-letter-12.md', sampleText('en12'));
      symlinkSync('../outside', 'fr');
      rmSync('_posts', { recursive: true });
      const { code, err } = await runCommand('start', 'en/2026-03-08-letter-12.md', '--locale', 'fr');
      assert.deepEqual([code, readdirSync('../outside')], [2, []]);
      assert.match(err, /was not written: a link leads out of the folder that it belongs to/);
    });

    it('is not followed by new', async () => {
      files.renameSync('_posts', '../outside/_posts');
      symlinkSync('../outside/_posts', '_posts');
      const before = readdirSync('../outside/_posts');
      for (const given of ['_posts', en]) {
        const { code } = await runCommand('new', given);
        assert.deepEqual([code, readdirSync('../outside/_posts')], [2, before], given);
      }
    });

    it('is not followed by update', async () => {
      const text = sampleText('fr12').replace(/^- .*$/m, '');
      writeFileSync('../outside/fr.md', text);
      rmSync(fr);
      symlinkSync('../../outside/fr.md', fr);
      await runCommand('update', fr);
      assert.equal(read('../outside/fr.md'), text);
    });

    it('is not followed by status --write', async () => {
      const page = '<!-- facing-pages:status:begin -->\n<!-- facing-pages:status:end -->\n';
      writeFileSync('../outside/README.md', page);
      symlinkSync('../outside/README.md', 'README.md');
      const { code, err } = await runCommand('status', '--write', 'README.md', '.');
      assert.equal(code, 2);
      assert.match(err, /README\.md was not written: a link leads out of/);
      assert.equal(read('../outside/README.md'), page);
    });

    it('is not followed by the cache', async () => {
      symlinkSync('../outside', 'kept');
      await runCommand('check', '--cache', '--cache-location', 'kept/cache', '.');
      assert.deepEqual(readdirSync('../outside'), []);
    });

    it('is not followed from a subfolder, nor by an absolute path', async () => {
      writeFileSync('../outside/a.md', 'before');
      writeFileSync('../outside/package.json', '{}');
      symlinkSync('../outside', 'posts');
      mkdirSync('sub');
      process.chdir('sub');
      for (const given of ['../posts', '../posts/a.md', path.join(process.cwd(), '../posts')]) {
        const folders = await writableFolders([given]);
        assert.throws(() => replaceText('../posts/a.md', 'before', 'after', folders), UnreadableInput, given);
      }
      assert.equal(read('../../outside/a.md'), 'before');
    });

    it('opens nothing when a folder behind it is named, even if that is the root of a site', async () => {
      writeFileSync('../outside/package.json', '{}');
      symlinkSync('../outside', 'fr');
      writeFileSync('../outside/a.md', 'before');
      for (const given of ['fr', 'fr/a.md']) {
        const folders = await writableFolders([given]);
        assert.throws(() => replaceText('fr/a.md', 'before', 'after', folders), UnreadableInput, given);
      }
      assert.equal(read('../outside/a.md'), 'before');
    });
  });

  it('a folder above the working folder may be written to when it is named', async () => {
    mkdirSync('../other/_posts', { recursive: true });
    writeFileSync('../other/_posts/a.md', 'before');
    replaceText('../other/_posts/a.md', 'before', 'after', await writableFolders(['../other']));
    assert.equal(read('../other/_posts/a.md'), 'after');
  });

  it('a new file never replaces another, nor a link that leads nowhere', async () => {
    const folders = await here();
    createFile('_posts/new/a.md', 'text', folders);
    assert.equal(read('_posts/new/a.md'), 'text');
    assert.throws(
      () => createFile('_posts/new/a.md', 'other', folders),
      /was not written: there is a file with this name already/,
    );
    assert.equal(read('_posts/new/a.md'), 'text');
    if (isWindows) return;
    symlinkSync('../../outside/gone.md', '_posts/gone.md');
    assert.throws(() => createFile('_posts/gone.md', 'text', folders), UnreadableInput);
    assert.ok(!existsSync('../outside/gone.md'));
  });

  it('a new file is complete where the file system has no links', async () => {
    const folders = await here();
    await withFiles({ linkSync: failing('EPERM') }, () => createFile('_posts/b.md', 'text', folders));
    assert.equal(read('_posts/b.md'), 'text');
    await withFiles({ linkSync: failing('EPERM') }, () =>
      assert.throws(() => createFile('_posts/b.md', 'other', folders), UnreadableInput),
    );
    assert.equal(read('_posts/b.md'), 'text');
  });

  it('the program’s own file is replaced, a link in its place too, and nothing else that stands there', async () => {
    const folders = await here();
    writeFileSync('precious', 'precious');
    if (!isWindows) symlinkSync('precious', 'own');
    replaceOwnFile('own', 'text', folders);
    assert.ok(lstatSync('own').isFile());
    assert.deepEqual([read('own'), read('precious')], ['text', 'precious']);
    mkdirSync('folder');
    assert.throws(() => replaceOwnFile('folder', 'text', folders), /it is no regular file/);
  });

  it('drafts have names that nobody can guess', async () => {
    const drafts = new Set<string>();
    const { openSync } = files;
    const noting = ((name: string, ...more: [string, number]) => {
      if (name.endsWith('.tmp')) drafts.add(path.basename(name));
      return openSync(name, ...more);
    }) as typeof openSync;
    const folders = await here();
    for (let i = 0; i < 3; i++) await withFiles({ openSync: noting }, () => replaceOwnFile('own', String(i), folders));
    assert.equal(drafts.size, 3);
    for (const draft of drafts) assert.match(draft, /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/);
  });
});
