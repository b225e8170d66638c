// The light bulb and “fix all”: what they change, and that undo brings back every character.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { removeScratch, sample, scratchFile, spanish, textOf } from './scratch';
import {
  applyAction,
  checkOf,
  closeAll,
  codeActionsAt,
  currentDiagnostics,
  diagnosticsOf,
  itNeedsCorpus,
  openFile,
  undo,
  until,
} from './support';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;

describe('fixes', () => {
  afterEach(async () => {
    await closeAll();
    removeScratch();
  });

  it('bring a lost link back, for good and in one step of undo', async () => {
    const { document } = await openFile(sample.french);
    const before = document.getText();
    const { action, problem } = await preferredFix(document, 'link-missing');
    await applyAction(action);
    assert.match(document.getText(), /\]\(https:\/\/benches\.example\/report\.pdf\)/);
    await until(
      'the problem is gone',
      () => !currentDiagnostics(document.uri).some(({ message }) => message === problem.message) || undefined,
    );
    await undo();
    assert.equal(document.getText(), before);
    await until(
      'the problem is back',
      () => currentDiagnostics(document.uri).some(({ message }) => message === problem.message) || undefined,
    );
  });

  it('put a missing item where it belongs', async () => {
    const { document } = await openFile(sample.arabic);
    const before = document.getText();
    const { action } = await preferredFix(document, 'missing-item');
    await applyAction(action);
    const text = document.getText();
    const at = text.indexOf('Ask the Path');
    assert.ok(at > 0);
    assert.ok(text.indexOf('https://', at) > at);
    assert.equal(text.length - before.length, insertedLength(before, text), 'nothing else has changed');
    await undo();
    assert.equal(document.getText(), before);
  });

  it('keep Windows line endings', async () => {
    const windows = (await textOf(sample.french)).replace(/\r?\n/g, '\r\n');
    const file = scratchFile('2026-03-15-Lettre_du_Sentier_12_[FR].md', windows);
    const { document } = await openFile(file);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const { action } = await preferredFix(document, 'image-missing');
    await applyAction(action);
    assert.match(document.getText(), /ferry\.svg/);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
    assert.ok(await document.save());
    const saved = readFileSync(document.uri.fsPath, 'utf8');
    assert.doesNotMatch(saved, /[^\r]\n/);
    assert.equal(saved, document.getText());
    await undo();
    assert.equal(document.getText(), windows);
  });

  it('keep a byte order mark', async () => {
    const text = await textOf(sample.french);
    const file = scratchFile('2026-03-15-Lettre_du_Sentier_12_[FR].md', `\ufeff${text}`);
    const { document } = await openFile(file);
    const { action, problem } = await preferredFix(document, 'link-missing');
    assert.match(document.getText(problem.range.with(undefined, document.lineAt(problem.range.end).range.end)), /\S/);
    await applyAction(action);
    assert.ok(await document.save());
    const saved = readFileSync(document.uri.fsPath, 'utf8');
    assert.ok(saved.startsWith('\ufeff---'));
    assert.match(saved, /\]\(https:\/\/benches\.example\/report\.pdf\)/);
  });

  it('fix all: one edit with what is safe, and nothing else', async () => {
    const { document } = await openFile(sample.chinese);
    await diagnosticsOf(document.uri);
    const before = document.getText();
    const [action] = await codeActionsAt(document.uri, new vscode.Range(0, 0, 0, 0), SourceFixAll);
    assert.ok(action);
    assert.ok(SourceFixAll.contains(action.kind!));
    await applyAction(action);
    const after = document.getText();
    assert.notEqual(after, before);
    assert.doesNotMatch(after, /\] \(https?:/, 'the broken link is whole');
    assert.match(after, /3、Learning and Meeting/, 'words are left to people');
    await until('nothing safe is left', async () => {
      const rest = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        SourceFixAll.value,
      );
      return rest.length === 0 || undefined;
    });
    await undo();
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('facingPages.fixAll');
    assert.equal(document.getText(), after, 'the command does the same');
    await undo();
    assert.equal(document.getText(), before);
  });

  it('fix all: when a file is saved, if the settings ask for it', async () => {
    const file = scratchFile('2026-03-11-Footpath_Letter_12[ZH].md', await textOf(sample.chinese));
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await openFile(file);
      await diagnosticsOf(document.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      await until('saving has fixed it', async () => {
        await document.save();
        return /\] \(https?:/.test(document.getText()) ? undefined : true;
      });
      assert.match(readFileSync(document.uri.fsPath, 'utf8'), /3、Learning and Meeting/);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('count in the text as it is now', async () => {
    const { document } = await openFile(sample.french);
    const { problem } = await preferredFix(document, 'link-missing');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n\n');
    await vscode.workspace.applyEdit(edit);
    const back = new vscode.WorkspaceEdit();
    back.delete(document.uri, new vscode.Range(0, 0, 2, 0));
    back.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nUne phrase de plus.\n');
    await vscode.workspace.applyEdit(back);
    const [action] = await codeActionsAt(document.uri, problem.range, QuickFix, { title: /link/i });
    await applyAction(action!);
    assert.match(document.getText(), /\[[^\][]*\]\(https:\/\/benches\.example\/report\.pdf\)/);
  });

  itNeedsCorpus('repair a damaged file exactly', async () => {
    const whole = await textOf(spanish.target);
    const { document } = await openFile(spanish.seed);
    const damaged = document.getText();
    const [problem] = (await diagnosticsOf(document.uri)).filter((one) => checkOf(one) === 'encoding-damage');
    assert.ok(problem);
    const actions = await codeActionsAt(document.uri, problem.range.with({ end: problem.range.start }), QuickFix, {
      title: /^Repair/,
    });
    assert.equal(actions.length, 1);
    assert.ok(actions[0]!.isPreferred);
    await applyAction(actions[0]!);
    assert.equal(document.getText(), whole);
    await undo();
    assert.equal(document.getText(), damaged);
  });
});

/** The preferred fix of the first problem of a check, as the light bulb offers it. */
async function preferredFix(
  document: vscode.TextDocument,
  check: string,
): Promise<{ action: vscode.CodeAction; problem: vscode.Diagnostic }> {
  const problem = await until(`a problem of ${check}`, async () =>
    (await diagnosticsOf(document.uri)).find((one) => checkOf(one) === check),
  );
  const actions = await codeActionsAt(document.uri, problem.range, QuickFix);
  const action = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(action, `a preferred fix among ${actions.map(({ title }) => title).join(', ')}`);
  return { action, problem };
}

/** Length of what stands in `after` between the beginning and the end that it has in common with `before`. */
function insertedLength(before: string, after: string): number {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return after.length - start - end;
}
