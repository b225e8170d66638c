// “Fix all”: every safe fix of a document as one edit, and so one step to undo.
import * as vscode from 'vscode';
import { fixSafely } from '../core/checks/fixAll.js';
import { indexLines } from '../core/text/span.js';
import { applyEdit, sayNotDone } from './applyEdits.js';
import { isPostDocument, meantDocument } from './documents.js';
import { editsBetween } from './editsBetween.js';
import { addEdits } from './ranges.js';
import type { Reviews } from './review.js';
import type { Services } from './services.js';

/** The command “Fix All Safe Problems”, for the active editor. */
export async function fixAll({ reviews }: Services): Promise<void> {
  const document = meantDocument();
  if (!document || !isPostDocument(document)) return;
  const found = await fixAllEdit(document, reviews);
  if (found) {
    if (!(await applyEdit(found.edit))) sayNotDone(document.uri, 'refused');
  } else vscode.window.setStatusBarMessage('Facing Pages: nothing here can be fixed without a look at it.', 5000);
}

/**
 * The edit that makes all safe fixes of a document as it is now.
 *
 * @returns undefined if there is nothing to fix, or if the document was edited while this was worked out
 */
export async function fixAllEdit(
  document: vscode.TextDocument,
  reviews: Reviews,
): Promise<{ edit: vscode.WorkspaceEdit; count: number } | undefined> {
  const { version } = document;
  const text = document.getText();
  const check = await reviews.checkerOf(document.uri);
  if (!check || document.version !== version) return undefined;
  const { text: fixedText, fixed } = fixSafely(text, check);
  if (fixedText === text) return undefined;
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document.uri, indexLines(text), editsBetween(text, fixedText));
  return { edit, count: fixed.length };
}
