// The extension: a list of its features.
import type * as vscode from 'vscode';
import type { PanelState } from '../core/view/panelState.js';
import { registerCodeActions } from './codeActions.js';
import { registerCodeLens } from './codeLens.js';
import { registerCounterpart } from './counterpart.js';
import { registerDiagnostics } from './diagnostics.js';
import { registerExplorerBadges } from './explorerBadges.js';
import { registerFixAll } from './fixAll.js';
import { registerGlossary } from './glossary/register.js';
import { registerHover } from './hover.js';
import { registerIssuesTree } from './issuesTree.js';
import type { IssueRow } from './issuesTree/rows.js';
import { registerMarkUpToDate } from './markUpToDate.js';
import { registerNewIssue } from './newIssue.js';
import { registerMemory } from './memory/register.js';
import { registerNextToDo } from './nextToDo.js';
import { registerOpenSample } from './openSample.js';
import { register as registerPanel } from './panel/register.js';
import { createServices } from './services.js';
import { registerSettingsProblems } from './settingsProblems.js';
import { registerShowPairing } from './showPairing.js';
import { registerStartTranslation } from './startTranslation.js';
import { registerStatus } from './status.js';
import { registerStyleCompletion } from './styleCompletion.js';
import { registerUpdateTranslation } from './updateTranslation.js';
import type { Work } from './work.js';

/** What other extensions, and tests, can ask. */
export interface Api {
  /** What the panel shows, as plain data; undefined without a panel. */
  panelState(): PanelState | undefined;
  /** The rows of the view “Issues”. */
  issueRows(): Promise<readonly IssueRow[]>;
  /** What was done so far. */
  work(): Work;
}

const features = [
  registerDiagnostics,
  registerSettingsProblems,
  registerCodeActions,
  registerFixAll,
  registerCounterpart,
  registerShowPairing,
  registerStartTranslation,
  registerNewIssue,
  registerUpdateTranslation,
  registerMarkUpToDate,
  registerStyleCompletion,
  registerStatus,
  registerNextToDo,
  registerHover,
  registerCodeLens,
  registerExplorerBadges,
  registerMemory,
  registerOpenSample,
  registerGlossary,
];

/** Starts all features. */
export function activate(context: vscode.ExtensionContext): Api {
  const services = createServices(context);
  for (const register of features) context.subscriptions.push(register(services));
  const panel = registerPanel(context, services.reviews, services.memories);
  const issues = registerIssuesTree(services);
  context.subscriptions.push(panel, issues);
  return { panelState: () => panel.state(), issueRows: () => issues.rows(), work: () => ({ ...services.posts.work }) };
}
