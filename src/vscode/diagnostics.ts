// The Problems view: what the checks say of the issues that are open.
import * as vscode from 'vscode';
import { docsUrl } from '../core/checks/support/docsUrl.js';
import type { Problem, Severity } from '../core/problem.js';
import { documentsInTabs, isPostDocument } from './documents.js';
import { FirstLooks } from './firstLook.js';
import { rangeOf } from './ranges.js';
import type { CheckedPost } from './checking.js';
import type { Services } from './services.js';
import { Debounced, Turn } from './timing.js';

/** What the extension's problems carry as their source. */
export const problemSource = 'Facing Pages';

/** How long after the last key the problems are looked at again, in milliseconds. */
const quietTime = 250;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Keeps the Problems view up for the issues in tabs. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const { reviews, log, onSettingsChange } = services;
  const collection = vscode.languages.createDiagnosticCollection('facing-pages');
  const firstLooks = new FirstLooks(services);
  const turn = new Turn();
  let round = 0;

  /** One file that cannot be checked must not keep the others from being so. */
  function failed(uri: vscode.Uri, error: unknown): undefined {
    log.error(`Checking ${uri.toString()} failed.`, error instanceof Error ? error : String(error));
  }

  async function refresh(): Promise<void> {
    const mine = ++round;
    const open = documentsInTabs();
    const keys = new Set(open.map(({ uri }) => uri.toString()));
    collection.forEach((uri) => {
      if (!keys.has(uri.toString())) collection.delete(uri);
    });
    for (const { uri } of open) {
      const early = await firstLooks.of(uri).catch(() => undefined); // edited meanwhile, or something that the second look says as well
      if (mine !== round) return;
      if (early) collection.set(uri, diagnosticsOf(early));
    }
    for (const { uri } of open) {
      await turn.pause();
      const checked = await reviews.checked(uri).catch((error: unknown) => failed(uri, error));
      if (mine !== round) return; // something changed meanwhile, and a newer round is on its way
      if (checked) collection.set(uri, diagnosticsOf(checked));
      else collection.delete(uri);
    }
  }

  const soon = new Debounced(() => {
    refresh().catch((error: unknown) => log.error('Checking failed.', error instanceof Error ? error : String(error)));
  }, quietTime);
  const again = (): void => {
    round++;
    soon.trigger(Math.max(...documentsInTabs().map(({ uri }) => reviews.patience(uri, quietTime)), quietTime));
  };
  again();
  return vscode.Disposable.from(
    collection,
    soon,
    reviews.onDidChange(again),
    onSettingsChange(again),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if (opened.length + closed.length > 0) again();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isPostDocument(document)) again();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

/** The problems of a post as the editor shows them, in the same order. */
export function diagnosticsOf(checked: CheckedPost): vscode.Diagnostic[] {
  return checked.problems.map((problem) => diagnosticOf(problem, checked));
}

function diagnosticOf(problem: Problem, { post, source }: CheckedPost): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(post.lines, problem.span),
    problem.message,
    severities[problem.severity],
  );
  diagnostic.source = problemSource;
  diagnostic.code = { value: problem.check, target: vscode.Uri.parse(docsUrl(problem.check)) };
  if (problem.source && source) {
    const place = new vscode.Location(source.uri, rangeOf(source.lines, problem.source));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, 'The source has it here')];
  }
  return diagnostic;
}
