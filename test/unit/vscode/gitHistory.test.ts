// The history that VS Code's git extension tells of, with a stand-in that asks git what the extension asks it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Uri } from 'vscode';
import { readPast } from '../../../src/core/stale/past.js';
import type { GitRepository as Api } from '../../../src/vscode/git.js';
import { historyIn } from '../../../src/vscode/gitHistory.js';
import { GitRepository } from '../../support/gitRepository.js';

function uri(file: string): Uri {
  const text = pathToFileURL(file).href;
  return { fsPath: file, path: file, toString: () => text } as unknown as Uri;
}

const parse = (text: string): Uri => uri(fileURLToPath(text));

/** As the extension's repository: `git log -- path` that follows no rename, `git show`, `git diff --name-status`. */
function apiOf({ folder }: GitRepository): Api {
  const git = (...args: string[]): string => {
    try {
      return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      throw Object.assign(error as Error, { gitErrorCode: undefined }); // as the extension's errors are
    }
  };
  return {
    log: ({ path: file, range, maxEntries }) =>
      Promise.resolve(
        git('log', '--format=%H|%P|%cI', `-n${maxEntries}`, ...(range === undefined ? [] : [range]), '--', file)
          .split('\n')
          .filter(Boolean)
          .map((line) => {
            const [hash = '', parents = '', date = ''] = line.split('|');
            return { hash, parents: parents.split(' ').filter(Boolean), commitDate: new Date(date) };
          }),
      ),
    show: (ref, file) => new Promise((resolve) => resolve(git('show', `${ref}:${path.relative(folder, file)}`))),
    diffBetween: (from, to) =>
      Promise.resolve(
        git('diff', '--name-status', '-M', from, to)
          .split('\n')
          .filter(Boolean)
          .map((line) => {
            const [status = '', one = '', other] = line.split('\t');
            const at = (file: string): Uri => uri(path.join(folder, file));
            return { uri: at(one), originalUri: at(one), renameUri: status.startsWith('R') ? at(other!) : undefined };
          }),
      ),
  } as Partial<Api> as Api;
}

describe('the history of a post, from VS Code’s git extension', () => {
  let repository: GitRepository;
  beforeEach(() => (repository = new GitRepository()));
  afterEach(() => repository.remove());
  const at = (file: string): string => uri(path.join(repository.folder, file)).toString();

  it('goes back through renames', async () => {
    repository.write('old/a b.md', 'One two three four five six seven.\n');
    repository.commit('2026-01-01');
    repository.git('mv', 'old', 'new');
    repository.commit('2026-01-02');
    repository.write('new/a b.md', 'One two three four five six eight.\n');
    repository.commit('2026-01-03');
    const history = historyIn(apiOf(repository), parse);
    const versions = await history.versions(at('new/a b.md'));
    assert.deepEqual(
      versions.map(({ date, path: file }) => [date, file]),
      [
        ['2026-01-03', at('new/a b.md')],
        ['2026-01-02', at('new/a b.md')],
        ['2026-01-01', at('old/a b.md')],
      ],
    );
    assert.equal(await history.textAt(versions[2]!.rev, versions[2]!.path), 'One two three four five six seven.\n');
    assert.equal(await history.textAt(versions[2]!.rev, versions[0]!.path), undefined);
  });

  it('is none of what was never committed', async () => {
    const history = historyIn(apiOf(repository), parse);
    assert.deepEqual(await history.versions(at('a.md')), []);
    assert.equal(await readPast(history, at('a.md'), at('b.md')), undefined);
  });

  it('is not taken for none where git could not be run', async () => {
    repository.write('a.md', 'One.\n');
    repository.commit('2026-01-01');
    const failing = { ...apiOf(repository), show: () => Promise.reject(new Error('spawn EAGAIN')) };
    await assert.rejects(readPast(historyIn(failing, parse), at('b.md'), at('a.md')), /EAGAIN/);
    const absent = {
      ...apiOf(repository),
      log: () => Promise.reject(Object.assign(new Error('ENOENT'), { gitErrorCode: 'NotAGitRepository' })),
    };
    await assert.rejects(historyIn(absent, parse).versions(at('a.md')), /ENOENT/);
  });

  it('finds the source that lay beside the translation, whatever it was called', async () => {
    repository.write('a.md', 'The old trees along the canal.\n\nThe bridge.\n\nThe ferry to the islands.\n');
    repository.write('b.md', 'Les vieux arbres.\n');
    repository.commit('2026-01-01');
    repository.git('mv', 'a.md', 'letter.md');
    repository.replace('letter.md', 'old', 'young');
    repository.commit('2026-01-02');
    const past = await readPast(historyIn(apiOf(repository), parse), at('letter.md'), at('b.md'));
    assert.deepEqual(
      past!.target.map(({ source }) => source?.blocks[0]!.text),
      ['The old trees along the canal.'],
    );
    assert.deepEqual(
      past!.source.map(({ date, text }) => [date, text.blocks[0]!.text]),
      [
        ['2026-01-02', 'The young trees along the canal.'],
        ['2026-01-01', 'The old trees along the canal.'],
      ],
    );
  });
});
