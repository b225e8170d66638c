// What the extension keeps up by itself: the Problems view, the status bar, lines above headings, badges, the view “Issues”.
import { registerCodeLens } from './codeLens.js';
import { registerDiagnostics } from './diagnostics.js';
import { documentsInTabs } from './documents.js';
import { registerExplorerBadges } from './explorerBadges.js';
import { registerIssuesTree, type IssuesTree } from './issuesTree.js';
import type { Services } from './services.js';
import { registerSettingsProblems } from './settingsProblems.js';
import { registerStatus } from './status.js';

const features = [
  registerDiagnostics,
  registerSettingsProblems,
  registerStatus,
  registerCodeLens,
  registerExplorerBadges,
];

/**
 * Starts all of them; they end with the extension. Each begins with what is there by then, so that nothing is lost that
 * was opened, edited or closed before. VS Code asks for lenses, badges and rows as soon as there is somebody to ask.
 */
export function startFeatures(services: Services): IssuesTree {
  for (const register of features) services.context.subscriptions.push(register(services));
  if (documentsInTabs().length > 0) services.posts.prepare(); // they are looked at in a moment
  const issues = registerIssuesTree(services);
  services.context.subscriptions.push(issues);
  return issues;
}
