// “This is intended”, and the project's settings file.
import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { removeScratch, sample } from './scratch';
import {
  applyAction,
  checkOf,
  closeAll,
  codeActionsAt,
  currentDiagnostics,
  diagnosticsOf,
  fileAt,
  openFile,
  undo,
  until,
} from './support';

const settingsFile = '.facing-pages.json';
const { QuickFix } = vscode.CodeActionKind;

describe('what is intended', () => {
  afterEach(async () => {
    await closeAll();
    removeScratch();
    rmSync(fileAt(settingsFile).fsPath, { force: true });
    await until('no settings file is left', () => !existsSync(fileAt(settingsFile).fsPath) || undefined);
  });

  it('is ignored here, in one step of undo', async () => {
    const { document } = await openFile(sample.french);
    const before = document.getText();
    const problem = await problemOf(document, 'link-missing');
    const action = await intendedAction(document, problem, /ignore link-missing here/);
    assert.notEqual(action.isPreferred, true);
    await applyAction(action);
    assert.match(document.getText(), /<!-- facing-pages: ignore link-missing.* -->/);
    await gone(document, problem);
    assert.deepEqual(
      currentDiagnostics(document.uri).filter((one) => checkOf(one) === 'ignore-unused'),
      [],
    );
    await undo();
    assert.equal(document.getText(), before);
    await problemOf(document, 'link-missing');
  });

  it('is ignored in a whole file', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    await applyAction(await intendedAction(document, problem, /ignore link-missing in this file/));
    assert.match(document.getText(), /^---\r?\n# facing-pages: ignore-file link-missing\r?\n/);
    await until(
      'no link is missing',
      () => !currentDiagnostics(document.uri).some((one) => checkOf(one) === 'link-missing') || undefined,
    );
  });

  it('is ignored everywhere, which makes the settings file', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    await applyAction(await intendedAction(document, problem, /ignore link-missing everywhere/));
    const made = await until('there is a settings file', async () =>
      existsSync(fileAt(settingsFile).fsPath) ? vscode.workspace.openTextDocument(fileAt(settingsFile)) : undefined,
    );
    assert.equal(made.languageId, 'jsonc');
    assert.deepEqual(JSON.parse(made.getText()), { severity: { 'link-missing': 'off' } });
    await gone(document, problem);
    const other = await problemOf(document, 'image-missing');
    await applyAction(await intendedAction(document, other, /ignore image-missing everywhere/));
    assert.deepEqual(JSON.parse(made.getText()), { severity: { 'link-missing': 'off', 'image-missing': 'off' } });
    await gone(document, other);
  });

  it('is not ignored by writing into a settings file that somebody has made meanwhile', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    const action = await intendedAction(document, problem, /ignore link-missing everywhere/);
    const theirs = new TextEncoder().encode('{ "sourceLocale": "en" }\n');
    await vscode.workspace.fs.writeFile(fileAt(settingsFile), theirs);
    assert.equal(
      await vscode.workspace.applyEdit(action.edit!).then(
        (done) => done,
        () => false,
      ),
      false,
    );
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(fileAt(settingsFile))), Buffer.from(theirs));
    // A document that VS Code has open follows the file when its watcher reports it, which takes a moment.
    const settings = await vscode.workspace.openTextDocument(fileAt(settingsFile));
    await until(
      'the document says what the file says',
      () => settings.getText() === new TextDecoder().decode(theirs) || undefined,
    );
    assert.equal(settings.isDirty, false);
  });

  it('comes behind what mends', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    await intendedAction(document, problem, /here/);
    const actions = await codeActionsAt(document.uri, problem.range, QuickFix);
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.findIndex((title) => title.startsWith('This is intended')) >
        titles.findIndex((title) => /link/.test(title) && !title.startsWith('This is intended')),
      titles.join('\n'),
    );
  });

  it('is told to be of no use any more', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '# facing-pages: ignore-file encoding-damage\n');
    await vscode.workspace.applyEdit(edit);
    const problem = await problemOf(document, 'ignore-unused');
    const [action] = await codeActionsAt(document.uri, problem.range, QuickFix, { title: 'Take the comment away' });
    await applyAction(action!);
    assert.doesNotMatch(document.getText(), /facing-pages/);
  });
});

describe('the settings file', () => {
  afterEach(async () => {
    await closeAll();
    rmSync(fileAt(settingsFile).fsPath, { force: true });
  });

  it('holds as soon as it is written, and no longer than it is there', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    writeFileSync(fileAt(settingsFile).fsPath, '{ "severity": { "link-missing": "error" } }');
    await until(
      'links are grave',
      () =>
        currentDiagnostics(document.uri).some(
          (one) => checkOf(one) === 'link-missing' && one.severity === vscode.DiagnosticSeverity.Error,
        ) || undefined,
    );
    writeFileSync(fileAt(settingsFile).fsPath, '{ "locales": { "fr": { "severity": { "link-missing": "off" } } } }');
    await gone(document, problem);
    rmSync(fileAt(settingsFile).fsPath);
    await problemOf(document, 'link-missing');
  });

  it('holds while it is being edited, and yields to the person’s own settings', async () => {
    const { document } = await openFile(sample.french);
    const problem = await problemOf(document, 'link-missing');
    writeFileSync(fileAt(settingsFile).fsPath, '{ "severity": {} }');
    const file = await vscode.workspace.openTextDocument(fileAt(settingsFile));
    await vscode.window.showTextDocument(file, { preview: false });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file.uri, new vscode.Position(0, '{ "severity": {'.length), ' "link-missing": "off" ');
    await vscode.workspace.applyEdit(edit);
    await gone(document, problem);
    const configuration = vscode.workspace.getConfiguration('facingPages');
    await configuration.update('checks.severity', { 'link-missing': 'hint' }, vscode.ConfigurationTarget.Workspace);
    try {
      await until(
        'the own setting counts',
        () =>
          currentDiagnostics(document.uri).some(
            (one) => checkOf(one) === 'link-missing' && one.severity === vscode.DiagnosticSeverity.Hint,
          ) || undefined,
      );
    } finally {
      await configuration.update('checks.severity', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is told what is wrong in it', async () => {
    writeFileSync(fileAt(settingsFile).fsPath, '{\n  "severity": { "link-mising": "off" }\n}\n');
    await openFile(sample.french);
    const [problem] = await diagnosticsOf(fileAt(settingsFile));
    assert.equal(problem!.message, 'There is no check “link-mising”. Do you mean “link-missing”?');
    assert.equal(problem!.range.start.line, 1);
    writeFileSync(fileAt(settingsFile).fsPath, '{\n  "severity": { "link-missing": "off" }\n}\n');
    await until('all is well', () => currentDiagnostics(fileAt(settingsFile)).length === 0 || undefined);
  });
});

async function problemOf(document: vscode.TextDocument, check: string): Promise<vscode.Diagnostic> {
  return until(`${check} is found`, () => currentDiagnostics(document.uri).find((one) => checkOf(one) === check));
}

async function gone(document: vscode.TextDocument, problem: vscode.Diagnostic): Promise<void> {
  await until(
    `“${problem.message}” is gone`,
    () => !currentDiagnostics(document.uri).some(({ message }) => message === problem.message) || undefined,
  );
}

async function intendedAction(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  title: RegExp,
): Promise<vscode.CodeAction> {
  const [action] = await codeActionsAt(document.uri, problem.range, QuickFix, { title });
  return action!;
}
