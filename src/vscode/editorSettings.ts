// What of the extension a person wants to see in the text and in the explorer.
import * as vscode from 'vscode';

const section = 'facingPages';

/** Lines above the headings of a translation. */
export function showsCodeLens(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(section, document).get<unknown>('codeLens') !== false;
}

/** The counterpart of the text below the mouse pointer. */
export function showsHover(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(section, document).get<unknown>('hover') !== false;
}

/** How far a translation is, behind its name in the explorer. */
export function showsBadges(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('explorerBadges') !== false;
}
