// The extension's entry: a list of its features.
import type * as vscode from 'vscode';
import { registerCodeActions } from './codeActions.js';
import { registerCounterpart } from './counterpart.js';
import { registerDiagnostics } from './diagnostics.js';
import { registerFixAll } from './fixAll.js';
import { createServices } from './services.js';
import { registerShowPairing } from './showPairing.js';
import { registerStatus } from './status.js';

const features = [registerDiagnostics, registerCodeActions, registerFixAll, registerCounterpart, registerShowPairing, registerStatus];

/** Called by VS Code when the first Markdown document is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  for (const register of features) context.subscriptions.push(register(services));
}
