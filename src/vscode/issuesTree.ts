// The view “Issues”: every issue, newest first, and below it how far each language is.
import * as vscode from 'vscode';
import type { Pairing } from '../core/pair/pairing.js';
import { isPostDocument } from './documents.js';
import { foundIssues } from './hasIssues.js';
import { issueRows, type IssueRow, type Row } from './issuesTree/rows.js';
import { itemOf, missingScheme } from './issuesTree/items.js';
import { Standings } from './issuesTree/standings.js';
import type { Services } from './services.js';
import { Debounced } from './timing.js';

const viewId = 'facingPages.issues';
/** So many are read before anybody could read a message. */
const fewPosts = 100;
/** Until typing has paused for so long nothing is asked anew, in milliseconds. */
const quietTime = 800;

/** The view, and what it shows as data. */
export interface IssuesTree extends vscode.Disposable {
  rows(): Promise<readonly IssueRow[]>;
}

/** Registers the view. It reads nothing before somebody opens it, and does nothing while it is hidden. */
export function registerIssuesTree(services: Services): IssuesTree {
  const { index, reviews, settings, log } = services;
  const changed = new vscode.EventEmitter<Row | undefined>();
  const standings = new Standings(
    reviews,
    () => view.visible,
    (row) => changed.fire(row),
  );
  let known: readonly IssueRow[] = [];
  let paired: Pairing | undefined;
  let isStale = false;

  const rows = async (): Promise<readonly IssueRow[]> => {
    const near = settings.ofUser().enabled ? nearest() : undefined;
    if (!near) {
      paired = undefined;
      return (known = []);
    }
    const pairing = await index.pairingAround(near);
    if (pairing === paired) return known;
    paired = pairing;
    known = issueRows(pairing, known, (path) => index.uriOf(path, near));
    if (known.length > 0) foundIssues();
    return known;
  };
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => itemOf(row, row.kind === 'translation' ? standings.of(row) : undefined),
    getParent: (row) => (row.kind === 'issue' ? undefined : known.find(({ languages }) => languages.includes(row))),
    async getChildren(row) {
      if (!row) return [...(await rows())];
      if (row.kind !== 'issue') return [];
      standings.workOut(row);
      return [...row.languages];
    },
  };
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });
  const refresh = (): void => {
    isStale = !view.visible;
    if (view.visible) changed.fire(undefined);
  };
  const soon = new Debounced(
    () =>
      void renew().catch((error: unknown) =>
        log.error('The issues could not be listed.', error instanceof Error ? error : String(error)),
      ),
    quietTime,
  );
  /** What a change leaves as it was keeps its rows, so that nothing in the view moves. */
  const renew = async (): Promise<void> => {
    if (!view.visible) return void (isStale = true);
    const before = known;
    await rows();
    if (before.length !== known.length || before.some((row, i) => row !== known[i])) refresh();
    else standings.workOutAll();
  };
  const reading = index.onDidProgress(() => {
    const { reading: now } = index;
    view.message = now && now.of > fewPosts ? `Reading posts: ${now.done} of ${now.of}` : '';
    if (index.reading || !view.visible) return;
    soon.trigger();
  });
  const touched = reviews.onDidChange((uri) => {
    standings.forget(uri, known);
    if (view.visible) soon.trigger();
    else isStale = true;
  });
  const disposable = vscode.Disposable.from(
    view,
    changed,
    standings,
    soon,
    reading,
    touched,
    view.onDidChangeVisibility(() => {
      if (view.visible && isStale) refresh();
      if (view.visible) standings.workOutAll();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.window.registerFileDecorationProvider({
      provideFileDecoration: ({ scheme }) =>
        scheme === missingScheme ? { color: new vscode.ThemeColor('disabledForeground') } : undefined,
    }),
  );
  return { dispose: () => void disposable.dispose(), rows };
}

/** Where to look: in the workspace; without one, around the post that is open. */
function nearest(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, 'README.md');
  const document = vscode.window.activeTextEditor?.document;
  return document && isPostDocument(document) ? document.uri : undefined;
}
