// Which completions a person wants in an issue's own style.
import * as vscode from 'vscode';

const section = 'facingPages.completion';

/** Whether sections, items and pictures are offered. */
export function offersStyle(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('style') !== false;
}

/** Whether fields of the front matter and their values are offered. */
export function offersFrontMatter(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('frontMatter') !== false;
}
