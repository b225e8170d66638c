// Text editors beside the panel: finding them and showing lines in them.
import * as vscode from 'vscode';
import type { Lines } from '../../core/view/panelState.js';
import { placeOfWord, type ReadWord } from '../../core/view/wordPlace.js';

/** A word that somebody points at, and the lines (from 0, both inclusive) that it is in. */
export interface WordInLines {
  readonly lines: Lines;
  readonly at: ReadWord;
}

/** The column that a file is open in, in front or behind other tabs; undefined if it is not open. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  const isIt = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.toString() === key;
  const groups = vscode.window.tabGroups.all;
  return (groups.find(({ activeTab }) => activeTab && isIt(activeTab)) ?? groups.find(({ tabs }) => tabs.some(isIt)))
    ?.viewColumn;
}

/**
 * Opens `uri` where it is open already, else in the column of `sibling`, else beside the panel, and never on top of it.
 *
 * @param word where the cursor goes rather than to the beginning of `line`, if it is there
 * @param line from 0; the cursor goes there, and the view moves only if the line is out of sight
 */
export async function showInEditor(
  uri: vscode.Uri,
  sibling: vscode.Uri,
  panelColumn: vscode.ViewColumn | undefined,
  {
    line,
    word,
    focus,
  }: { readonly line?: number | undefined; readonly word?: WordInLines | undefined; readonly focus: boolean },
): Promise<vscode.TextEditor> {
  const elsewhere = panelColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  const viewColumn = columnOf(uri) ?? columnOf(sibling) ?? elsewhere;
  const editor = await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !focus, preview: false });
  if (line !== undefined) {
    const at =
      (word && placeIn(editor.document, word)) ??
      editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range.start;
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return editor;
}

function placeIn(
  document: vscode.TextDocument,
  { lines: [first, last], at }: WordInLines,
): vscode.Position | undefined {
  const range = document.validateRange(new vscode.Range(first, 0, last + 1, 0));
  const place = placeOfWord(document.getText(range), at);
  return place === undefined ? undefined : document.positionAt(document.offsetAt(range.start) + place);
}
