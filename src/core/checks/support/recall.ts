// One run of the checks: what the last one remembers.
import type { Ends } from '../../text/ends.js';

/** One run of the checks: what the last one remembers, and what this one finds. */
export interface Recall {
  /** Between the last run's units and this one's; undefined where all has to be looked at. */
  readonly units: Ends | undefined;
  /** The same of the target's blocks, each with its unit. */
  readonly blocks: Ends | undefined;
  /** What somebody found in the last run, and in this one, by a place of his own. */
  readonly before: readonly unknown[];
  readonly now: unknown[];
  /** How often something was asked that hangs on all of the pair, as what the vocabulary says. */
  asked: number;
  /** To be called when all checks have run. */
  keep(): void;
}
