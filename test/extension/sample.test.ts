// The sample that the walkthrough is tried on.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkOf, closeAll, diagnosticsOf, until } from './support';

describe('the sample of the walkthrough', () => {
  afterEach(closeAll);

  it('is opened outside the workspace, paired, with something to mend in it', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('facingPages.openSample');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.equal(vscode.workspace.getWorkspaceFolder(uri), undefined);
    const found = await diagnosticsOf(uri, { atLeast: 3 });
    assert.deepEqual(found.map(checkOf).sort(), ['broken-link-syntax', 'missing-item', 'untranslated-title']);
  });

  it('is mended as the walkthrough says; opened again, there is a fresh one, and what somebody saved or wrote is left alone', async () => {
    const open = (): Thenable<vscode.Uri> => vscode.commands.executeCommand<vscode.Uri>('facingPages.openSample');
    const uri = await open();
    await diagnosticsOf(uri, { atLeast: 3 });
    const { document } = vscode.window.activeTextEditor!;
    await vscode.commands.executeCommand('facingPages.fixAll');
    await until('the link mended', () =>
      document.getText().includes('[règlement](https://harbour.example/rules)') ? true : undefined,
    );
    await document.save();
    const second = await open();
    assert.match(
      (await vscode.workspace.openTextDocument(second)).getText(),
      /\[règlement\] \(https:\/\/harbour\.example\/rules\)/,
    );
    await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(5, 0), 'Mine. '));
    const third = await open();
    assert.equal(new Set([uri, second, third].map(String)).size, 3);
    assert.match(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
      /\[règlement\]\(https:\/\/harbour\.example\/rules\)/,
    );
    assert.match((await vscode.workspace.openTextDocument(second)).getText(), /Mine\. /);
    assert.doesNotMatch((await vscode.workspace.openTextDocument(third)).getText(), /Mine/);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(second));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
