// Suggestions in the newsletter's own style, in its text and its front matter.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { problemsAfterAWhile, sample } from './scratch';
import { closeAll, fileAt, openFile, until } from './support';

const label = ({ label: one }: vscode.CompletionItem): string => (typeof one === 'string' ? one : one.label);
const isOurs = ({ label: one }: vscode.CompletionItem): boolean =>
  typeof one !== 'string' && /other issue/.test(one.description ?? '');

/** Writes `text` on a new line above line `line` (from 0), and answers what is suggested at its end. */
async function suggestedAt(
  document: vscode.TextDocument,
  line: number,
  text: string,
  atLeast = 1,
): Promise<vscode.CompletionItem[]> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), `${text}\n`);
  assert.ok(await vscode.workspace.applyEdit(edit));
  return until('suggestions', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, text.length),
    );
    // The command puts snippets last, whatever is set; the editor itself goes by this.
    const ours = items.filter(isOurs).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    return ours.length >= atLeast ? ours : undefined;
  });
}

const inserted = ({ insertText }: vscode.CompletionItem): string | undefined =>
  typeof insertText === 'string' ? insertText : insertText?.value;

const letter = '_posts/2026-04-05-Footpath_Letter_13.md';

/** Writes the beginning of a new issue beside the others. */
function newLetter(text: string): string {
  writeFileSync(fileAt(letter).fsPath, text);
  return letter;
}

describe('suggestions in the newsletter’s style', () => {
  afterEach(async () => {
    await closeAll();
    rmSync(fileAt(letter).fsPath, { force: true });
  });

  const bodyLine = (document: vscode.TextDocument): number =>
    document.getText().slice(0, document.getText().indexOf('\n# ')).split('\n').length;

  it('are items, pictures and sections at the beginning of a line', async () => {
    const { document } = await openFile(sample.french);
    const items = await suggestedAt(document, bodyLine(document), '');
    assert.deepEqual(items.slice(0, 3).map(label), ['Item', 'Picture', 'Section']);
    assert.match(inserted(items[0]!)!, /\*\*\*\$\{1:Title\}\*\*\*/);
  });

  it('are headings that recur and are not there yet', async () => {
    const text =
      '---\nlayout: post\ntitle: "Footpath Letter #13 [EN]: Rain"\nauthor: ines_okafor\n---\n\nIt rained.\n\n# Surveys and Studies 📐\n\nNothing.\n';
    const { document } = await openFile(newLetter(text));
    const items = await suggestedAt(document, 6, '# T');
    assert.deepEqual(items.map(label), ['Section', '# Tools and Data 🧰']);
    assert.equal((items[1]!.range as vscode.Range).start.character, 0);
  });

  it('are fields that are not there yet, and what the others say in them', async () => {
    const text = '---\nlayout: post\ntitle: "Footpath Letter #13 [EN]: Rain"\n---\n\nIt rained.\n';
    const { document } = await openFile(newLetter(text));
    const names = await suggestedAt(document, 3, '', 3);
    assert.ok(names.map(label).includes('author') && !names.map(label).includes('layout'), names.map(label).join());
    const image = names.find((item) => label(item) === 'image');
    assert.match(inserted(image!)!, /^image:\n {2}thumb: \$\{1:footpath_letter_13\.png\}/);
    assert.deepEqual((await suggestedAt(document, 3, 'author: ')).map(label), ['ines_okafor']);
    assert.deepEqual((await suggestedAt(document, 3, 'tags: [')).map(label), ['footpath_letter']);
  });

  it('are none in other Markdown, within a line, nor where they are turned off', async () => {
    const offered = async (document: vscode.TextDocument, position: vscode.Position) =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        )
      ).items.filter(isOurs).length;
    await problemsAfterAWhile('README.md');
    assert.equal(await offered(vscode.window.activeTextEditor!.document, new vscode.Position(1, 0)), 0);
    const { document } = await openFile(sample.source);
    assert.ok((await suggestedAt(document, bodyLine(document), '')).length > 0);
    const line = document.lineAt(14).text.length > 20 ? 14 : bodyLine(document) + 2;
    assert.equal(
      await offered(document, new vscode.Position(line, Math.min(12, document.lineAt(line).text.length))),
      0,
    );
    const configuration = vscode.workspace.getConfiguration('facingPages.completion');
    await configuration.update('style', false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await offered(document, new vscode.Position(bodyLine(document), 0)), 0);
    } finally {
      await configuration.update('style', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
