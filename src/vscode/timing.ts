// Waiting: until typing pauses, and so that others get their turn.
import type { Disposable } from 'vscode';

/** The longest that the extension holds up its host at a stretch where it can help it, in milliseconds. */
const longestTurn = 12;

/** @param milliseconds none to let others have their turn: a key that was pressed meanwhile, a “Cancel” */
export function wait(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Calls `run` once things have been quiet for `milliseconds`; dispose to call it no more. */
export class Debounced implements Disposable {
  private timer: Timer | undefined;

  constructor(
    private readonly run: () => void,
    private readonly milliseconds: number,
  ) {}

  /** @param milliseconds to wait this time, where it differs */
  trigger(milliseconds = this.milliseconds): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.run, milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}

/**
 * Keeps long work from blocking: `await turn.pause()` before each step lets others run when it is time. Steps that
 * wait at once go one after the other.
 */
export class Turn {
  private since = performance.now();
  private last = Promise.resolve();

  pause(): Promise<void> {
    return (this.last = this.last.then(() => this.yieldWhenDue()));
  }

  private async yieldWhenDue(): Promise<void> {
    if (performance.now() - this.since < longestTurn) return;
    await wait();
    this.since = performance.now();
  }
}
