// Saving a file for somebody.
import * as vscode from 'vscode';
import { shownPath } from './applyEdits.js';

/** Saves a document; says so if it could not be saved. Its text stays in the editor then. */
export async function save(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!document.isDirty) return;
  const isSaved = await document.save();
  // VS Code asks where to put a document without a file; whoever takes that back needs no message.
  if (!isSaved && !document.isUntitled)
    void vscode.window.showErrorMessage(`${shownPath(uri)} was not saved. Your text is still in the editor.`);
}
