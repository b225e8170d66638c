// What the features of the extension share.
import * as vscode from 'vscode';
import { pathOf } from './findPosts.js';
import { Posts } from './posts.js';
import { Reviews } from './review.js';
import { onSettingsChange, readSettings } from './settings.js';
import { WorkspaceIndex } from './workspaceIndex.js';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly posts: Posts;
  readonly index: WorkspaceIndex;
  readonly reviews: Reviews;
  /** Fired after the settings were read again. */
  readonly onSettingsChange: vscode.Event<void>;
}

/** Makes the services; they end with the extension. */
export function createServices(context: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel('Facing Pages', { log: true });
  const settingsChanged = new vscode.EventEmitter<void>();
  let settings = readSettings();
  const listening = onSettingsChange(() => {
    settings = readSettings();
    settingsChanged.fire();
  });
  const posts = new Posts(pathOf, log);
  const index = new WorkspaceIndex(posts, () => settings, log);
  const reviews = new Reviews(index, posts, () => settings);
  context.subscriptions.push(log, settingsChanged, listening, index, reviews);
  return { context, log, posts, index, reviews, onSettingsChange: settingsChanged.event };
}
