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

  it('is mended as the walkthrough says, and fresh when it is opened again', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('facingPages.openSample');
    await diagnosticsOf(uri, { atLeast: 3 });
    const { document } = vscode.window.activeTextEditor!;
    await vscode.commands.executeCommand('facingPages.fixAll');
    await until('the link mended', () => (document.getText().includes('[règlement](https://harbour.example/rules)') ? true : undefined));
    await document.save();
    await vscode.commands.executeCommand('facingPages.openSample');
    await until('a fresh copy', () => (document.getText().includes('[règlement] (https://harbour.example/rules)') ? true : undefined));
  });
});
