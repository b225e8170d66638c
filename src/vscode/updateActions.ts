// “Update from the source” as a source action of a translation that lacks something.
import * as vscode from 'vscode';
import { insertable } from '../core/checks/fixAll.js';
import { updateKind } from './codeActionKinds.js';
import type { Services } from './services.js';

/** Answers the action where there is something to insert. */
export function updates({ reviews }: Services) {
  return async (
    document: vscode.TextDocument,
    _range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> => {
    if (!only?.intersects(updateKind)) return []; // not at every move of the cursor
    const checked = await reviews.checked(document.uri);
    const missing =
      checked?.problems.filter(
        ({ check, fixes }) => insertable.test(check) && fixes.some(({ preferred }) => preferred),
      ) ?? [];
    if (missing.length === 0 || token.isCancellationRequested) return [];
    const action = new vscode.CodeAction('Update from the source (Facing Pages)', updateKind);
    action.command = {
      command: 'facingPages.updateTranslation',
      title: 'Update Translation',
      arguments: [document.uri],
    };
    return [action];
  };
}
