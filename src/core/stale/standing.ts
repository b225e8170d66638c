// How much of a translation lags behind, counted apart from what is wrong in it.
import type { Issue } from '../model.js';
import type { Problem } from '../problem.js';
import type { PairPast } from './past.js';

/** The check whose problem says that a unit is stale: where it is switched off or ignored, nothing is shown. */
export const staleCheck = 'stale-unit';

/** Whether there is anything, a history or a mark in the translation, that tells what lags behind. */
export function isKnown({ directives }: Issue, past: PairPast | undefined): boolean {
  return past !== undefined || directives.some(({ kind }) => kind === 'source');
}

/**
 * How many of the problems say that a unit's source has changed, and the others. What they are in number depends on
 * whether the history was read; a count of problems that is shown anywhere has only the others.
 */
export function splitStale(problems: readonly Problem[]): {
  readonly stale: number;
  readonly others: readonly Problem[];
} {
  const others = problems.filter(({ check }) => check !== staleCheck);
  return { stale: problems.length - others.length, others };
}
