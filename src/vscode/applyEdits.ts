// Changes of files: VS Code may refuse each of them, and then nothing may be taken for done.
import * as vscode from 'vscode';
import type { Edit } from '../core/text/edit.js';
import { indexLines } from '../core/text/span.js';
import { inertWords } from './inertWords.js';
import { addEdits } from './ranges.js';

/**
 * What became of an edit. `changed`: the text is not the one that the edit was made for, and nothing was done. `refused`:
 * VS Code did nothing, for instance because the file cannot be written to.
 */
export type Outcome = 'applied' | 'changed' | 'refused';

/** Applies an edit as one step of undo. @returns whether VS Code did it; no error comes */
export async function applyEdit(edit: vscode.WorkspaceEdit): Promise<boolean> {
  try {
    return await vscode.workspace.applyEdit(edit);
  } catch {
    return false; // what VS Code throws it has written to its own log
  }
}

/**
 * Applies edits of one file as one step of undo, if its text is still `before`. VS Code itself refuses them if somebody
 * types between this look and the edit.
 */
export async function applyEdits(uri: vscode.Uri, before: string, edits: readonly Edit[]): Promise<Outcome> {
  // A document that was closed meanwhile no longer says what its file says.
  const document = await opened(uri);
  if (!document) return 'refused';
  if (document.getText() !== before) return 'changed';
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, uri, indexLines(before), edits);
  if (await applyEdit(edit)) return 'applied';
  return document.isClosed || document.getText() !== before ? 'changed' : 'refused';
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // deleted, or not to be read any more
  }
}

/** Tells a person why an edit was not made. */
export function sayNotDone(uri: vscode.Uri, outcome: Exclude<Outcome, 'applied'>): void {
  if (outcome === 'changed')
    void vscode.window.showWarningMessage('The text has changed meanwhile. Nothing was changed. Please try again.');
  else
    void vscode.window.showErrorMessage(
      `VS Code did not change ${shownPath(uri)}. Nothing was changed. Check that the file is there and can be written to, then try again.`,
    );
}

/** A file's name for a message. */
export function shownPath(uri: vscode.Uri): string {
  return inertWords(vscode.workspace.asRelativePath(uri));
}
