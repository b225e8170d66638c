// A repository whose config, hooks and files would start programs, if git were asked in the wrong way.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UnreadableInput } from '../../../src/cli/arguments.js';
import { GitObjects } from '../../../src/cli/git/objects.js';
import { findGit, runGit } from '../../../src/cli/git/program.js';
import { findRepository } from '../../../src/cli/git/repository.js';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import type { StaleReport } from '../../../src/core/report/staleReport.js';
import { GitRepository } from '../../support/gitRepository.js';
import { runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';

const { en12: source, fr12: translation } = samples;

/** Every command that asks git for anything. */
const commands = [
  ['check', '.'],
  ['check', '--changed-since', 'HEAD~1', '.'],
  ['check', '--cache', '.'],
  ['stale', '.'],
  ['status', '--stale', '.'],
  ['check', translation, '--source', source],
  ['check', translation, '--source', source, '--changed-since', 'HEAD~1'],
];

const startedIn = process.cwd();

describe('a hostile repository runs no program', function () {
  before(function () {
    if (process.platform === 'win32') this.skip(); // the programs are shell scripts
  });

  let repository: GitRepository;
  let marks: string;
  beforeEach(() => {
    repository = new GitRepository();
    marks = `${repository.folder}-marks`;
    mkdirSync(marks);
    cpSync(repositoryPath('samples'), path.join(repository.folder, 'samples'), { recursive: true });
    repository.commit('2026-04-01');
    repository.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    repository.commit('2026-05-02');
    process.chdir(repository.folder);
  });
  afterEach(() => {
    process.chdir(startedIn);
    repository.remove();
    rmSync(marks, { recursive: true });
  });

  /** A shell command that leaves a mark, then hands its input on. */
  const command = (mark: string): string => `sh -c 'touch "${marks}/${mark}"; cat' --`;

  /** A program that leaves a mark. */
  function program(file: string, mark = path.basename(file)): string {
    const name = path.join(repository.folder, file);
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, `#!/bin/sh\ntouch "${marks}/${mark}"\n`);
    chmodSync(name, 0o755);
    return name;
  }

  /** Changes a post and the times of all, so that git has to look at their contents. */
  function touch(): void {
    repository.write(translation, `${repository.read(translation)}\n`);
    for (const file of Object.values(samples)) utimesSync(file, new Date(), new Date());
  }

  async function assertNothingRuns(...asked: readonly string[][]): Promise<void> {
    for (const args of asked) {
      touch();
      const { code, err } = await runCommand(...args);
      assert.ok(code < 2, `${args.join(' ')}: ${err}`);
      assert.deepEqual(readdirSync(marks), [], args.join(' '));
    }
  }

  /** Shows that the traps are real. */
  function assertGitRuns(expected: readonly string[], ...args: string[]): void {
    touch();
    spawnSync('git', args, { cwd: repository.folder, stdio: 'ignore', timeout: 10_000 });
    assert.deepEqual(
      readdirSync(marks)
        .filter((mark) => expected.includes(mark))
        .sort(),
      [...expected].sort(),
      `git ${args.join(' ')}`,
    );
  }

  it('by its config, attributes or hooks', async () => {
    const config = (name: string, value: string): void => void repository.git('config', name, value);
    for (const driver of ['clean', 'smudge']) config(`filter.${driver}.${driver}`, command(`filter-${driver}`));
    config('filter.process.process', program('.git/process', 'filter-process'));
    config('diff.converted.textconv', command('textconv'));
    config('diff.external', command('diff-external'));
    config('diff.driven.command', command('diff-driver'));
    config('merge.clean.driver', command('merge-driver'));
    config('core.fsmonitor', command('fsmonitor'));
    config('log.showSignature', 'true');
    for (const name of [
      'core.pager',
      'pager.log',
      'core.editor',
      'gpg.program',
      'core.askPass',
      'credential.helper',
      'core.sshCommand',
    ])
      config(name, command(name));
    for (const name of ['log', 'rev-list', 'diff-tree', 'cat-file', 'ls-tree', 'rev-parse', 'merge-base'])
      config(`alias.${name}`, `!${command(`alias-${name}`)}`);
    config('core.hooksPath', 'hooks');
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction', 'post-checkout'])
      for (const folder of ['hooks', '.git/hooks']) program(`${folder}/${hook}`);
    repository.write('.git/info/attributes', '*.md diff=converted merge=clean\n');
    repository.write('.gitattributes', '*12_*FR*.md filter=clean\n*12*ZH*.md filter=process\n*.md diff=driven\n');
    await assertNothingRuns(...commands);
    assertGitRuns(['filter-process', 'fsmonitor'], 'diff', 'HEAD');
    repository.git('config', '--unset', 'filter.process.process');
    assertGitRuns(['filter-clean', 'textconv'], 'diff', '--no-ext-diff', 'HEAD');
  });

  it('by the program that serves what a partial clone lacks', async () => {
    const upload = program('.git/upload');
    const config = (name: string, value: string): void => void repository.git('config', name, value);
    config('core.repositoryFormatVersion', '1');
    config('extensions.partialClone', 'origin');
    config('remote.origin.url', repository.folder);
    config('remote.origin.promisor', 'true');
    config('remote.origin.uploadpack', upload);
    config('protocol.allow', 'always');
    config('protocol.file.allow', 'always');
    const blob = repository.git('rev-parse', `HEAD~1:${source}`).trim();
    rmSync(path.join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    await assertNothingRuns(['check', '.']);
    assert.equal((await runCommand('stale', '.')).code, 2, 'what is missing is said');
    assert.deepEqual(readdirSync(marks), []);
    assertGitRuns(['upload'], 'cat-file', '-p', blob);
  });

  it('by a filter of a submodule', async () => {
    const inner = path.join(repository.folder, 'letters');
    mkdirSync(inner);
    cpSync(path.dirname(translation), inner, { recursive: true });
    const submodule = new GitRepository(inner);
    submodule.git('init', '-q');
    submodule.commit('2026-05-01');
    submodule.git('config', 'filter.evil.clean', command('submodule'));
    submodule.write('.git/info/attributes', '*.md filter=evil\n');
    repository.git('-c', 'advice.addEmbeddedRepo=false', 'add', '-A');
    repository.git('commit', '-qm', 'letters');
    await assertNothingRuns(['check', '.'], ['stale', '.']);
  });

  it('by a git directory among its files, after a plain clone', async () => {
    const inner = new GitRepository();
    cpSync(path.join(repository.folder, 'samples'), path.join(inner.folder, 'samples'), { recursive: true });
    inner.commit('2026-05-01');
    const bare = path.join(repository.folder, 'news');
    cpSync(path.join(inner.folder, 'samples'), path.join(bare, 'samples'), { recursive: true });
    for (const part of ['HEAD', 'objects', 'refs', 'index', 'info'])
      cpSync(path.join(inner.folder, '.git', part), path.join(bare, part), { recursive: true });
    writeFileSync(
      path.join(bare, 'config'),
      `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n[filter "evil"]\n\tclean = ${JSON.stringify(command('bare'))}\n`,
    );
    mkdirSync(path.join(bare, 'info'), { recursive: true });
    writeFileSync(path.join(bare, 'info/attributes'), '*.md filter=evil\n');
    inner.remove();
    repository.commit('2026-05-03');
    const clone = `${repository.folder}-clone`;
    repository.git('clone', '-q', repository.folder, clone);
    process.chdir(clone);
    try {
      for (const args of [
        ['check', '.'],
        ['stale', '.'],
        ['check', `news/${translation}`, '--source', `news/${source}`],
      ]) {
        await runCommand(...args);
        assert.deepEqual(readdirSync(marks), [], args.join(' '));
      }
    } finally {
      process.chdir(repository.folder);
      rmSync(clone, { recursive: true, force: true });
    }
  });

  it('as a git that it brings along', async () => {
    program('node_modules/.bin/git');
    program('git');
    const searchPath = process.env['PATH'];
    process.env['PATH'] = [
      '.',
      '',
      'node_modules/.bin',
      path.join(repository.folder, 'node_modules/.bin'),
      searchPath,
    ].join(path.delimiter);
    try {
      await assertNothingRuns(['stale', '.']);
    } finally {
      process.env['PATH'] = searchPath;
    }
    assert.equal(findGit(['', '.', 'bin', '/a/node_modules/.bin'].join(path.delimiter), '/'), undefined);
  });

  it('as a git in one of its own folders, or behind a link to packages', async () => {
    program('bin/git');
    program('node_modules/.bin/git');
    symlinkSync('node_modules/.bin', 'linked');
    const searchPath = process.env['PATH'];
    const own = ['bin', 'linked'].map((name) => path.join(repository.folder, name));
    process.env['PATH'] = [...own, searchPath].join(path.delimiter);
    try {
      await assertNothingRuns(['stale', '.']);
    } finally {
      process.env['PATH'] = searchPath;
    }
  });

  it('and a folder that only looks like a repository is none', async () => {
    renameSync('.git', 'git');
    mkdirSync('posts');
    for (const part of ['HEAD', 'config', 'objects', 'refs'])
      cpSync(path.join('git', part), path.join('posts', part), { recursive: true });
    cpSync('samples', 'posts/samples', { recursive: true });
    const { out } = await runCommand('stale', 'posts', '--format', 'json');
    assert.deepEqual((JSON.parse(out) as StaleReport).units, []);
    renameSync('git', '.git');
  });
});

describe('the history of a repository', () => {
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

  const stale = async (...paths: string[]): Promise<number> =>
    (JSON.parse((await runCommand('stale', '--format', 'json', ...paths)).out) as StaleReport).units.length;
  const checked = async (...args: string[]): Promise<number> =>
    (JSON.parse((await runCommand('check', '--format', 'json', ...args)).out) as CheckReport).files;

  it('is read wherever its config says that the working tree is', async () => {
    repository.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    repository.commit('2026-05-02');
    const expected = await stale('.');
    assert.ok(expected > 0);
    for (const elsewhere of ['/nowhere', '..']) {
      repository.git('config', 'core.worktree', elsewhere);
      assert.equal(await stale('.'), expected, elsewhere);
    }
  });

  it('is not that of a repository among the files of the tree, unless it is a submodule', async () => {
    const inner = new GitRepository(path.join(repository.folder, 'inner'));
    cpSync('samples', 'inner/samples', { recursive: true });
    inner.git('init', '-q', '-b', 'main');
    inner.commit('2026-04-01');
    inner.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    inner.commit('2026-05-02');
    const expected = await stale('inner');
    assert.ok(expected > 0, 'it is when the program is pointed at it');
    rmSync('samples', { recursive: true });
    repository.git('rm', '-rq', '--cached', 'samples');
    repository.git('commit', '-qm', 'none');
    assert.equal(await stale('.'), 0);
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      'add',
      '-q',
      '--force',
      '--name',
      'inner',
      './inner',
      'sub',
    );
    rmSync('inner', { recursive: true });
    assert.equal(await stale('.'), expected, 'a submodule');
  });

  it('is not waited for where a pipe stands in the place of its config or an object', async function () {
    if (process.platform === 'win32') this.skip();
    const blob = repository.git('rev-parse', `HEAD:${source}`).trim();
    const object = path.join('.git/objects', blob.slice(0, 2), blob.slice(2));
    rmSync(object, { force: true });
    execFileSync('mkfifo', [object, '.git/pipe']);
    const named = findRepository(repository.folder, [repository.folder])!;
    const objects = new GitObjects(named, 300);
    assert.equal(await objects.textAt('HEAD', source), undefined);
    assert.equal(await objects.textAt('HEAD', translation), undefined, 'git was ended');
    writeFileSync('.git/config', '[include]\n\tpath = pipe\n');
    await assert.rejects(runGit(named, 'rev-parse', ['HEAD'], '', 300), UnreadableInput);
  });

  it('knows files whose names hold line breaks and control characters', async function () {
    if (process.platform === 'win32') this.skip();
    const renamed = path.join(path.dirname(translation), '2026-03-15-Lettre\n\u0001_12_[FR].md');
    repository.git('mv', translation, renamed);
    repository.commit('2026-04-02');
    repository.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    repository.commit('2026-05-02');
    const { out } = await runCommand('stale', '--format', 'json', '.');
    const paths = new Set((JSON.parse(out) as StaleReport).units.map((unit) => unit.path));
    assert.ok(paths.has(renamed), out);
    assert.ok(paths.size > 1);
  });

  it('is said to be missing where git is, or where a clone is partial', async () => {
    repository.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    repository.commit('2026-05-02');
    const searchPath = process.env['PATH'];
    process.env['PATH'] = '';
    const without = await runCommand('stale', '.');
    const since = await runCommand('check', '--changed-since', 'HEAD', '.');
    process.env['PATH'] = searchPath;
    assert.deepEqual([without.code, since.code], [2, 2]);
    for (const { err } of [without, since]) assert.match(err, /git was not found/);
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.git('clone', '-q', '--filter=blob:none', `file://${repository.folder}`, 'partial');
    const { code, err } = await runCommand('stale', 'partial');
    assert.equal(code, 2);
    assert.match(err, /is incomplete, as this is a partial clone/);
  });

  it('has SHA-256 names as well', async () => {
    rmSync('.git', { recursive: true });
    repository.git('init', '-q', '--object-format=sha256');
    repository.commit('2026-04-01');
    assert.equal(await checked('.', '--changed-since', 'HEAD'), 0);
    repository.replace(translation, '[journal]', '[carnet]');
    assert.equal(await checked('.', '--changed-since', 'HEAD'), 1);
  });

  it('tells changes from line endings, links and ignored files', async () => {
    const since = ['.', '--changed-since', 'HEAD'];
    repository.write(translation, repository.read(translation).replaceAll('\n', '\r\n'));
    assert.equal(await checked(...since), 0, 'as git checks files out on Windows');
    repository.write('drafts/2026-03-15-Lettre_12_[FR].md', repository.read(translation));
    assert.equal(await checked(...since), 1, 'not tracked');
    repository.write('.gitignore', 'drafts/*\n');
    assert.equal(await checked(...since), 0, 'ignored');
    repository.write('.gitignore', 'drafts/*\n!drafts/*.md\n');
    assert.equal(await checked(...since), 1, 'not ignored after all');
    repository.write('.gitignore', 'drafts/\n');
    repository.write('drafts/.gitignore', '*.md\n!2026*.md\n');
    assert.equal(await checked(...since), 0, 'nothing below an ignored folder is taken back in');
    rmSync('drafts/.gitignore');
    repository.write('.gitignore', `${'*a'.repeat(40)}b\n`);
    assert.equal(await checked(...since), 1, 'a pattern made to take for ever');
    if (process.platform === 'win32') return;
    rmSync('drafts', { recursive: true });
    repository.write('.gitignore', '');
    symlinkSync(path.basename(translation), `${translation}.link.md`);
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'link');
    assert.equal(await checked(...since), 0, 'a link that leads where it led');
  });

  it('follows a rename that is not committed, also of a file that was edited since', async () => {
    repository.replace(source, 'in 14 towns went out', 'in fifteen towns went out');
    repository.commit('2026-05-02');
    const expected = await stale(translation);
    assert.ok(expected > 0);
    const renamed = path.join(path.dirname(translation), '2026-03-16-Lettre_du_Sentier_12_[FR].md');
    renameSync(translation, renamed);
    assert.equal(await stale(renamed), expected);
    repository.write(renamed, `${repository.read(renamed)}\nUne ligne de plus.\n`);
    assert.equal(await stale(renamed), expected);
  });
});
