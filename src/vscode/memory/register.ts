// The translation memory in the editor: its list and its ghost text.
import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { registerCompletion } from './completion.js';
import { registerInline } from './inline.js';

export function registerMemory(services: Services): vscode.Disposable {
  return vscode.Disposable.from(registerCompletion(services, services.memories), registerInline(services, services.memories));
}
