// Runs in a window's extension host as its test, and does there what the soak orders.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { PanelState } from '../../src/core/view/panelState';
import { currentDiagnostics, extensionApi, fileAt } from '../extension/support';
import type { Answer, Order, Orders, PlainEdit, Weight } from './orders';

const uncaught: string[] = [];

const orders: Orders = {
  open: async (file) => (await show(file)).document.getText(),
  text: async (file) => (await vscode.workspace.openTextDocument(fileAt(file))).getText(),
  async edit(file, edits) {
    for (let left = 3; ; left--) {
      const editor = await show(file);
      const before = editor.document.getText();
      try {
        const done = await editor.edit((builder) => {
          for (const { start, end, text } of edits) builder.replace(rangeOf(editor.document, start, end), text);
        });
        if (!done) throw new Error(`VS Code refused an edit of ${file}`);
        return editor.document.getText();
      } catch (error) {
        // A command of a moment ago may have put another document into the editor meanwhile.
        if (left === 0 || editor.document.getText() !== before) throw error;
      }
    }
  },
  async type(file, at, words) {
    const editor = await show(file);
    const place = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(place, place);
    for (const character of words) await vscode.commands.executeCommand('type', { text: character });
    return editor.document.getText();
  },
  undo: (file) => inEditor(file, 'undo'),
  redo: (file) => inEditor(file, 'redo'),
  async save(file) {
    const document = await vscode.workspace.openTextDocument(fileAt(file));
    if (document.isDirty && !(await document.save())) throw new Error(`VS Code did not save ${file}`);
  },
  revert: (file) => inEditor(file, 'workbench.action.files.revert'),
  async fix(file, nth) {
    const { document } = await show(file);
    const problems = currentDiagnostics(document.uri);
    const problem = problems[nth % problems.length];
    if (!problem) return undefined;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      'quickfix',
    );
    for (const { title, edit } of actions) {
      const [[uri, edits] = [], ...others] = edit?.entries() ?? [];
      if (!edit || !edits || others.length > 0 || uri?.toString() !== document.uri.toString()) continue;
      const plain = edits.map(({ range, newText }): PlainEdit => ({
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
        text: newText,
      }));
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`VS Code refused the edit of “${title}”`);
      return { title, edits: plain, text: document.getText() };
    }
    return undefined;
  },
  async rename(file, to) {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileAt(file), fileAt(to));
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`VS Code did not rename ${file}`);
  },
  remove: async (file) => vscode.workspace.fs.delete(fileAt(file)),
  async command(name, file) {
    const done = Promise.resolve(vscode.commands.executeCommand(name, ...(file === undefined ? [] : [fileAt(file)])));
    done.catch((error: unknown) => uncaught.push(`${name}: ${String(error)}`));
    await Promise.race([done, wait(3000)]);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen'); // it may have asked which translation is meant
  },
  async configure(name, value) {
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  },
  async shutPanel() {
    const tabs = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
    return tabs.length > 0;
  },
  async panelLocale() {
    const api = (await extensionApi()) as { panelState(): PanelState | undefined };
    return api.panelState()?.target.locale;
  },
  async look(file, at) {
    const { document } = await show(file);
    const place = document.positionAt(at);
    const ask = (name: string, ...more: unknown[]) =>
      vscode.commands.executeCommand<unknown[] | undefined>(name, document.uri, ...more);
    const answers = await Promise.all(
      [
        ask('vscode.executeHoverProvider', place),
        ask('vscode.executeCodeLensProvider'),
        ask('vscode.executeCompletionItemProvider', place),
        ask('vscode.executeCodeActionProvider', new vscode.Range(place, place)),
        ask('vscode.executeDocumentSymbolProvider'),
      ].map((asked) => Promise.resolve(asked).catch(notIfCanceled)),
    );
    return answers.filter(Boolean).length;
  },
  closeEditors: async () => void (await vscode.commands.executeCommand('workbench.action.closeAllEditors')),
  async weigh(): Promise<Weight> {
    v8.setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let i = 0; i < 3; i++) {
      collect();
      await wait(200);
    }
    const count = (of: unknown) => v8.queryObjects(of as () => void, { format: 'count' });
    return {
      heap: process.memoryUsage().heapUsed,
      disposables: count(vscode.Disposable),
      emitters: count(vscode.EventEmitter),
      documents: vscode.workspace.textDocuments.length,
    };
  },
  uncaught: () => Promise.resolve(uncaught),
};

async function show(file: string): Promise<vscode.TextEditor> {
  for (let left = 3; ; left--) {
    try {
      return await vscode.window.showTextDocument(fileAt(file), { viewColumn: vscode.ViewColumn.One, preview: false });
    } catch (error) {
      // VS Code gives up on an editor when another one of its group is opened meanwhile, as by a command of a moment ago; and
      // who opens a file that has just come back is told what was found out before it did.
      if (left === 0) throw error;
      await wait(500);
    }
  }
}

async function inEditor(file: string, command: string): Promise<string> {
  const { document } = await show(file);
  await vscode.commands.executeCommand(command);
  return document.getText();
}

function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** VS Code cancels a question about a document that changes meanwhile. */
function notIfCanceled(error: unknown): undefined {
  if (!(error instanceof Error && error.message === 'Canceled')) throw error;
}

/** VS Code's test entry: it ends with the window. */
export async function run(): Promise<void> {
  process.on('unhandledRejection', (reason) =>
    uncaught.push(reason instanceof Error ? (reason.stack ?? String(reason)) : String(reason)),
  );
  await extensionApi();
  const socket = createConnection({ host: '127.0.0.1', port: Number(process.env['FACING_PAGES_SOAK_PORT']) });
  for await (const line of createInterface({ input: socket })) {
    const { id, name, input } = JSON.parse(line) as Order;
    const answer: Answer = await (orders[name] as (...input: readonly unknown[]) => Promise<unknown>)(...input).then(
      (output) => ({ id, output }),
      (error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
    socket.write(`${JSON.stringify(answer)}\n`);
  }
}
