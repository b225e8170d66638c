// The project's glossary in the editor: adding to it, and reading it where a term stands.
import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { registerAddToGlossary } from './addToGlossary.js';
import { registerGlossaryHover } from './hover.js';

export function registerGlossary(services: Services): vscode.Disposable {
  return vscode.Disposable.from(registerAddToGlossary(services), registerGlossaryHover(services));
}
