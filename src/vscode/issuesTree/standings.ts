// How far the translations are that the view “Issues” shows: worked out one by one while nothing else is to do.
import type * as vscode from 'vscode';
import type { Reviews } from '../review.js';
import { standingOf, type Standing } from '../standing.js';
import { wait } from '../timing.js';
import type { IssueRow, LanguageRow, Row } from './rows.js';

/** Between two translations, so that typing goes first. In milliseconds. */
const pause = 60;

export class Standings implements vscode.Disposable {
  private readonly known = new Map<string, Standing>();
  /** Issues whose languages somebody has unfolded. */
  private readonly shown = new Map<string, IssueRow>();
  /** Translations that just now could not be read. */
  private readonly unreadable = new Set<string>();
  private isWorking = false;
  private isOver = false;

  /** @param onNews called with a row of which more is known than before */
  constructor(
    private readonly reviews: Reviews,
    private readonly isVisible: () => boolean,
    private readonly onNews: (row: Row) => void,
  ) {}

  of(row: LanguageRow): Standing | undefined {
    return this.known.get(row.uri.toString());
  }

  /** Works out what is not known of an issue that is being unfolded. */
  workOut(issue: IssueRow): void {
    this.shown.set(issue.key, issue);
    this.workOutAll();
  }

  /** Goes on where work was left when the view was hidden, or something changed. */
  workOutAll(): void {
    if (this.isWorking) return;
    this.isWorking = true;
    void this.work().finally(() => (this.isWorking = false));
  }

  /** Forgets what a change of `uri` makes untrue: of a source all its translations; of anything else but posts, everything. */
  forget(uri: vscode.Uri, issues: readonly IssueRow[]): void {
    const key = uri.toString();
    const issue = issues.find((one) => one.uri.toString() === key);
    if (issue) for (const row of issue.languages) this.known.delete(row.uri.toString());
    else if (!this.known.delete(key) && !/\.(?:md|markdown|mdown)$/i.test(uri.path)) this.known.clear();
  }

  dispose(): void {
    this.isOver = true;
  }

  private async work(): Promise<void> {
    for (let row = this.next(); row; row = this.next()) {
      await wait(pause);
      const key = row.uri.toString();
      const checked = await this.reviews.checked(row.uri).catch(() => undefined);
      if (this.isOver) return;
      const standing = checked && standingOf(checked);
      if (!standing) {
        this.unreadable.add(key);
        continue;
      }
      this.known.set(key, standing);
      this.onNews(row);
    }
    this.unreadable.clear();
  }

  private next(): LanguageRow | undefined {
    if (this.isOver || !this.isVisible()) return undefined;
    for (const { languages } of this.shown.values()) {
      const row = languages.find(
        ({ kind, uri }) =>
          kind === 'translation' && !this.known.has(uri.toString()) && !this.unreadable.has(uri.toString()),
      );
      if (row) return row;
    }
    return undefined;
  }
}
