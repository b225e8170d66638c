// “Mark Translation as Up to Date”: a comment in its head names the source that all of it was brought up to.
import * as vscode from 'vscode';
import { markFile } from '../core/stale/mark.js';
import { applyEdits, sayNotDone } from './applyEdits.js';
import { askedFor } from './askedFor.js';
import type { Services } from './services.js';

/** The command, for the file that it was asked of or the active editor's. Nothing is marked unless somebody asks. */
export async function markUpToDate({ reviews }: Services, argument?: unknown): Promise<void> {
  const uri = askedFor(argument).uri ?? vscode.window.activeTextEditor?.document.uri;
  // Of a file that is not open the text on the disk would be read, whose line breaks VS Code may change.
  if (uri) await vscode.workspace.openTextDocument(uri);
  const checked = uri && (await reviews.checked(uri));
  if (!checked?.source) {
    void vscode.window.showInformationMessage(
      'This file is no translation whose source is here, as far as Facing Pages can tell: there is nothing to mark.',
    );
    return;
  }
  const { post, source } = checked;
  const mark = post.issue.damage ? undefined : markFile(post.issue, source.issue);
  if (!mark) {
    void vscode.window.showInformationMessage(
      'There is no place for the mark: the file’s encoding is damaged, or it is too long and has no front matter.',
    );
    return;
  }
  const outcome = await applyEdits(post.uri, post.text, [mark]);
  if (outcome !== 'applied') sayNotDone(post.uri, outcome);
}
