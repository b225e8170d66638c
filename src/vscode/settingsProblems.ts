// The Problems view for settings files: what is wrong in them.
import * as vscode from 'vscode';
import { indexLines } from '../core/text/span.js';
import { problemSource } from './diagnostics.js';
import { isSettingsFile } from './projectSettings.js';
import { rangeOf } from './ranges.js';
import type { Services } from './services.js';

/** Shows the mistakes in the settings files that are in use or open. */
export function registerSettingsProblems({ settings, log }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('facing-pages-settings');

  async function show(uri: vscode.Uri): Promise<void> {
    const file = await settings.read(uri);
    if (!file || !settings.ofUser().enabled) return collection.delete(uri);
    const lines = indexLines(file.text);
    // VS Code knows JSON itself, and its schema: what it says already is not said again.
    const others = vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== problemSource);
    const own = file.faults.flatMap(({ span, message }) => {
      const range = rangeOf(lines, span);
      if (others.some((other) => other.range.intersection(range))) return [];
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = problemSource;
      return [diagnostic];
    });
    if (JSON.stringify(own) !== JSON.stringify(collection.get(uri) ?? [])) collection.set(uri, own); // what is set is told, and asked about again
  }

  const showSoon = (uri: vscode.Uri): void => {
    show(uri).catch((error: unknown) =>
      log.error(`Showing ${uri.toString()} failed.`, error instanceof Error ? error : String(error)),
    );
  };
  for (const { uri } of vscode.workspace.textDocuments) if (isSettingsFile(uri)) showSoon(uri);
  return vscode.Disposable.from(
    collection,
    settings.onDidRead(showSoon),
    settings.onDidChange((uri) => {
      if (uri) showSoon(uri);
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) if (isSettingsFile(uri)) showSoon(uri);
    }),
  );
}
