// Applies the fix that somebody chose in the panel.
import * as vscode from 'vscode';
import type { Fix } from '../../core/problem.js';
import { indexLines } from '../../core/text/span.js';
import { addEdits } from '../ranges.js';

/**
 * Makes the fix's edits, as one step of undo.
 *
 * @param fixOf finds the fix in the text as it stands now; undefined if its problem is gone
 * @returns whether the text was changed; if not, somebody else changed it meanwhile
 */
export async function applyFix(uri: vscode.Uri, fixOf: (document: vscode.TextDocument) => Promise<Fix | undefined>): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const fix = await fixOf(document);
  if (!fix) return false;
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, uri, indexLines(document.getText()), fix.edits);
  return vscode.workspace.applyEdit(edit);
}
