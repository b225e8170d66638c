// How far a translation is, and what is wrong in it; noted whenever one is checked, for whoever wants to show it.
import * as vscode from 'vscode';
import { isAtLeast } from '../core/problem.js';
import { splitStale } from '../core/stale/standing.js';
import type { Progress } from '../core/view/panelState.js';
import { progressOf } from '../core/view/progress.js';
import { openDocument } from './documents.js';
import type { CheckedPost } from './checking.js';
import type { Reviews } from './review.js';

/** What is known of a translation. */
export interface Standing {
  readonly progress: Progress;
  /** Problems that are errors or warnings. */
  readonly grave: number;
  /** All others. */
  readonly slight: number;
  /** Units whose source has changed since, as far as that is known by now; no problem among the others. */
  readonly stale: number;
}

/** The standing of a post that was checked; undefined if it translates nothing. */
export function standingOf({ review, problems }: CheckedPost): Standing | undefined {
  if (!review) return undefined;
  const { stale, others } = splitStale(problems);
  const grave = others.filter(({ severity }) => isAtLeast(severity, 'warning')).length;
  return { progress: progressOf(review.context.alignment.units), grave, slight: others.length - grave, stale };
}

/** The standings of all translations that were checked and have not changed since. Asks for none. */
export class KnownStandings implements vscode.Disposable {
  private readonly known = new Map<string, { readonly standing: Standing; readonly source: string }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  private readonly listening: vscode.Disposable;
  /** Fired with the files of which more, something else or nothing more is known. */
  readonly onDidChange = this.changed.event;

  constructor(reviews: Reviews) {
    this.listening = vscode.Disposable.from(
      this.changed,
      reviews.onDidCheck((checked) => this.note(checked)),
      reviews.onDidChange((uri) => this.forget(uri)),
    );
  }

  of(uri: vscode.Uri): Standing | undefined {
    return this.known.get(uri.toString())?.standing;
  }

  dispose(): void {
    this.listening.dispose();
  }

  private note(checked: CheckedPost): void {
    const { uri } = checked.post;
    const key = uri.toString();
    const standing = standingOf(checked);
    const before = this.known.get(key)?.standing;
    if (standing) this.known.set(key, { standing, source: checked.source?.uri.toString() ?? '' });
    else this.known.delete(key);
    if (JSON.stringify(before) !== JSON.stringify(standing)) this.changed.fire([uri]);
  }

  /** What is open is checked anew in a moment, and keeps its standing until then. */
  private forget(changed: vscode.Uri): void {
    const key = changed.toString();
    const gone = [...this.known]
      .filter(([own, { source }]) => own === key || source === key)
      .map(([own]) => vscode.Uri.parse(own))
      .filter((uri) => !openDocument(uri));
    for (const uri of gone) this.known.delete(uri.toString());
    if (gone.length > 0) this.changed.fire(gone);
  }
}
