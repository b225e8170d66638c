// Writing help in a translation: earlier translations, and what the source has to be put in.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { removeScratch, sample, scratchFile } from './scratch';
import { closeAll, fileAt, itNeedsCorpus, openFile, undo, until } from './support';

const earlier = '_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md';
const footer =
  '[*Abonnez-vous*](https://footpath.example/subscribe) *🔖 à la Lettre du Sentier et recevez la prochaine dans votre boîte aux lettres.*';

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
const descriptionOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? '' : (label.description ?? '');

/** What is suggested at the cursor that is ours: it says so in its description. */
async function suggestions(trigger?: string): Promise<vscode.CompletionItem[]> {
  const editor = vscode.window.activeTextEditor!;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    trigger,
  );
  return items.filter((item) => /%|the source|there already|glossary/.test(descriptionOf(item)));
}

async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

/** Puts the cursor behind these words of the active editor, and deletes as many characters after them as is said. */
async function cursorBehind(words: string, erase = 0): Promise<void> {
  const editor = vscode.window.activeTextEditor!;
  const at = editor.document.getText().indexOf(words) + words.length;
  assert.ok(at >= words.length, words);
  const position = editor.document.positionAt(at);
  if (erase > 0)
    await editor.edit((edit) => edit.delete(new vscode.Range(position, editor.document.positionAt(at + erase))));
  editor.selection = new vscode.Selection(position, position);
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('facingPages').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('suggestions in a translation', () => {
  afterEach(async () => {
    for (const name of ['memory', 'source', 'inline']) await set(`completion.${name}`, undefined);
    await closeAll();
    removeScratch();
  });

  it('have the footer as the other issue has it first, where it is missing', async () => {
    await openFile(earlier);
    await cursorBehind('----------\n\n', footer.length);
    const [first] = await until('the memory', async () =>
      (await suggestions()).some((item) => descriptionOf(item).startsWith('100 %')) ? suggestions() : undefined,
    );
    assert.equal(first!.insertText, footer);
    assert.match(descriptionOf(first!), /^100 % · #12 · 2026-03-08$/);
    assert.match((first!.documentation as vscode.MarkdownString).value, /Footpath|Sentier.*line \d+/s);
  });

  it('take the place of what was begun, and of nothing else', async () => {
    const { document } = await openFile(earlier);
    await cursorBehind('----------\n\n', footer.length);
    await type('[*Abon');
    // An open bracket asks for links; behind a word the memory answers too.
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const before = document.getText();
    await vscode.commands.executeCommand('hideSuggestWidget');
    assert.equal(document.getText(), before);
    await cursorBehind('----------\n\n', '[*Abon]'.length);
    await type('Recevez');
    const [first] = await until('the memory', async () =>
      (await suggestions()).some((item) => descriptionOf(item).startsWith('100 %')) ? suggestions() : undefined,
    );
    const range = first!.range as { inserting: vscode.Range; replacing: vscode.Range };
    assert.equal(document.getText(range.inserting), 'Recevez');
    assert.equal(first!.filterText, 'Recevez');
  });

  it('have the links, pictures, code and numbers of the source, those that are not there yet first', async () => {
    await openFile(sample.french);
    await cursorBehind('et le rapport explique');
    const items = await until('the source’s parts', async () =>
      (await suggestions()).length > 0 ? suggestions() : undefined,
    );
    const parts = items.filter((item) => !descriptionOf(item).includes('%'));
    assert.equal(labelOf(parts[0]!), 'report');
    assert.equal(descriptionOf(parts[0]!), 'from the source');
    assert.equal(
      (parts[0]!.insertText as vscode.SnippetString).value,
      '[${1:report}](https://benches.example/report.pdf)',
    );
    assert.ok(parts.some((item) => labelOf(item) === '2,318'));
    assert.equal(descriptionOf(parts.find((item) => labelOf(item) === 'data')!), 'there already');
  });

  it('behind a bracket are links, in their parenthesis addresses', async () => {
    const { document } = await openFile(sample.french);
    await cursorBehind('et le rapport');
    await type(' [');
    const links = await until('links', async () =>
      (await suggestions('[')).length > 0 ? suggestions('[') : undefined,
    );
    assert.deepEqual(links.map(labelOf), ['report', 'data']);
    assert.equal(document.getText(links[0]!.range as vscode.Range), document.getText().includes(' []') ? '[]' : '[');
    await type('rapport](');
    const addresses = await until('addresses', async () =>
      (await suggestions('(')).length > 0 ? suggestions('(') : undefined,
    );
    assert.deepEqual(
      addresses.map(({ insertText }) => insertText),
      ['https://benches.example/report.pdf', 'https://benches.example/data'],
    );
  });

  it('have what another region of the language says, with its name', async () => {
    const issue = (number: number, lang: string, title: string, body: string): string =>
      `---\ntitle: "${title} #${number}"\nlang: ${lang}\nref: harbour-${number}\n---\n\n${body}\n`;
    const story = (number: number): string =>
      `The [boats of pier ${number}](https://harbour.example/pier-${number}) were painted in spring by everybody who has one.`;
    const barcos = (number: number): string =>
      `Os [barcos do cais ${number}](https://harbour.example/pier-${number}) foram pintados na primavera por todos os que têm um.`;
    const [end, fim] = [
      'Write to the [harbour office](https://harbour.example/office) before the end of the month.',
      'Escreva ao [gabinete do porto](https://harbour.example/office) antes do fim do mês.',
    ];
    for (const number of [1, 2])
      scratchFile(`harbour-${number}.md`, issue(number, 'en', 'Harbour Newsletter', `${story(number)}\n\n${end}`));
    scratchFile('harbour-1.pt.md', issue(1, 'pt', 'Boletim do porto', `${barcos(1)}\n\n${fim}`));
    await openFile(scratchFile('harbour-2.pt-BR.md', issue(2, 'pt-BR', 'Boletim do porto', `${barcos(2)}\n\n`)));
    await cursorBehind('têm um.\n\n');
    const offer = await until('the memory', async () =>
      (await suggestions()).find(({ insertText }) => insertText === fim),
    );
    assert.match(descriptionOf(offer), /^100 % · pt · #1$/);
  });

  it('go on as ghost text while one types, and one key takes it', async () => {
    const { document } = await openFile(earlier);
    await cursorBehind('----------\n\n', footer.length);
    await suggestions();
    await type('[*Abonnez');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await until('the ghost text to be taken', async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      await wait(600);
      await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
      return document.getText().includes(footer) ? true : undefined;
    });
  });

  it('are none where a person has switched them off', async () => {
    await openFile(earlier);
    await cursorBehind('----------\n\n', footer.length);
    await until('the memory', async () => ((await suggestions()).length > 1 ? true : undefined));
    await set('completion.memory', false);
    assert.ok((await suggestions()).every((item) => !descriptionOf(item).includes('%')));
    await set('completion.source', false);
    assert.deepEqual(await suggestions(), []);
  });

  it('are none in a source, in a file that is no issue, and in code', async () => {
    await openFile(sample.source);
    await cursorBehind('Spring is here');
    assert.deepEqual(await suggestions(), []);
    await openFile(scratchFile('notes.md', '# Notes\n\nA [link](https://a.example) to keep.\n'));
    await cursorBehind('A [');
    assert.deepEqual(await suggestions('['), []);
    await openFile(sample.french);
    await cursorBehind('seam join ');
    assert.deepEqual(await suggestions(), []);
  });

  it('follow what is changed in another issue', async () => {
    const { document } = await openFile(sample.french);
    const at = document.positionAt(document.getText().indexOf('# Outils et données') + 2);
    await vscode.window.activeTextEditor!.edit((edit) =>
      edit.replace(new vscode.Range(at, at.translate(0, 'Outils'.length)), 'Instruments'),
    );
    await openFile(earlier);
    await cursorBehind('# Outils et données');
    await until('the other rendering', async () =>
      (await suggestions()).find((item) => item.insertText === 'Instruments et données 🧰'),
    );
    await vscode.window.showTextDocument(document);
    await undo();
    assert.ok(!document.getText().includes('Instruments'));
  });

  itNeedsCorpus('have for the footer and the headings of French issue 8 what issues 4 and 5 say', async () => {
    const folder = fileAt('dair-ai/_posts');
    const name = (await vscode.workspace.fs.readDirectory(folder)).find(([file]) => /#8_\[FR\]/.test(file))![0];
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name)));
    for (const [words, expected] of [
      ['# Outils et jeux', 'Outils et jeux de données ⚙️'],
      ['# Mentions', 'Mentions spéciales ⭐️'],
      ['Si vous avez des jeux de données', 'Si vous avez des jeux de données, des projets'],
      ['[Abonnez-vous](https://dair.ai/newsletter/) pour', '[Abonnez-vous](https://dair.ai/newsletter/) pour recevoir'],
    ] as const) {
      await cursorBehind(words);
      const first = await until(`the memory for “${words}”`, async () =>
        (await suggestions()).find((item) => descriptionOf(item).includes('%')),
      );
      assert.ok((first.insertText as string).startsWith(expected), `${first.insertText as string} for ${words}`);
      assert.match(descriptionOf(first), /% · #[45] · /);
    }
  });
});
