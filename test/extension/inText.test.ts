// What stands in the text of a translation: lines above headings, hovers, the ways to the counterpart and to what is to do.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeScratch, sample, scratchFile } from './scratch';
import { closeAll, currentDiagnostics, diagnosticsOf, fileAt, openFile, until } from './support';

async function lensesIn(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return all.filter(({ command }) => command?.command.startsWith('facingPages.'));
}

/** The hover's parts that are ours. */
async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const own = hovers.find(({ contents }) =>
    contents.some(
      (part) => part instanceof vscode.MarkdownString && /Go to Counterpart|\*missing\*|\*not there\*/.test(part.value),
    ),
  );
  return (own?.contents ?? []) as vscode.MarkdownString[];
}

function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” stands in ${document.uri.path}`);
  return document.positionAt(at + 1);
}

async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const configuration = () => vscode.workspace.getConfiguration('facingPages');
  await configuration().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await configuration().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('in the text: lines above headings', () => {
  afterEach(closeAll);

  it('say how far each section is, and lead to what is next to do', async () => {
    const { document } = await openFile(sample.french);
    const lenses = await until('lenses', async () =>
      (await lensesIn(document.uri)).length > 0 ? lensesIn(document.uri) : undefined,
    );
    const titles = lenses.map(({ command }) => command!.title);
    assert.ok(
      titles.some((title) => /all \d+ translated$/.test(title)),
      titles.join('; '),
    );
    assert.ok(
      titles.some((title) => /\d+ of \d+ translated$/.test(title)),
      titles.join('; '),
    );
    for (const { range } of lenses) assert.match(document.lineAt(range.start.line).text, /^#/);
    const next = lenses.find(({ command }) => command?.title === 'next to do')!;
    await vscode.commands.executeCommand(next.command!.command, ...(next.command!.arguments as unknown[]));
    const at = vscode.window.activeTextEditor!.selection.active;
    assert.ok(at.line >= next.range.start.line, `${at.line}`);
  });

  it('are not there in the source, on other Markdown, and for whoever does not want them', async () => {
    const { document } = await openFile(sample.french);
    await until('lenses', async () => ((await lensesIn(document.uri)).length > 0 ? true : undefined));
    await withSetting('codeLens', false, async () => assert.deepEqual(await lensesIn(document.uri), []));
    const source = await openFile(sample.source);
    assert.deepEqual(await lensesIn(source.document.uri), []);
    const other = await openFile('README.md');
    assert.deepEqual(await lensesIn(other.document.uri), []);
  });
});

describe('in the text: a hover', () => {
  afterEach(closeAll);
  after(removeScratch);

  it('shows what the source says, and may call our commands and no others', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    const heading = document
      .getText()
      .split('\n')
      .find((line) => line.startsWith('# '))!;
    const [head, body] = await until('a hover', async () => {
      const parts = await hoverAt(document.uri, placeOf(document, heading));
      return parts.length > 0 ? parts : undefined;
    });
    assert.match(head!.value, /^English · \[Go to Counterpart\]\(command:facingPages\.goToCounterpart\?/);
    assert.deepEqual(head!.isTrusted, {
      enabledCommands: ['facingPages.goToCounterpart', 'facingPages.peekCounterpart'],
    });
    const words = body!.value.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
    assert.ok((await vscode.workspace.openTextDocument(fileAt(sample.source))).getText().includes(words), words);
    assert.ok(!body!.isTrusted && !body!.supportHtml && !body!.supportThemeIcons);
  });

  it('in a source shows the translations that are open, and none that are not', async () => {
    const { document } = await openFile(sample.source);
    const heading = document
      .getText()
      .split('\n')
      .find((line) => line.startsWith('# '))!;
    assert.deepEqual(await hoverAt(document.uri, placeOf(document, heading)), []);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(fileAt(sample.french)),
      vscode.ViewColumn.Beside,
    );
    const [head] = await until('a hover', async () => {
      const parts = await hoverAt(document.uri, placeOf(document, heading));
      return parts.length > 0 ? parts : undefined;
    });
    assert.match(head!.value, /^French · /);
  });

  it('is not there for whoever does not want it', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    const heading = document
      .getText()
      .split('\n')
      .find((line) => line.startsWith('# '))!;
    await withSetting('hover', false, async () =>
      assert.deepEqual(await hoverAt(document.uri, placeOf(document, heading)), []),
    );
  });

  it('calls nothing that a post asks for', async () => {
    const words =
      'The [harbour](https://example.org/harbour) and the [library](https://example.org/library) open again';
    scratchFile(
      'hover/2026-05-01-Harbour_Newsletter_7.md',
      `---\ntitle: "Harbour Newsletter #7"\nlang: en\n---\n\n# News\n\n${words}. [Run me](command:workbench.action.closeWindow)\n`,
    );
    const file = scratchFile(
      'hover/2026-05-01-Harbour_Newsletter_7[FR].md',
      '---\ntitle: "Harbour Newsletter #7 [FR]"\nlang: fr\n---\n\n# Nouvelles\n\nLe [port](https://example.org/harbour) et la [bibliothèque](https://example.org/library) rouvrent.\n',
    );
    const { document } = await openFile(file);
    const parts = await until('a hover', async () => {
      const found = await hoverAt(document.uri, placeOf(document, 'rouvrent'));
      return found.length > 1 ? found : undefined;
    });
    const body = parts.find(({ value }) => value.includes('Run me'));
    assert.ok(body && !body.isTrusted && !body.value.includes('](command:'));
  });
});

describe('in the text: the next text to translate', () => {
  afterEach(closeAll);

  it('is gone to from the cursor, and round again', async () => {
    const editor = await openFile(sample.french);
    await until('problems', () => (currentDiagnostics(editor.document.uri).length > 0 ? true : undefined));
    const seen: number[] = [];
    for (let i = 0; i < 4; i++) {
      await vscode.commands.executeCommand('facingPages.nextToDo');
      seen.push(vscode.window.activeTextEditor!.selection.active.line);
    }
    const different = new Set(seen);
    assert.ok(different.size >= 2, seen.join(', '));
    assert.ok(seen.indexOf(seen[0]!, 1) > 0, `comes round: ${seen.join(', ')}`);
  });
});

describe('in the text: going to the counterpart', () => {
  afterEach(closeAll);

  it('of a place that a link names shows the other text there', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('# '));
    await vscode.commands.executeCommand('facingPages.goToCounterpart', {
      uri: document.uri.toString(),
      line,
      character: 2,
    });
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), fileAt(sample.source).toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^# /);
  });
});
