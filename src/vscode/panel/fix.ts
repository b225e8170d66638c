// Makes the edits that somebody asked for in the panel.
import * as vscode from 'vscode';
import type { Edit } from '../../core/text/edit.js';
import { indexLines } from '../../core/text/span.js';
import { applyEdits, type Outcome } from '../applyEdits.js';

/** How often an edit is worked out anew because somebody was typing. */
const tries = 3;

/** `line` (from 0): of what came new. `none`: the edits make no sense any more, and nothing was done. */
export type Done =
  { readonly outcome: 'applied'; readonly line: number } | { readonly outcome: 'none' | Exclude<Outcome, 'applied'> };

/**
 * Makes edits as one step of undo. It is done only when VS Code has said so.
 *
 * @param editsOf finds the edits of the text as it stands now; `changed` if that cannot be told since somebody is typing,
 * undefined if they make no sense any more
 */
export async function applyNow(
  uri: vscode.Uri,
  editsOf: (document: vscode.TextDocument) => Promise<readonly Edit[] | 'changed' | undefined>,
): Promise<Done> {
  for (let left = tries; ; left--) {
    const document = await vscode.workspace.openTextDocument(uri);
    const before = document.getText();
    const edits = await editsOf(document);
    if (edits === undefined || edits.length === 0) return { outcome: 'none' };
    const outcome = edits === 'changed' ? edits : await applyEdits(uri, before, edits);
    if (edits !== 'changed' && outcome === 'applied') return { outcome, line: firstNewLine(before, edits) };
    if (outcome !== 'changed' || left <= 1) return { outcome: outcome === 'applied' ? 'changed' : outcome };
  }
}

function firstNewLine(before: string, edits: readonly Edit[]): number {
  const [first] = [...edits].sort((a, b) => a.span.start - b.span.start);
  const leadingBreaks = /^[\s\\]*/.exec(first!.newText)![0].split('\n').length;
  return indexLines(before).positionAt(first!.span.start).line + leadingBreaks - 1;
}
