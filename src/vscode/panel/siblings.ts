// How far the other translations of the issue are: worked out one by one while nothing else is to do.
import type * as vscode from 'vscode';
import type { Progress } from '../../core/view/panelState.js';
import { progressOf } from '../../core/view/progress.js';
import { wait } from '../timing.js';
import type { FacingIssue, FacingModel } from './model.js';

/** Between two translations, so that typing goes first. In milliseconds. */
const pause = 60;

export class Siblings implements vscode.Disposable {
  private readonly known = new Map<string, Progress>();
  private round = 0;

  /** @param onNews called when more is known than before */
  constructor(
    private readonly model: FacingModel,
    private readonly onNews: () => void,
  ) {}

  /** What is known so far of a translation. */
  progressOf(translation: vscode.Uri): Progress | undefined {
    return this.known.get(translation.toString());
  }

  /** Notes what is known of a translation anyway. */
  note(translation: vscode.Uri, progress: Progress): void {
    this.known.set(translation.toString(), progress);
  }

  /** Forgets what a change of `uri` makes untrue: of a source, everything. */
  forget(uri: vscode.Uri, isSource: boolean): void {
    if (isSource) this.known.clear();
    else this.known.delete(uri.toString());
  }

  /** Works out what is not known of `issue`; a later call puts an end to an earlier one. */
  async workOut(issue: FacingIssue): Promise<void> {
    const round = ++this.round;
    for (const { uri } of issue.translations) {
      if (this.known.has(uri.toString())) continue;
      await wait(pause);
      if (round !== this.round) return;
      const review = await this.model.reviewOf(uri);
      if (round !== this.round) return;
      if (!review) continue;
      this.note(uri, progressOf(review.context.alignment.units));
      this.onNews();
    }
  }

  dispose(): void {
    this.round++;
  }
}
