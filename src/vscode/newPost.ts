// What commands that make a file share: where its path leads, its creation as one step to undo, the day it is made on.
import * as vscode from 'vscode';
import { applyEdit, shownPath } from './applyEdits.js';

/** The file that pairing would call `path`, seen from another one's. Both paths may begin with the workspace folder's name. */
export function uriBeside(uri: vscode.Uri, ownPath: string, path: string): vscode.Uri {
  const up = ownPath.split('/').map(() => '..');
  const isWhole = uri.path.normalize('NFC').endsWith(`/${ownPath.normalize('NFC')}`);
  return isWhole
    ? vscode.Uri.joinPath(uri, ...up, path)
    : vscode.Uri.joinPath(uri, ...up.slice(1), path.slice(path.indexOf('/') + 1));
}

/** Makes a file, which undo takes back; says so if it cannot be made. */
export async function createPost(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  const isMade = await applyEdit(edit);
  if (!isMade)
    void vscode.window.showErrorMessage(
      `${shownPath(uri)} could not be created. Check that the folder can be written to.`,
    );
  return isMade;
}

/** As names of files have it, where the person is. */
export function today(): string {
  const now = new Date();
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
