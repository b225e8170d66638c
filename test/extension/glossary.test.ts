// The project's glossary: adding a term from a selection, and what a hover says of it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './scratch';
import { closeAll, fileAt, openFile, undo, until } from './support';

const settings = '.facing-pages.json';

async function isThere(): Promise<boolean> {
  return vscode.workspace.fs.stat(fileAt(settings)).then(
    () => true,
    () => false,
  );
}

async function glossary(): Promise<unknown> {
  return (
    JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileAt(settings)))) as { glossary: unknown }
  ).glossary;
}

async function select(file: string, words: string): Promise<vscode.TextEditor> {
  const editor = await openFile(file);
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  editor.selection = new vscode.Selection(
    editor.document.positionAt(start),
    editor.document.positionAt(start + words.length),
  );
  return editor;
}

async function hoverAt({ document, selection }: vscode.TextEditor): Promise<string | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    selection.start,
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .find((part) => part.includes('(glossary)'));
  return text?.replaceAll('&nbsp;', ' ');
}

describe('the glossary', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('facingPages')
      .update('glossary.hover', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
    if (await isThere()) await vscode.workspace.fs.delete(fileAt(settings));
  });

  it('gets words of a translation with what the source has for them, and a hover says so in both texts', async () => {
    await select(sample.french, 'bancs');
    const added = await vscode.commands.executeCommand('facingPages.addToGlossary', 'bench');
    assert.deepEqual(added, { term: 'bench', locale: 'fr', rendering: 'bancs' });
    assert.deepEqual(await glossary(), [{ term: 'bench', translations: { fr: ['bancs'] } }]);
    const inSource = await select(sample.source, 'bench is easy');
    assert.match(await until('the hover', () => hoverAt(inSource)), /\*\*bench\*\* \(glossary\)[\s\S]*French\\: bancs/);
    const inFrench = await select(sample.french, 'bancs inscrits');
    assert.match(await until('the hover', () => hoverAt(inFrench)), /\*\*bench\*\*/);
    await vscode.workspace
      .getConfiguration('facingPages')
      .update('glossary.hover', false, vscode.ConfigurationTarget.Global);
    assert.equal(await hoverAt(inFrench), undefined);
  });

  it('gets words of a source; the same words are to stay as they are', async () => {
    await openFile(sample.french);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(fileAt(sample.source)),
      vscode.ViewColumn.Beside,
    );
    const editor = await select(sample.source, 'Velmora');
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(fileAt(sample.french)),
      vscode.ViewColumn.Two,
    );
    await vscode.window
      .showTextDocument(editor.document, vscode.ViewColumn.One, false)
      .then((shown) => (shown.selection = editor.selection));
    assert.deepEqual(await vscode.commands.executeCommand('facingPages.addToGlossary', 'Velmora'), {
      term: 'Velmora',
      locale: 'fr',
      rendering: 'Velmora',
    });
    assert.deepEqual(await glossary(), [{ term: 'Velmora', keep: true }]);
  });

  it('is changed in one step of undo, and keeps its comments', async () => {
    const before =
      '{\n  // agreed in March\n  "glossary": [\n    { "term": "kerb", "translations": { "fr": ["bordure"] } } // not “trottoir”\n  ]\n}\n';
    await vscode.workspace.fs.writeFile(fileAt(settings), new TextEncoder().encode(before));
    await select(sample.french, 'ferrys');
    await until(
      'the command',
      async () => (await vscode.commands.executeCommand('facingPages.addToGlossary', 'ferry')) ?? undefined,
    );
    const document = await vscode.workspace.openTextDocument(fileAt(settings));
    assert.equal(
      document.getText(),
      before
        .replace(
          '// not “trottoir”',
          '// not “trottoir”\n    { "term": "ferry", "translations": { "fr": ["ferrys"] } }',
        )
        .replace('} } //', '} }, //'),
    );
    assert.equal(document.isDirty, false);
    await vscode.window.showTextDocument(document);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('asks for the other side, with the words that the texts tell', async () => {
    await select(sample.french, 'Velmora');
    const answer = vscode.commands.executeCommand('facingPages.addToGlossary');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.deepEqual(await answer, { term: 'Velmora', locale: 'fr', rendering: 'Velmora' });
  });

  it('gets nothing where nothing is answered, and nothing of a file that is no issue', async () => {
    await select(sample.french, 'bancs');
    assert.equal(await vscode.commands.executeCommand('facingPages.addToGlossary', ''), undefined);
    await select('README.md', 'a');
    assert.equal(await vscode.commands.executeCommand('facingPages.addToGlossary', 'b'), undefined);
    assert.equal(await isThere(), false);
  });
});
