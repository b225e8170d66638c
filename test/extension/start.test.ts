// “Start Translation…”, and the rows of the view “Issues”.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { sample, textOf } from './scratch';
import { closeAll, extensionApi, fileAt, openFile, panelState, undo, until, workspaceFolder } from './support';

const source = '_posts/2026-02-08-Footpath_Letter_11.md';

interface Row {
  readonly number: number | undefined;
  readonly uri: vscode.Uri;
  readonly languages: readonly { readonly kind: string; readonly locale: string; readonly uri: vscode.Uri }[];
}

/** The row of the sample issue 11. */
async function row(): Promise<Row> {
  const rows = await ((await extensionApi()) as { issueRows: () => Promise<readonly Row[]> }).issueRows();
  return rows.find(({ uri }) => uri.toString() === fileAt(source).toString())!;
}

const languages = async (): Promise<string[]> =>
  (await row()).languages.map(({ kind, locale }) => (kind === 'missing' ? `(${locale})` : locale));

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

describe('starting a translation', () => {
  let started: vscode.Uri | undefined;

  afterEach(async () => {
    await closeAll();
    if (started && (await isThere(started))) await vscode.workspace.fs.delete(started);
    started = undefined;
  });

  it('makes the file where the language’s others are, opens it and the panel, and shows in the view', async () => {
    await openFile(sample.french);
    await vscode.commands.executeCommand('facingPages.issues.focus');
    await until('the language not started', async () => ((await languages()).includes('(zh)') ? true : undefined));

    started = await vscode.commands.executeCommand<vscode.Uri>(
      'facingPages.startTranslation',
      (await row()).languages.find(({ locale }) => locale === 'zh'),
    );
    assert.match(started.path, /\/_posts\/\d{4}-\d{2}-\d{2}-Footpath_Letter_11\[ZH\]\.md$/);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), started.toString());
    assert.equal(document.isDirty, false);
    assert.match(document.getText(), /^title: .*\[ZH\]/m);
    const state = await until('the panel', async () => (await panelState()) as { target: { id: string } } | undefined);
    await until('the panel to show the new translation', () =>
      state.target.id === started!.toString() ? true : undefined,
    );
    await until('the language in the view', async () => ((await languages()).includes('zh') ? true : undefined));
    assert.deepEqual((await languages()).sort().slice(-2), ['fr', 'zh']);
  });

  it('is not begun beside what is in no folder yet', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content:
        '---\ntitle: Newsletter 14\nlang: en\n---\n\n# News\n\nHello there, this is the newsletter of the week.\n',
    });
    await vscode.window.showTextDocument(untitled);
    const tabs = (): number => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    const before = tabs();
    assert.equal(await vscode.commands.executeCommand('facingPages.startTranslation', undefined, 'fr'), undefined);
    const answer = Promise.resolve(vscode.commands.executeCommand<vscode.Uri | undefined>('facingPages.newIssue'));
    await wait(1500); // it asks for the day, or after which issue
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await answer, undefined);
    assert.equal(tabs(), before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is taken back as a whole', async () => {
    started = await vscode.commands.executeCommand<vscode.Uri>('facingPages.startTranslation', fileAt(source), 'zh');
    assert.ok(await isThere(started));
    await undo();
    const gone = started;
    await until('the file to be gone', async () => ((await isThere(gone)) ? undefined : true), 5000);
  });

  it('opens what is there already, and changes nothing', async () => {
    const before = await textOf(sample.french);
    const opened = await vscode.commands.executeCommand<vscode.Uri>(
      'facingPages.startTranslation',
      fileAt(sample.source),
      'fr',
    );
    assert.equal(opened.toString(), fileAt(sample.french).toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), opened.toString());
    assert.equal(await textOf(sample.french), before);
  });

  it('makes nothing of a file that is no issue', async () => {
    assert.equal(
      await vscode.commands.executeCommand('facingPages.startTranslation', fileAt('README.md'), 'fr'),
      undefined,
    );
    const files = await vscode.workspace.fs.readDirectory(workspaceFolder());
    assert.deepEqual(
      files.filter(([name]) => /README\..*\.md/.test(name)),
      [],
    );
  });

  it('asks for the language, and does nothing where none is picked', async () => {
    const folder = fileAt('_posts');
    const before = await vscode.workspace.fs.readDirectory(folder);
    let isAnswered = false;
    const answer = vscode.commands.executeCommand<vscode.Uri | undefined>(
      'facingPages.startTranslation',
      fileAt(source),
    );
    void answer.then(() => (isAnswered = true));
    await wait(1500);
    assert.equal(isAnswered, false);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await answer, undefined);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), before);
  });
});
