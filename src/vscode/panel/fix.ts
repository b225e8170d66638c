// Makes the edits that somebody asked for in the panel.
import * as vscode from 'vscode';
import type { Edit } from '../../core/text/edit.js';
import { indexLines } from '../../core/text/span.js';
import { addEdits } from '../ranges.js';

/**
 * Makes edits as one step of undo.
 *
 * @param editsOf finds the edits of the text as it stands now; undefined if they make no sense any more
 * @returns the line (from 0) of what came new; undefined if nothing was done, because the text changed meanwhile
 */
export async function applyNow(uri: vscode.Uri, editsOf: (document: vscode.TextDocument) => Promise<readonly Edit[] | undefined>): Promise<{ readonly line: number } | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edits = await editsOf(document);
  const first = edits && [...edits].sort((a, b) => a.span.start - b.span.start)[0];
  if (!first) return undefined;
  const lines = indexLines(document.getText());
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, uri, lines, edits);
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  const leadingBreaks = /^[\s\\]*/.exec(first.newText)?.[0].split('\n').length ?? 1;
  return { line: lines.positionAt(first.span.start).line + leadingBreaks - 1 };
}
