// Applies the fix that somebody chose in the panel.
import * as vscode from 'vscode';
import type { Fix } from '../../core/problem.js';
import { indexLines } from '../../core/text/span.js';
import { addEdits } from '../ranges.js';

/**
 * Makes the fix's edits, as one step of undo.
 *
 * @param fixOf finds the fix in the text as it stands now; undefined if its problem is gone
 * @returns the line (from 0) of what came new; undefined if nothing was done, because the text changed meanwhile
 */
export async function applyFix(uri: vscode.Uri, fixOf: (document: vscode.TextDocument) => Promise<Fix | undefined>): Promise<{ readonly line: number } | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const fix = await fixOf(document);
  const first = fix && [...fix.edits].sort((a, b) => a.span.start - b.span.start)[0];
  if (!first) return undefined;
  const lines = indexLines(document.getText());
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, uri, lines, fix.edits);
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  const leadingBreaks = /^[\s\\]*/.exec(first.newText)?.[0].split('\n').length ?? 1;
  return { line: lines.positionAt(first.span.start).line + leadingBreaks - 1 };
}
