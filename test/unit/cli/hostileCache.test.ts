// The cache of `check` is untrusted input.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseCacheEntry } from '../../../src/cli/cacheEntry.js';
import { hashOf } from '../../../src/cli/reader.js';
import { GitRepository } from '../../support/gitRepository.js';
import { runCommand, type Ran } from '../support/commandLine.js';
import { sampleText } from '../support/samples.js';

const cache = '.facing-pages-cache';
const startedIn = process.cwd();

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

describe('a hostile cache', () => {
  let repository: GitRepository;
  let honest: Ran;
  beforeEach(async () => {
    repository = new GitRepository();
    process.chdir(repository.folder);
    mkdirSync('_posts');
    writeFileSync('_posts/2026-03-08-Footpath_Letter_12.md', sampleText('en12'));
    writeFileSync(
      '_posts/2026-03-15-Lettre_12_[FR].md',
      sampleText('fr12').replace('](https://', '](ttps://').replace('journal', 'j'),
    );
    honest = await runCommand('check', '.', '--format', 'json');
    assert.equal(honest.code, 1);
    assert.deepEqual(await checked(), honest);
    assert.ok(existsSync(cache));
  });
  afterEach(() => {
    process.chdir(startedIn);
    repository.remove();
  });

  const checked = (...args: string[]): Promise<Ran> => runCommand('check', '.', '--format', 'json', '--cache', ...args);

  /** Rewrites the entries, with a head that fits them. */
  function rewrite(change: (entry: Json) => Json | undefined): void {
    const [head, ...lines] = readFileSync(cache, 'utf8').split('\n');
    const body = lines.flatMap((line) => JSON.stringify(change(JSON.parse(line) as Json)) ?? []).join('\n');
    const { program } = JSON.parse(head!) as { program: string };
    writeFileSync(cache, `${JSON.stringify({ program, hash: hashOf(body) })}\n${body}`);
  }

  /** Every place in plain data, as a path of names. */
  function* places(data: Json, at: (string | number)[] = []): Generator<(string | number)[]> {
    yield at;
    if (typeof data !== 'object' || data === null) return;
    for (const [name, value] of Object.entries(data))
      yield* places(value, [...at, Array.isArray(data) ? Number(name) : name]);
  }

  function replaced(
    data: Json,
    [name, ...rest]: readonly (string | number)[],
    value: Json | undefined,
  ): Json | undefined {
    if (name === undefined) return value;
    const copy = structuredClone(data) as Record<string | number, Json | undefined>;
    copy[name] = replaced(copy[name]!, rest, value);
    return copy as Json;
  }

  it('is as good as none wherever one of its values has another type', async () => {
    const text = readFileSync(cache, 'utf8');
    const entry = text
      .split('\n')
      .map((line) => JSON.parse(line) as Json)
      .find((line) => JSON.stringify(line).includes('"fixes"'))!;
    const shapes = new Map(
      [...places(entry)].map((place) => [
        place.map((name) => (typeof name === 'number' ? '#' : name)).join('.'),
        place,
      ]),
    );
    assert.ok(shapes.size > 20);
    assert.ok(parseCacheEntry(JSON.stringify(entry)));
    for (const [shape, place] of shapes) {
      for (const value of [null, 3.5, { length: 1e9 }, [[]]])
        assert.equal(
          parseCacheEntry(JSON.stringify(replaced(entry, place, value))),
          undefined,
          `${shape} is ${JSON.stringify(value)}`,
        );
    }
    rewrite((one) => replaced(one, [1, 'facts', 'links'], null));
    assert.deepEqual(await checked(), honest);
  });

  it('cannot bring in the results of another file', async () => {
    rewrite(
      (entry) => JSON.parse(JSON.stringify(entry).replaceAll(/"path":"[^"]*"/g, '"path":"../../etc/passwd"')) as Json,
    );
    assert.deepEqual(await checked(), honest);
  });

  it('is no help where it is committed', async () => {
    rewrite(
      (entry) => JSON.parse(JSON.stringify(entry).replace(/"problems":\[.*\](?=,"ignored")/, '"problems":[]')) as Json,
    );
    assert.equal((await checked()).code, 0, 'this cache hides every problem');
    repository.git('add', '-f', cache);
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'cache');
    rewrite(
      (entry) => JSON.parse(JSON.stringify(entry).replace(/"problems":\[.*\](?=,"ignored")/, '"problems":[]')) as Json,
    );
    assert.deepEqual(await checked(), honest);
  });

  /** Empties the problems of every entry, as somebody would who wants them hidden. */
  const forge = (file: string): void => {
    const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
    const body = lines.map((line) => line.replace(/"problems":\[.*\](?=,"ignored")/, '"problems":[]')).join('\n');
    const { program } = JSON.parse(head!) as { program: string };
    writeFileSync(file, `${JSON.stringify({ program, hash: hashOf(body) })}\n${body}`);
  };

  it('is no help where it is committed behind a link to a folder', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync('kept');
    symlinkSync('kept', '.cache');
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'posts');
    await checked('--cache-location', '.cache/results');
    forge('kept/results');
    assert.equal((await checked('--cache-location', '.cache/results')).code, 0, 'this cache hides every problem');
    forge('kept/results');
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'cache');
    assert.deepEqual(await checked('--cache-location', '.cache/results'), honest);
  });

  it('is no help where it is committed in a folder whose name looks like a pattern of git', async function () {
    if (process.platform === 'win32') this.skip();
    await checked('--cache-location', ':x/results');
    forge(':x/results');
    repository.git('--literal-pathspecs', 'add', '-A', '.');
    repository.git('commit', '-qm', 'cache');
    assert.deepEqual(await checked('--cache-location', ':x/results'), honest);
  });

  it('is no help where git cannot tell whether it is committed', async () => {
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'posts');
    const searchPath = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      await checked();
      forge(cache);
      assert.deepEqual((await checked()).out, honest.out);
    } finally {
      process.env['PATH'] = searchPath;
    }
  });

  for (const bad of [
    '',
    '{',
    '[]',
    'null',
    '{}\n{}',
    '{"program":1}\n[null]',
    '\0',
    '{"version":1,"entries":[null,{"problems":3}]}',
  ]) {
    it(`is as good as none: ${JSON.stringify(bad)}`, async () => {
      writeFileSync(cache, bad);
      assert.deepEqual(await checked(), honest);
    });
  }

  it('is not read when it is larger than any cache', async () => {
    truncateSync(cache, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    assert.deepEqual(await checked(), honest);
    assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
  });

  describe('that is no file', function () {
    before(function () {
      if (process.platform === 'win32') this.skip();
    });
    beforeEach(() => rmSync(cache));

    it('but a pipe is not waited for', async () => {
      execFileSync('mkfifo', [cache]);
      assert.deepEqual(await checked(), honest);
      assert.ok(lstatSync(cache).isFIFO());
    });

    it('but a device is not read', async () => {
      symlinkSync('/dev/zero', cache);
      assert.deepEqual(await checked(), honest);
    });

    it('but a link is not written through', async () => {
      writeFileSync('precious', 'precious');
      symlinkSync('precious', cache);
      assert.deepEqual(await checked(), honest);
      assert.equal(readFileSync('precious', 'utf8'), 'precious');
      assert.ok(lstatSync(cache).isFile());
    });

    it('but a folder stays', async () => {
      mkdirSync(cache);
      assert.deepEqual(await checked(), honest);
      assert.deepEqual(readdirSync(cache), []);
    });
  });

  it('has a draft that no planted link can stand for', async () => {
    writeFileSync('precious', 'precious');
    for (let id = process.pid - 5; id < process.pid + 5; id++)
      if (process.platform !== 'win32') symlinkSync('precious', `${cache}.${id}`);
    rmSync(cache);
    await checked();
    assert.equal(readFileSync('precious', 'utf8'), 'precious');
  });

  it('may stand where somebody asks for it', async () => {
    const elsewhere = path.join(repository.folder, '..', `${path.basename(repository.folder)}-cache`);
    try {
      await checked('--cache-location', elsewhere);
      assert.ok(lstatSync(elsewhere).isFile());
    } finally {
      rmSync(elsewhere, { force: true });
    }
  });
});
