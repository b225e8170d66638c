// What the features of the extension share.
import * as vscode from 'vscode';
import { pathOf } from './findPosts.js';
import { Later } from './later.js';
import type { Memories } from './memory/memories.js';
import type { Panels } from './panel/panels.js';
import { Pasts } from './pasts.js';
import { Posts } from './posts.js';
import { AllSettings } from './projectSettings.js';
import { Reviews } from './review.js';
import { WorkspaceIndex } from './workspaceIndex.js';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly posts: Posts;
  readonly index: WorkspaceIndex;
  readonly reviews: Reviews;
  readonly memories: Later<Memories>;
  readonly panels: Later<Panels>;
  readonly settings: AllSettings;
  /** Fired after settings changed, those of VS Code or of a project. */
  readonly onSettingsChange: vscode.Event<unknown>;
}

/** Makes the services; they end with the extension. */
export function createServices(context: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel('Facing Pages', { log: true });
  const settings = new AllSettings();
  const posts = new Posts(pathOf, vscode.Uri.joinPath(context.extensionUri, 'dist/ngrams.json'), log);
  const index = new WorkspaceIndex(posts, settings, log);
  const pasts = new Pasts(log);
  const reviews = new Reviews(index, posts, settings, pasts);
  const untilEnd = <T extends vscode.Disposable>(made: T): T => {
    context.subscriptions.push(made);
    return made;
  };
  const memories = new Later(async () => untilEnd(new (await import('./memory/memories.js')).Memories(index, log)));
  // What makes HTML of a post is the larger half of it.
  const panels = Later.inPieces([() => import('../core/view/html.js')], async () =>
    untilEnd(new (await import('./panel/panels.js')).Panels(context.extensionUri, reviews, memories)),
  );
  for (const one of [log, settings, index, pasts, reviews]) untilEnd(one);
  return { context, log, posts, index, reviews, memories, panels, settings, onSettingsChange: settings.onDidChange };
}
