// Beginning the next issue: the file, the cursor, undo.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './scratch';
import { closeAll, fileAt, openFile, undo, until } from './support';

const made = '_posts/2026-04-05-Footpath_Letter_13.md';

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

const newIssue = (...args: readonly unknown[]) =>
  vscode.commands.executeCommand<vscode.Uri | undefined>('facingPages.newIssue', ...args);

describe('a new issue', () => {
  afterEach(async () => {
    await closeAll();
    if (await isThere(fileAt(made))) await vscode.workspace.fs.delete(fileAt(made));
  });

  it('is named as the others are, and opens with the cursor where its title goes on', async () => {
    const uri = await newIssue(fileAt(sample.french), '2026-04-05');
    assert.equal(uri?.toString(), fileAt(made).toString());
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uri.toString());
    assert.equal(editor.document.isDirty, false);
    const { text } = editor.document.lineAt(editor.selection.active.line);
    assert.equal(
      `${text.slice(0, editor.selection.active.character)}|${text.slice(editor.selection.active.character)}`,
      'title: "Footpath Letter #13 [EN]: |"',
    );
  });

  it('is taken back as a whole', async () => {
    const uri = await newIssue(fileAt(sample.source), '2026-04-05');
    assert.ok(await isThere(uri!));
    await undo();
    await until('the file to be gone', async () => ((await isThere(fileAt(made))) ? undefined : true), 5000);
  });

  it('overwrites nothing', async () => {
    // A name of its own: of a file that undo took back, VS Code keeps the text for a while.
    const there = fileAt('_posts/2026-05-03-Footpath_Letter_13.md');
    await vscode.workspace.fs.writeFile(there, new TextEncoder().encode('mine'));
    try {
      const uri = await newIssue(fileAt(sample.source), '2026-05-03');
      assert.equal(uri?.toString(), there.toString());
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), there.toString());
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(there)), 'mine');
    } finally {
      await vscode.workspace.fs.delete(there);
    }
  });

  it('asks for the day, and does nothing where none is given', async () => {
    await openFile(sample.source);
    const before = await vscode.workspace.fs.readDirectory(fileAt('_posts'));
    const answer = newIssue();
    const asked = await Promise.race([
      Promise.resolve(answer).then(() => 'answered'),
      new Promise((resolve) => setTimeout(() => resolve('asked'), 1500)),
    ]);
    assert.equal(asked, 'asked');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await answer, undefined);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(fileAt('_posts')), before);
  });
});
