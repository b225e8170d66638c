// Files that have just come: VS Code leaves out what the settings hide when it looks for files, but not when it watches them.
import * as vscode from 'vscode';
import { findPosts } from './findPosts.js';
import { Debounced } from './timing.js';

/** How long after the last new file is asked for all of them at once: a build or a checkout brings many. In milliseconds. */
const quietTime = 300;

export class Newcomers implements vscode.Disposable {
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly asking = new Debounced(() => void this.ask(), quietTime);

  /** @param welcome called with each new file that the settings do not hide */
  constructor(private readonly welcome: (uri: vscode.Uri) => void) {}

  /** Takes note of a new file: nobody waits where the settings hide nothing of their own. */
  note(uri: vscode.Uri): void {
    if (!hidesAnything(uri)) return this.welcome(uri);
    this.waiting.set(uri.toString(), uri);
    this.asking.trigger();
  }

  dispose(): void {
    this.asking.dispose();
  }

  private async ask(): Promise<void> {
    const uris = [...this.waiting.values()];
    this.waiting.clear();
    const found = await findPosts(uris[0]!).then(
      (all) => new Set(all.map(String)),
      () => undefined,
    ); // undefined: VS Code cannot look
    for (const uri of uris) if (!found || found.has(uri.toString())) this.welcome(uri);
  }
}

/** Whether `files.exclude` hides more than what every VS Code hides, among which there are no posts. */
function hidesAnything(uri: vscode.Uri): boolean {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return false;
  const files = vscode.workspace.getConfiguration('files', uri);
  const usual = files.inspect<Readonly<Record<string, unknown>>>('exclude')?.defaultValue ?? {};
  const now = files.get<Readonly<Record<string, unknown>>>('exclude') ?? {};
  return Object.entries(now).some(([glob, isOn]) => isOn !== false && !(glob in usual));
}
