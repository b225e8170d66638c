// The way from the core's places to the editor's, and back.
import * as vscode from 'vscode';
import type { Edit } from '../core/text/edit.js';
import type { LineIndex, Span } from '../core/text/span.js';

/** Where `offset` (UTF-16 code units into the text that `lines` indexes) is in the editor; lines and columns from 0. */
export function positionAt(lines: LineIndex, offset: number): vscode.Position {
  const { line, column } = lines.positionAt(offset);
  return new vscode.Position(line, column);
}

/** The editor's range of a span of the text that `lines` indexes. */
export function rangeOf(lines: LineIndex, span: Span): vscode.Range {
  return new vscode.Range(positionAt(lines, span.start), positionAt(lines, span.end));
}

/** Offset of an editor's position in the text that `lines` indexes. */
export function offsetAt(lines: LineIndex, position: vscode.Position): number {
  return Math.min(lines.startOf(position.line) + position.character, lines.startOf(position.line + 1));
}

/** Adds the core's edits of one file to a workspace edit. The editor gives new text the file's own line breaks. */
export function addEdits(to: vscode.WorkspaceEdit, uri: vscode.Uri, lines: LineIndex, edits: readonly Edit[]): void {
  for (const { span, newText } of edits) to.replace(uri, rangeOf(lines, span), newText);
}
