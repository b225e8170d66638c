// Which documents and files may be posts.
import * as vscode from 'vscode';

/** What gets read: larger files are no newsletters, and would hold everything up. In bytes of a file, characters of a document. */
export const sizeLimit = 2 * 1024 * 1024;

/** The names of Markdown files, in whatever case. */
const suffix = /\.(?:md|markdown|mdown)$/i;
export const postGlob = '*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN],[mM][dD][oO][wW][nN]}';

/** Where nobody keeps posts of their own, but whole trees of others' Markdown lie. */
export const excludeGlob = '**/{node_modules,.git}/**';
const excluded = /\/(?:node_modules|\.git)(?:\/|$)/;

export function isExcluded(uri: vscode.Uri): boolean {
  return excluded.test(uri.path);
}

/** Whether a file's name and folder are such that it may be a post. */
export function isPostName(uri: vscode.Uri): boolean {
  return suffix.test(uri.path) && !isExcluded(uri);
}

/** Whether a document is Markdown that somebody writes: not an old version shown by git, not a notebook's cell. */
export function isPostDocument(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  return (
    document.languageId === 'markdown' &&
    (document.isUntitled || vscode.workspace.fs.isWritableFileSystem(scheme) === true)
  );
}

/** The open document of a file, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key && isPostDocument(document));
}

/** Documents that a person has open in a tab. VS Code keeps others open too, long after their tab was closed. */
export function documentsInTabs(): vscode.TextDocument[] {
  const inTabs = new Set<string>();
  for (const { tabs } of vscode.window.tabGroups.all) {
    for (const { input } of tabs) {
      if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom)
        inTabs.add(input.uri.toString());
      else if (input instanceof vscode.TabInputTextDiff) inTabs.add(input.modified.toString());
    }
  }
  return vscode.workspace.textDocuments.filter(
    (document) => inTabs.has(document.uri.toString()) && isPostDocument(document),
  );
}

/** The document that a command means: the active editor's; while something else than a text has the focus, the post that is open beside it. */
export function meantDocument(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor?.document ?? visibleTextEditors.map(({ document }) => document).find(isPostDocument);
}
