// The panel inside VS Code: what it shows of real files, and that it keeps up with them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PanelState, RowState } from '../../src/protocol/messages';
import type { FacingModel } from '../../src/vscode/panel/model';
import { Shown } from '../../src/vscode/panel/shown';
import { closeAll, fileAt, itNeedsCorpus, openFile, panelState, undo, until } from './support';

const french = '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md';
const english = '_posts/2026-03-08-Footpath_Letter_12.md';
const chinese = '_posts/2026-03-11-Footpath_Letter_12[ZH].md';

/** What the panel shows, as soon as it is so. */
function shown(what: string, isSo: (state: PanelState) => boolean): Promise<PanelState> {
  return until(what, async () => {
    const state = (await panelState()) as PanelState | undefined;
    return state && isSo(state) ? state : undefined;
  });
}

function rows({ sections }: PanelState): RowState[] {
  return sections.flatMap((section) => (section.head ? [section.head, ...section.rows] : section.rows));
}

function openSideBySide(): Thenable<unknown> {
  return vscode.commands.executeCommand('facingPages.openSideBySide');
}

describe('the panel', () => {
  afterEach(closeAll);

  it('opens from a translation, with its source and all other translations', async () => {
    await openFile(french);
    await openSideBySide();
    const state = await shown('French', ({ target }) => target.locale === 'fr');
    assert.equal(state.source.label, english);
    assert.equal(state.issue.number, 12);
    assert.deepEqual(
      state.translations.map(({ locale }) => locale),
      ['ar', 'fr', 'zh'],
    );
    assert.ok(
      rows(state).some(
        ({ source, target }) => source.html.includes('Spring is here') && target.html.includes('Le printemps est là'),
      ),
    );
  });

  it('works out how far the other translations are', async () => {
    await openFile(french);
    await openSideBySide();
    await shown('progress of all', ({ translations }) =>
      translations.every(({ progress }) => progress !== undefined && progress.percent > 50),
    );
  });

  it('opens from a source with the translation that is open', async () => {
    await vscode.window.showTextDocument(fileAt(chinese), { preview: false });
    await openFile(english);
    await openSideBySide();
    await shown('Chinese', ({ target }) => target.locale.startsWith('zh'));
  });

  it('asks nothing and shows nothing once it was shut, whoever comes late', async () => {
    const asked: string[] = [];
    let answer: (() => void) | undefined;
    const nobody = new Promise<undefined>((resolve) => (answer = () => resolve(undefined)));
    const model = {
      issueOf: (uri: vscode.Uri) => (asked.push(uri.path), nobody),
      reviewOf: () => Promise.resolve(undefined),
    } as unknown as FacingModel;
    const told: unknown[] = [];
    const webview = {
      postMessage: (message: unknown) => (told.push(message), Promise.resolve(true)),
    } as unknown as vscode.Webview;
    const show = new Shown(webview, fileAt(french), model, {
      before: () => told.push('before'),
      after: () => told.push('after'),
    });
    const waiting = show.update();
    show.dispose();
    answer!();
    await waiting;
    await show.switchTo(fileAt(chinese));
    assert.deepEqual([asked.length, told], [1, []]);
  });

  it('follows to another issue that comes to the front', async () => {
    await openFile(french);
    await openSideBySide();
    await shown('issue 12', ({ issue }) => issue.number === 12);
    await vscode.window.showTextDocument(fileAt('_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md'), {
      viewColumn: vscode.ViewColumn.One,
    });
    await shown('issue 11', ({ issue }) => issue.number === 11);
  });

  it('shows what is typed, and keeps the keys of all rows', async () => {
    const editor = await openFile(french);
    await openSideBySide();
    const before = await shown('French', ({ target }) => target.locale === 'fr');
    const at = editor.document.positionAt(editor.document.getText().indexOf('Le printemps'));
    await editor.edit((edit) => edit.insert(at, 'Zanzibar. '));
    const after = await shown('the new word', (state) =>
      rows(state).some(({ target }) => target.html.includes('Zanzibar. Le printemps')),
    );
    assert.deepEqual(
      rows(after).map(({ key }) => key),
      rows(before).map(({ key }) => key),
    );
    await undo();
    await shown('the old text', (state) => !rows(state).some(({ target }) => target.html.includes('Zanzibar')));
  });

  it('shows what is typed in the source', async () => {
    await openFile(french);
    await openSideBySide();
    await shown('French', ({ target }) => target.locale === 'fr');
    const source = await openFile(english);
    await source.edit((edit) =>
      edit.insert(source.document.positionAt(source.document.getText().indexOf('Spring is here')), 'Zanzibar. '),
    );
    await shown('the new word', (state) =>
      rows(state).some(({ source: cell }) => cell.html.includes('Zanzibar. Spring')),
    );
  });

  it('goes when its tab is closed, and comes again', async () => {
    await openFile(french);
    await openSideBySide();
    await shown('French', () => true);
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview);
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    await until('no panel', async () => ((await panelState()) === undefined ? true : undefined));
    await openFile(french);
    await openSideBySide();
    await shown('French', () => true);
  });

  it('stays calm when its translation is deleted, and says nothing that is gone', async () => {
    const copy = fileAt('_posts/2026-03-15-Lettre_du_Sentier_12_[DE].md');
    await vscode.workspace.fs.copy(fileAt(french), copy, { overwrite: true });
    try {
      await until('the copy is known', async () => {
        await openFile('_posts/2026-03-15-Lettre_du_Sentier_12_[DE].md');
        await openSideBySide();
        return ((await panelState()) as PanelState | undefined)?.target.label.includes('[DE]') ? true : undefined;
      });
    } finally {
      await vscode.workspace.fs.delete(copy);
    }
    await until('nothing shown of it', async () =>
      ((await panelState()) as PanelState | undefined)?.target.label.includes('[DE]') ? undefined : true,
    );
  });

  it('goes on with its translation when that is renamed', async () => {
    const [from, to] = [
      fileAt('_posts/2026-03-15-Lettre_du_Sentier_12_[IT].md'),
      fileAt('_posts/2026-03-16-Lettre_du_Sentier_12_[IT].md'),
    ];
    await vscode.workspace.fs.copy(fileAt(french), from, { overwrite: true });
    try {
      await until('the copy is shown', async () => {
        await openFile('_posts/2026-03-15-Lettre_du_Sentier_12_[IT].md');
        await openSideBySide();
        return ((await panelState()) as PanelState | undefined)?.target.label.includes('03-15') &&
          ((await panelState()) as PanelState).target.label.includes('[IT]')
          ? true
          : undefined;
      });
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to);
      assert.ok(await vscode.workspace.applyEdit(edit));
      await shown('the new name', ({ target }) => target.label.includes('2026-03-16') && target.label.includes('[IT]'));
    } finally {
      await vscode.workspace.fs.delete(to).then(undefined, () => vscode.workspace.fs.delete(from));
    }
  });

  it('does nothing on a file that is no issue', async () => {
    await openFile('README.md');
    await openSideBySide();
    assert.equal(await panelState(), undefined);
  });

  itNeedsCorpus('shows real issues, damaged ones too', async () => {
    const posts = await vscode.workspace.findFiles('dair-ai/**/*GPT-2_Explicado*');
    assert.equal(posts.length, 1);
    await vscode.window.showTextDocument(posts[0]!);
    await openSideBySide();
    const state = await shown(
      'Spanish of issue 5',
      ({ target, issue }) => target.locale === 'es' && issue.number === 5,
    );
    assert.ok(rows(state).length > 60);
  });
});
