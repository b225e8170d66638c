// The extension's entry: registers what VS Code may ask for, and has everything else loaded behind that.
import type * as vscode from 'vscode';
import type { PanelState } from '../core/view/panelState.js';
import { registerCommands } from './commands.js';
import type { IssueRow } from './issuesTree/rows.js';
import { Later } from './later.js';
import { registerPanelReturn } from './panel/return.js';
import { registerProviders } from './providers.js';
import { newWork, type Work } from './work.js';

/** What other extensions, and tests, can ask. */
export interface Api {
  /** What the panel shows, as plain data; undefined without a panel. */
  panelState(): PanelState | undefined;
  /** The rows of the view “Issues”. */
  issueRows(): Promise<readonly IssueRow[]>;
  /** What was done so far. */
  work(): Work;
}

/**
 * VS Code calls it when the first Markdown document is opened, a command is called, the view “Issues” is shown, or the panel comes
 * back after a reload. What stands here and in the files that it imports is all that such a start waits for.
 */
export function activate(context: vscode.ExtensionContext): Api {
  const services = new Later(async () => (await import('./parts/features.js')).createServices(context));
  const issues = new Later(async () => (await import('./parts/features.js')).startFeatures(await services.get()));
  context.subscriptions.push(registerCommands(services), registerProviders(services), registerPanelReturn(services));
  void issues.get(); // when this has returned
  return {
    panelState: () => services.now?.panels.now?.state,
    issueRows: async () => (await issues.get()).rows(),
    work: () => ({ ...(services.now?.posts.work ?? newWork()) }),
  };
}
