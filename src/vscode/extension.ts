// The extension's entry: a list of its features.
import type * as vscode from 'vscode';

/** Called by VS Code when the first Markdown document is opened. */
export function activate(_context: vscode.ExtensionContext): void {
}
