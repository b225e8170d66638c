// Files that come, go and change their names while they are open.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { removeScratch, sample, scratchFile, textOf } from './scratch';
import {
  checkOf,
  closeAll,
  codeActionsAt,
  currentDiagnostics,
  diagnosticsOf,
  fileAt,
  openFile,
  until,
} from './support';

/** An issue of its own, so that what happens to it happens to no sample. */
const english = (number: number): string =>
  `---\ntitle: "Harbour Newsletter #${number}: Buoys and Bells"\nlang: en\n---\n\n# Buoys\n\nThe [new buoy](https://harbour.example/buoy-${number}) is red, and seals sleep on it.\n\n# Bells\n\nThe [bell](https://harbour.example/bell-${number}) rings at noon.\n`;
const german = (number: number): string =>
  `---\ntitle: "Hafen-Newsletter #${number}: Bojen und Glocken"\nlang: de\n---\n\n# Bojen\n\nDie [neue Boje](https://harbour.example/buoy-${number}) ist rot, und Robben schlafen darauf.\n\n# Glocken\n\nDie Glocke läutet am Mittag.\n`;

describe('files', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): number => unhandled.push(error);

  before(() => void process.on('unhandledRejection', note));
  after(() => void process.off('unhandledRejection', note));
  afterEach(async () => {
    await closeAll();
    removeScratch();
    assert.deepEqual(unhandled.splice(0), []);
  });

  it('a source that comes later is found, and one that goes is missed', async () => {
    const target = scratchFile('de/hafen-71.md', german(71));
    const { document } = await openFile(target);
    await problem(document, 'source-not-found');
    const source = scratchFile('harbour-71.md', english(71));
    await problem(document, 'link-missing');
    rmSync(fileAt(source).fsPath);
    await problem(document, 'source-not-found');
  });

  it('a source that changes on disk is read again', async () => {
    const source = scratchFile('harbour-72.md', english(72));
    const { document } = await openFile(scratchFile('hafen-72.md', german(72)));
    await problem(document, 'link-missing');
    writeFileSync(fileAt(source).fsPath, english(72).replace(/\[bell\]\([^)]*\)/, 'bell'));
    await until('the link is missed no more', () => !has(document, 'link-missing') || undefined);
  });

  it('a file that is deleted while it is open has no problems any more', async () => {
    scratchFile('harbour-73.md', english(73));
    const target = scratchFile('hafen-73.md', german(73));
    const { document } = await openFile(target);
    await problem(document, 'link-missing');
    rmSync(fileAt(target).fsPath);
    await until('no problems', () => currentDiagnostics(document.uri).length === 0 || undefined);
    writeFileSync(fileAt(target).fsPath, german(73));
    await problem(document, 'link-missing');
  });

  it('a file that is renamed while it is open takes its problems with it', async () => {
    scratchFile('harbour-74.md', english(74));
    const target = scratchFile('hafen-74.md', german(74));
    const { document } = await openFile(target);
    await problem(document, 'link-missing');
    const renamed = fileAt('_scratch/hafen-74-neu.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileAt(target), renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await diagnosticsOf(renamed);
    await until('the old name has no problems', () => currentDiagnostics(document.uri).length === 0 || undefined);
  });

  it('a folder that is renamed or deleted on disk takes its posts with it', async () => {
    scratchFile('first/harbour-75.md', english(75));
    const { document } = await openFile(scratchFile('hafen-75.md', german(75)));
    await problem(document, 'link-missing');
    rmSync(fileAt('_scratch/first').fsPath, { recursive: true });
    await problem(document, 'source-not-found');
    mkdirSync(fileAt('_scratch/third').fsPath);
    writeFileSync(fileAt('_scratch/third/harbour-75.md').fsPath, english(75));
    await problem(document, 'link-missing');
    renameSync(fileAt('_scratch/third').fsPath, fileAt('_scratch/fourth').fsPath);
    await problem(document, 'source-not-found');
  });

  it('what was typed and not saved counts until the file is closed', async () => {
    const source = scratchFile('harbour-76.md', english(76));
    const { document } = await openFile(scratchFile('hafen-76.md', german(76)));
    await problem(document, 'link-missing');
    const opened = await openFile(source);
    const at = opened.document.getText().indexOf('[bell]');
    await opened.edit((edit) =>
      edit.replace(
        new vscode.Range(opened.document.positionAt(at), opened.document.positionAt(at + 999)),
        'bell rings at noon.\n',
      ),
    );
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await until('the link is missed no more', () => !has(document, 'link-missing') || undefined);
    await vscode.window.showTextDocument(opened.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problem(document, 'link-missing');
  });

  it('two translations of one issue into one language are both checked', async () => {
    scratchFile('harbour-77.md', english(77));
    const uris = [scratchFile('hafen-77.md', german(77)), scratchFile('hafen-77-kopie.md', german(77))].map(fileAt);
    for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
    for (const uri of uris) await problem(await vscode.workspace.openTextDocument(uri), 'link-missing');
  });

  it('a file outside the workspace is paired with those beside it, and with no others', async () => {
    const folder = path.join(path.dirname(fileAt('').fsPath), 'outside');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(path.join(folder, 'harbour-78.md'), english(78));
      writeFileSync(path.join(folder, 'hafen-78.md'), german(78));
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path.join(folder, 'hafen-78.md')));
      await vscode.window.showTextDocument(document);
      const { relatedInformation } = await problem(document, 'link-missing');
      assert.match(relatedInformation![0]!.location.uri.path, /\/outside\/harbour-78\.md$/);
    } finally {
      await closeAll();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('what the settings hide is not paired', async () => {
    const files = vscode.workspace.getConfiguration('files');
    scratchFile('hidden/harbour-80.md', english(80));
    const { document } = await openFile(scratchFile('hafen-80.md', german(80)));
    await problem(document, 'link-missing'); // so nothing is still to be said of the new file, which would bring it back
    await files.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('facingPages.readAgain');
      await problem(document, 'source-not-found');
      scratchFile('hidden/harbour-80-again.md', english(80));
      await wait(2500); // it is told of at once, and looked for a moment later
      assert.deepEqual(
        currentDiagnostics(document.uri).map(checkOf),
        ['source-not-found'],
        'a hidden file that comes later',
      );
      await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('facingPages.readAgain');
      await problem(document, 'link-missing');
    } finally {
      await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('a text that has no file yet is checked by itself', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\ntitle: "Harbour Newsletter #79"\nlang: en\n---\n\nRead [this] (https://harbour.example/79).\n',
    });
    await vscode.window.showTextDocument(document);
    const { range } = await problem(document, 'broken-link-syntax');
    const actions = await codeActionsAt(document.uri, range, vscode.CodeActionKind.QuickFix);
    assert.ok(actions.length > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('old versions that git shows are not checked', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('facing-old', {
      provideTextDocumentContent: () => german(71),
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('facing-old:/hafen-71.md'));
    await vscode.window.showTextDocument(document);
    await wait(1200);
    assert.deepEqual(currentDiagnostics(document.uri), []);
    provider.dispose();
  });

  it('“Go to Counterpart” goes there and back', async () => {
    const editor = await openFile(sample.french);
    await diagnosticsOf(editor.document.uri);
    const line = (await textOf(sample.french)).split('\n').findIndex((text) => text.includes('bench.svg'));
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await vscode.commands.executeCommand('facingPages.goToCounterpart');
    const there = vscode.window.activeTextEditor;
    assert.equal(there?.document.uri.toString(), fileAt(sample.source).toString());
    assert.match(there.document.lineAt(there.selection.active).text, /bench\.svg/);
    await vscode.commands.executeCommand('facingPages.goToCounterpart');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileAt(sample.french).toString());
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, line);
  });
});

function has(document: vscode.TextDocument, check: string): boolean {
  return currentDiagnostics(document.uri).some((one) => checkOf(one) === check);
}

/** The first problem of a check, as soon as there is one. */
function problem(document: vscode.TextDocument, check: string): Promise<vscode.Diagnostic> {
  return until(`a problem of ${check}`, () => currentDiagnostics(document.uri).find((one) => checkOf(one) === check));
}
