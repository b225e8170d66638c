// What the tests inside VS Code share: opening files, waiting for problems, choosing and applying fixes.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

/** The extension's id in VS Code. */
export const extensionId = 'facing-pages.facing-pages';

/** The name that the extension's problems carry as their source. */
export const problemSource = 'Facing Pages';

const pause = 50;

/** The folder the tests run over: a temporary copy of samples/, with the real newsletters beside it if there are any. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need an open folder.');
  return folder.uri;
}

/** A file of the workspace, for example `fileAt('dair-ai/_posts/one.md')`. */
export function fileAt(relativePath: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), relativePath);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(relativePath: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileAt(relativePath)));
}

/** Closes all editors and drops what they have not saved in the workspace, so that the next test begins with the files as they are on disk. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || !vscode.workspace.getWorkspaceFolder(document.uri)) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Waits until `probe` answers something other than undefined.
 * Fails with `what` if that takes longer than `timeout` milliseconds.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Thenable<T | undefined>,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await attempt(probe);
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain: ${what}`);
    await wait(pause);
  }
}

/** VS Code cancels a question about a document that changes meanwhile: then it is worth asking again. */
async function attempt<T>(probe: () => T | undefined | Thenable<T | undefined>): Promise<T | undefined> {
  try {
    return await probe();
  } catch (error) {
    if (error instanceof Error && error.message === 'Canceled') return undefined;
    throw error;
  }
}

/** Facing Pages' problems in a file at this moment. */
export function currentDiagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === problemSource);
}

/** Facing Pages' problems in a file, as soon as there are at least so many (one, if not said). */
export function diagnosticsOf(uri: vscode.Uri, { atLeast = 1, timeout = 20_000 } = {}): Promise<vscode.Diagnostic[]> {
  const probe = () => {
    const found = currentDiagnostics(uri);
    return found.length >= atLeast ? found : undefined;
  };
  return until(`at least ${atLeast} problems in ${uri.path}`, probe, timeout);
}

/** The id of a problem's check, for example `link-missing`. */
export function checkOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/**
 * The fixes and other actions that VS Code offers at a place, as soon as it offers any.
 * VS Code leaves some out in the first seconds, so give the title of the one you want: then it waits for that one.
 */
export function codeActionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
  { title, timeout = 20_000 }: { title?: string | RegExp; timeout?: number } = {},
): Promise<vscode.CodeAction[]> {
  const isWanted = (action: vscode.CodeAction) =>
    title === undefined || (typeof title === 'string' ? action.title === title : title.test(action.title));
  const probe = async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
    );
    const wanted = actions.filter(isWanted);
    return wanted.length > 0 ? wanted : undefined;
  };
  return until(`an action${title === undefined ? '' : ` “${String(title)}”`} in ${uri.path}`, probe, timeout);
}

/** Does what VS Code does when someone picks an action: applies its edit, then runs its command. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit)))
    throw new Error(`VS Code refused the edit of “${action.title}”.`);
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** Takes the last edit of the active editor back. */
export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** What the extension answers when it is activated. */
export async function extensionApi(): Promise<unknown> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (!extension) throw new Error(`VS Code does not know ${extensionId}.`);
  return extension.activate();
}

/** What the panel shows at this moment; undefined without a panel, or if the extension tells no one. */
export async function panelState(): Promise<unknown> {
  const api = (await extensionApi()) as { panelState?: () => unknown } | undefined;
  return api?.panelState?.();
}

/** A test over the real newsletters (`dair-ai/` and `seeds/` in the workspace); skipped, visibly, where they are absent. */
export function itNeedsCorpus(title: string, body: () => Promise<void> | void): void {
  it(`${title} (needs the corpus)`, async function () {
    if (!existsSync(path.join(workspaceFolder().fsPath, 'dair-ai'))) this.skip();
    await body();
  });
}
