// Units whose source has changed since they were translated, told by VS Code's own git extension.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PanelState } from '../../src/core/view/panelState';
import type { GitApi, GitRepository } from '../../src/vscode/git';
import { Pasts } from '../../src/vscode/pasts';
import { removeScratch } from './scratch';
import {
  applyAction,
  checkOf,
  closeAll,
  codeActionsAt,
  currentDiagnostics,
  diagnosticsOf,
  fileAt,
  openFile,
  panelState,
  until,
} from './support';

/** Each test has a repository of its own: VS Code takes a while to notice that one is gone. */
let count = 0;
let folder = '';
let source = '';
let target = '';

const english = `---
title: "Orchard Newsletter #31"
lang: en
---

# Trees

The [old pear trees](https://orchard.example/pears) along the canal were pruned by four volunteers in March.

A [map of the orchards](https://orchard.example/map) shows where apples may be picked by everybody.

The [cider press](https://orchard.example/press) stands in the yard of the school until the end of October.
`;

const french = `---
title: "Lettre des vergers nº 31"
lang: fr
---

# Arbres

Les [vieux poiriers](https://orchard.example/pears) le long du canal ont été taillés en mars par quatre bénévoles.

Une [carte des vergers](https://orchard.example/map) montre où tout le monde peut cueillir des pommes.

Le [pressoir à cidre](https://orchard.example/press) reste dans la cour de l’école jusqu’à la fin octobre.
`;

function write(file: string, text: string): void {
  const { fsPath } = fileAt(file);
  mkdirSync(path.dirname(fsPath), { recursive: true });
  writeFileSync(fsPath, text);
}

function git(...args: string[]): void {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_COMMITTER_DATE: '2026-05-02T12:00:00Z',
    GIT_AUTHOR_DATE: '2026-05-02T12:00:00Z',
  };
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: fileAt(folder).fsPath,
    env,
  });
}

function changeSource(): void {
  write(
    source,
    readFileSync(fileAt(source).fsPath, 'utf8')
      .replace('by four volunteers', 'by five volunteers')
      .replace('end of October', 'end of November'),
  );
}

async function lookAtRepository(uri: vscode.Uri): Promise<void> {
  const git = await vscode.extensions
    .getExtension<{ getAPI(version: 1): { getRepository(uri: vscode.Uri): { status(): Promise<void> } | null } }>(
      'vscode.git',
    )!
    .activate();
  await git.getAPI(1).getRepository(uri)?.status();
}

function stale(uri: vscode.Uri): vscode.Diagnostic[] {
  return currentDiagnostics(uri).filter((one) => checkOf(one) === 'stale-unit');
}

