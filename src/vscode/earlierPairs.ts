// A language's earlier issues beside their sources, read for what recurs in them.
import * as vscode from 'vscode';
import { alignIssues } from '../core/align/align.js';
import type { Alignment } from '../core/align/alignment.js';
import type { Sibling } from '../core/start/place.js';
import { postOf } from './postOf.js';
import type { Services } from './services.js';
import { wait } from './timing.js';

/** The pairs, aligned; undefined if the person no longer wants to wait. @param title of the notification that shows how far it is */
export async function readEarlier(
  pairs: readonly Sibling[],
  title: string,
  near: vscode.Uri,
  services: Services,
): Promise<Alignment[] | undefined> {
  if (pairs.length === 0) return [];
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const earlier: Alignment[] = [];
      for (const [i, pair] of pairs.entries()) {
        progress.report({
          message: `reading earlier issues, ${i + 1} of ${pairs.length}`,
          increment: 100 / pairs.length,
        });
        const [from, to] = [await postOf(pair.source, near, services), await postOf(pair.target, near, services)];
        await wait();
        if (token.isCancellationRequested) return undefined;
        if (from && to) earlier.push(alignIssues(from.issue, to.issue));
      }
      return earlier;
    },
  );
}
