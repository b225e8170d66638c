// The panel follows the text editors: the row of the cursor is marked, and what comes to the front is shown.
import * as vscode from 'vscode';
import { rowAt, type Side } from '../../core/view/rowAt.js';
import type { FacingModel } from './model.js';
import { followsEditor } from './settings.js';
import type { Shown } from './shown.js';

export class Following implements vscode.Disposable {
  /** The row that the cursor is in, or was in last. All translations of an issue have their rows in common. */
  current: string | undefined;
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly shown: Shown,
    private readonly model: FacingModel,
  ) {
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) =>
        this.markRow(textEditor, kind === vscode.TextEditorSelectionChangeKind.Mouse),
      ),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && void this.showIssueOf(editor)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        const renamed = files.find(({ oldUri }) => oldUri.toString() === shown.translation.toString());
        if (renamed) void shown.switchTo(renamed.newUri);
      }),
    );
  }

  /**
   * Marks the row that the cursor of `editor` is in.
   * @param anew brings it into sight even if it is marked already: somebody came to it, and did not only go on writing
   */
  markRow({ document, selection }: vscode.TextEditor, anew = false): void {
    const { content } = this.shown;
    if (!content || !followsEditor()) return;
    const { review, state } = content;
    const key = document.uri.toString();
    const side: Side | undefined =
      key === review.target.uri.toString() ? 'target' : key === review.source.uri.toString() ? 'source' : undefined;
    const row = side && rowAt(state, side, selection.active.line);
    if (!row || !side) return;
    this.current = row.key;
    this.shown.mark(row.key, side, anew);
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** Another issue, or another translation, came to the front: the panel shows that one, in the same language if it can. */
  private async showIssueOf(editor: vscode.TextEditor): Promise<void> {
    const review = this.shown.content?.review;
    const key = editor.document.uri.toString();
    if (review && (review.source.uri.toString() === key || review.target.uri.toString() === key))
      return this.markRow(editor, true);
    if (editor.document.languageId !== 'markdown') return;
    const issue = await this.model.issueOf(editor.document.uri);
    if (!issue || vscode.window.activeTextEditor !== editor) return;
    const own = issue.translations.find(({ uri }) => uri.toString() === key);
    const sameLocale = issue.translations.find(({ locale }) => locale === review?.target.locale);
    const next = own ?? sameLocale ?? issue.translations[0];
    if (next) await this.shown.switchTo(next.uri);
  }
}