describe('a source that changed after it was translated', () => {
  beforeEach(function () {
    if (!vscode.extensions.getExtension('vscode.git')) this.skip();
    folder = `_scratch/orchard${++count}`;
    source = `${folder}/_posts/2026-04-02-Orchard_Newsletter_31.md`;
    target = `${folder}/_posts/2026-04-09-Orchard_Newsletter_31_[FR].md`;
    write(source, english);
    write(target, french);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'both');
  });
  afterEach(async () => {
    await closeAll();
    removeScratch();
  });

  it('is told of exactly the units concerned, with the words, and a mark ends it', async () => {
    changeSource();
    git('commit', '-qam', 'source');
    const { document } = await openFile(target);
    const problems = await until('two units are stale', () =>
      stale(document.uri).length > 0 ? stale(document.uri) : undefined,
    );
    assert.deepEqual(
      problems.map(({ range, message }) => [range.start.line, message.replace(/ Bring.*/, '')]),
      [
        [7, 'The source changed on 2026-05-02: “four” became “five”.'],
        [11, 'The source changed on 2026-05-02: “October” became “November”.'],
      ],
    );
    const [related] = problems[0]!.relatedInformation!;
    const sourceText = await vscode.workspace.openTextDocument(related!.location.uri);
    assert.equal(sourceText.getText(related!.location.range), 'five');
    const [action] = await codeActionsAt(document.uri, problems[0]!.range, vscode.CodeActionKind.QuickFix, {
      title: 'Mark as up to date',
    });
    await applyAction(action!);
    await until('one unit is stale', () => stale(document.uri).length === 1 || undefined);
    assert.match(document.lineAt(7).text, /bénévoles\. <!-- facing-pages: source [0-9a-z]{5} -->$/);
  });

  it('follows what is edited and committed while one looks, on both sides', async () => {
    const { document } = await openFile(target);
    // VS Code tells of new files when it likes: until then the source is not known.
    await until('the pair is known and the panel shows it', async () => {
      await vscode.commands.executeCommand('facingPages.openSideBySide', document.uri);
      return ((await panelState()) as PanelState | undefined)?.target.id === document.uri.toString() || undefined;
    });
    changeSource();
    await until('the changes that wait for their commit count', () => stale(document.uri).length === 2 || undefined);
    assert.match(stale(document.uri)[0]!.message, /^The source changed and is not committed yet: “four” became “five”/);
    git('commit', '-qam', 'source');
    // VS Code overlooks a commit that comes while it still asks git for something else: asked again it sees it.
    await until('the day of the commit is told', async () => {
      await lookAtRepository(document.uri);
      return stale(document.uri).some(({ message }) => message.includes('on 2026-05-02')) || undefined;
    });
    const [first, ...others] = await until('the panel marks its rows', async () => {
      const rows = ((await panelState()) as PanelState).sections
        .flatMap((section) => section.rows)
        .filter((row) => row.stale);
      return rows.length > 0 ? rows : undefined;
    });
    assert.equal(others.length, 1);
    assert.match(first!.source.html, /<ins data-changed[^>]*>five<\/ins>/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('quatre'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'quatre'.length)), 'cinq');
    await vscode.workspace.applyEdit(edit);
    await until('what was touched is up to date', () => stale(document.uri).length === 1 || undefined);
  });

  it('is no matter where nothing was committed', async () => {
    removeScratch();
    write(source, english);
    write(target, french.replace('Le [pressoir à cidre](https://orchard.example/press)', 'Le pressoir à cidre'));
    changeSource();
    const { document } = await openFile(target);
    await diagnosticsOf(document.uri);
    assert.deepEqual(stale(document.uri), []);
  });

  it('is read anew a moment after git could not be run', async () => {
    let [asked, failing] = [0, 2];
    const rootUri = fileAt(folder);
    const repository: GitRepository = {
      rootUri,
      state: { HEAD: { commit: 'c1' }, onDidChange: () => new vscode.Disposable(() => undefined) },
      log: async () => {
        asked++;
        if (failing-- > 0) throw new Error('spawn EAGAIN');
        return [{ hash: 'c1', parents: [], commitDate: new Date('2026-05-02') }];
      },
      show: async (_, file) => (file.endsWith('.fr.md') ? french : english),
      diffBetween: async () => [],
      getConfig: async () => '',
      getGlobalConfig: async () => '',
    };
    const api: GitApi = {
      getRepository: () => repository,
      onDidOpenRepository: () => new vscode.Disposable(() => undefined),
      onDidCloseRepository: () => new vscode.Disposable(() => undefined),
    };
    const log = {
      warn: () => undefined,
      debug: () => undefined,
    } as Partial<vscode.LogOutputChannel> as vscode.LogOutputChannel;
    const pasts = new Pasts(log, async () => api, [1, 1]);
    const ask = () => pasts.of(fileAt(source), fileAt(target));
    const listening = pasts.onDidLoad(ask);
    try {
      assert.equal(ask(), undefined);
      await until('the history is known', () => ask()?.target.length);
      assert.equal(asked, 4, 'the last time for both files');
    } finally {
      listening.dispose();
      pasts.dispose();
    }
  });
});
