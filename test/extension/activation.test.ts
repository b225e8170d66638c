// VS Code knows the extension, and starts it for Markdown.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, extensionId, itNeedsCorpus, openFile, until, workspaceFolder } from './support';

describe('activation', () => {
  after(closeAll);

  it('the extension is there', () => {
    assert.ok(vscode.extensions.getExtension(extensionId));
  });

  it('starts when a Markdown file is opened', async () => {
    await openFile(firstMarkdownFile());
    await until('the extension is active', () => vscode.extensions.getExtension(extensionId)?.isActive || undefined);
  });

  itNeedsCorpus('starts beside real newsletters', async () => {
    const { document } = await openFile('dair-ai/_posts/2020-03-22-NLP_Newsletter_8.md');
    assert.equal(document.languageId, 'markdown');
  });
});

function firstMarkdownFile(): string {
  const files = readdirSync(workspaceFolder().fsPath, { recursive: true, encoding: 'utf8' });
  const file = files.sort().find((name) => name.endsWith('.md'));
  assert.ok(file, 'the samples hold a Markdown file');
  return file;
}
