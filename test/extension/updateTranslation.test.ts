// Updating a translation: what its source gained comes in as one step, and is shown.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './scratch';
import {
  applyAction,
  checkOf,
  closeAll,
  codeActionsAt,
  currentDiagnostics,
  fileAt,
  openFile,
  undo,
  until,
} from './support';

const kind = vscode.CodeActionKind.Source.append('facingPages.update');
const added =
  '# Weather Report ☔\n\nThe rain of last week has washed the lower path away; walkers take the [upper one](https://weather.example/upper) until May.\n\n# Tools and Data';

const update = (uri?: vscode.Uri) => vscode.commands.executeCommand<boolean>('facingPages.updateTranslation', uri);

/** Writes a section into the source that no translation has, without saving it. */
async function growSource(): Promise<void> {
  const { document } = await openFile(sample.source);
  const at = document.positionAt(document.getText().indexOf('# Tools and Data'));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(at, at.translate(0, '# Tools and Data'.length)), added);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('an updated translation', () => {
  afterEach(closeAll);

  it('has the source’s new section before the next one, shows it, and is as before after one undo', async () => {
    await growSource();
    const { document } = await openFile(sample.french);
    const before = document.getText();
    assert.equal(await update(), true);
    const after = document.getText();
    assert.ok(
      after.indexOf('# Weather Report ☔') > 0 && after.indexOf('# Weather Report ☔') < after.indexOf('# Outils'),
      after,
    );
    assert.ok(after.includes('https://weather.example/upper'));
    const { active } = vscode.window.activeTextEditor!.selection;
    assert.ok(active.line > 0 && !before.includes(document.lineAt(active.line).text));
    await undo();
    assert.equal(document.getText(), before);
  });

  it('names its source by fingerprints if one wants that, and then what lags behind is told without Git', async () => {
    const settings = vscode.workspace.getConfiguration('facingPages');
    const { document } = await openFile(sample.french);
    await settings.update('sourceMarks', true, vscode.ConfigurationTarget.Workspace);
    try {
      await growSource();
      assert.equal(await update(document.uri), true);
      assert.match(document.getText(), /^---\n# facing-pages: source(?: [0-9a-z]{5})+\n/);
      assert.ok(vscode.window.activeTextEditor!.selection.active.line > 10, 'what came in is shown, and not the mark');
      const { document: source } = await openFile(sample.source);
      const text = source.getText();
      const edit = new vscode.WorkspaceEdit();
      for (const [before, after] of [
        ['in 14 towns went out', 'in fifteen towns went out'],
        ['kept a [diary]', 'kept a secret [diary]'],
      ] as const) {
        const at = text.indexOf(before);
        edit.replace(source.uri, new vscode.Range(source.positionAt(at), source.positionAt(at + before.length)), after);
      }
      await vscode.workspace.applyEdit(edit);
      await openFile(sample.french);
      const told = await until('exactly two units', () => {
        const stale = currentDiagnostics(document.uri).filter((one) => checkOf(one) === 'stale-unit');
        return stale.length === 2 ? stale : undefined;
      });
      assert.deepEqual(
        told.map(({ range }) => /14 villes|un \[journal\]/.exec(document.getText(range))?.[0]),
        ['14 villes', 'un [journal]'],
      );
    } finally {
      await settings.update('sourceMarks', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is offered among the source actions where something is missing', async () => {
    await growSource();
    const { document } = await openFile(sample.french);
    const [action] = await codeActionsAt(document.uri, new vscode.Range(0, 0, 0, 0), kind, {
      title: /^Update from the source/,
    });
    await applyAction(action!);
    await until('the section', () => (document.getText().includes('Weather Report') ? true : undefined), 5000);
  });

  it('does nothing to a file that is no issue', async () => {
    assert.equal(await update(fileAt('README.md')), false);
  });
});
