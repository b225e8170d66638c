// Whether an issue was found in this window: menus on files that may be none show nothing of us before.
import * as vscode from 'vscode';

let isSaid = false;

/** Says that there are issues, once and for all: a window in which somebody looked at one goes on to have it in its menus. */
export function foundIssues(): void {
  if (isSaid) return;
  isSaid = true;
  void vscode.commands.executeCommand('setContext', 'facingPages.hasIssues', true);
}
