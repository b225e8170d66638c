// The commands that package.json promises are there once the extension runs, and no others of its name.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './scratch';
import { closeAll, diagnosticsOf, extensionId, openFile } from './support';

describe('commands', () => {
  after(closeAll);

  it('are those that the manifest names', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = (await vscode.commands.getCommands(true)).filter((command) =>
      command.startsWith('facingPages.'),
    );
    const views = /\.(?:open|focus|resetViewLocation|removeView|toggleVisibility)$/; // VS Code's own, for views
    assert.deepEqual(
      registered.filter((command) => !views.test(command)).sort(),
      manifest.contributes.commands.map(({ command }) => command).sort(),
    );
  });

  it('do nothing, quietly, where there is no issue', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Words.' });
    await vscode.window.showTextDocument(document);
    for (const command of ['facingPages.fixAll', 'facingPages.goToCounterpart', 'facingPages.stopReading'])
      await vscode.commands.executeCommand(command);
    assert.equal(document.getText(), 'Words.');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
