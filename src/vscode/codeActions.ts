// The light bulb: the fixes of the problems at the cursor, and “fix all” as a source action.
import * as vscode from 'vscode';
import type { Fix, Problem } from '../core/problem.js';
import { problemSource } from './diagnostics.js';
import { isPostDocument } from './documents.js';
import { fixAllEdit } from './fixAll.js';
import { addEdits, rangeOf } from './ranges.js';
import type { CheckedPost, Reviews } from './review.js';
import type { Services } from './services.js';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('facingPages');

/** Offers fixes in Markdown documents. */
export function registerCodeActions({ reviews }: Services): vscode.Disposable {
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] };
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new FixProvider(reviews), metadata);
}

class FixProvider implements vscode.CodeActionProvider {
  constructor(private readonly reviews: Reviews) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    if (!isPostDocument(document)) return [];
    const { only } = context;
    if (only && vscode.CodeActionKind.SourceFixAll.intersects(only)) return this.fixAll(document);
    if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const checked = await this.reviews.checked(document.uri);
    // Fixes of a text that is no more would change the wrong characters. VS Code asks again after an edit.
    if (!checked || checked.post.version !== document.version || token.isCancellationRequested) return [];
    return checked.problems.flatMap((problem) => {
      const place = rangeOf(checked.post.lines, problem.span);
      return place.intersection(range) ? problem.fixes.map((fix) => quickFix(fix, problem, place, checked, context)) : [];
    });
  }

  private async fixAll(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const found = await fixAllEdit(document, this.reviews);
    if (!found) return [];
    const action = new vscode.CodeAction('Fix all safe problems (Facing Pages)', fixAllKind);
    action.edit = found.edit;
    return [action];
  }
}

function quickFix(fix: Fix, problem: Problem, place: vscode.Range, { post }: CheckedPost, context: vscode.CodeActionContext): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.isPreferred = fix.preferred;
  action.diagnostics = context.diagnostics.filter((diagnostic) => isOf(diagnostic, problem, place));
  action.edit = new vscode.WorkspaceEdit();
  addEdits(action.edit, post.uri, post.lines, fix.edits);
  return action;
}

function isOf({ source, code, range, message }: vscode.Diagnostic, problem: Problem, place: vscode.Range): boolean {
  const id = typeof code === 'object' ? code.value : code;
  return source === problemSource && id === problem.check && message === problem.message && range.isEqual(place);
}
