// The light bulb: the fixes of the problems at the cursor, “this is intended”, and “fix all” as a source action.
import * as vscode from 'vscode';
import type { Fix, Problem } from '../core/problem.js';
import { problemSource } from './diagnostics.js';
import { fixAllKind } from './codeActionKinds.js';
import { fixAllEdit } from './fixAll.js';
import { addEdits, rangeOf } from './ranges.js';
import { IgnoreActions } from './ignoreActions.js';
import type { CheckedPost } from './checking.js';
import type { Reviews } from './review.js';
import type { Services } from './services.js';

/** Answers the actions for a range of a document, and “fix all” where that is asked for. */
export function fixes({ reviews, settings }: Services) {
  const provider = new FixProvider(reviews, new IgnoreActions(settings));
  return (...asked: Parameters<FixProvider['provideCodeActions']>): Promise<vscode.CodeAction[]> =>
    provider.provideCodeActions(...asked);
}

class FixProvider {
  constructor(
    private readonly reviews: Reviews,
    private readonly ignoring: IgnoreActions,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const { only } = context;
    if (only && vscode.CodeActionKind.SourceFixAll.intersects(only)) return this.fixAll(document);
    if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const checked = await this.reviews.checked(document.uri);
    // Fixes of a text that is no more would change the wrong characters. VS Code asks again after an edit.
    if (!checked || checked.post.version !== document.version || token.isCancellationRequested) return [];
    const here = checked.problems.flatMap((problem) => {
      const place = rangeOf(checked.post.lines, problem.span);
      return place.intersection(range)
        ? [{ problem, diagnostics: context.diagnostics.filter((diagnostic) => isOf(diagnostic, problem, place)) }]
        : [];
    });
    const actions = here.flatMap(({ problem, diagnostics }) =>
      problem.fixes.map((fix) => quickFix(fix, checked, diagnostics)),
    );
    // What mends comes before what only silences.
    for (const { problem, diagnostics } of here) {
      for (const action of await this.ignoring.of(problem, checked)) {
        const same = actions.find((other) => other.title === action.title && sameEdits(other, action));
        if (same) same.diagnostics?.push(...diagnostics);
        else actions.push(Object.assign(action, { diagnostics: [...diagnostics] }));
      }
    }
    return token.isCancellationRequested ? [] : actions;
  }

  private async fixAll(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const found = await fixAllEdit(document, this.reviews);
    if (!found) return [];
    const action = new vscode.CodeAction('Fix all safe problems (Facing Pages)', fixAllKind);
    action.edit = found.edit;
    return [action];
  }
}

function quickFix(fix: Fix, { post }: CheckedPost, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.isPreferred = fix.preferred;
  action.diagnostics = diagnostics;
  action.edit = new vscode.WorkspaceEdit();
  addEdits(action.edit, post.uri, post.lines, fix.edits);
  return action;
}

function sameEdits(a: vscode.CodeAction, b: vscode.CodeAction): boolean {
  return JSON.stringify(a.edit?.entries()) === JSON.stringify(b.edit?.entries());
}

function isOf({ source, code, range, message }: vscode.Diagnostic, problem: Problem, place: vscode.Range): boolean {
  const id = typeof code === 'object' ? code.value : code;
  return source === problemSource && id === problem.check && message === problem.message && range.isEqual(place);
}
