// What a fix promises: its problem is gone after it, and nothing new is there.
import type { Fix, Problem } from '../../src/core/problem.js';
import { applyEdits } from '../../src/core/text/edit.js';

/** What became of a fix's promises. */
export interface FixOutcome {
  readonly text: string;
  /** Whether the fix changed the text. */
  readonly isChanged: boolean;
  /** Whether its problem is gone. */
  readonly isMended: boolean;
  /** What is said now and was not before; that inserted source text is not translated yet is no surprise. */
  readonly fresh: readonly Problem[];
}

/** Applies one fix to `text` and looks again. */
export function faultsOfFix(
  text: string,
  problem: Problem,
  fix: Fix,
  before: readonly Problem[],
  problemsOf: (text: string) => readonly Problem[],
): FixOutcome {
  const fixed = applyEdits(text, fix.edits);
  const after = problemsOf(fixed);
  return {
    text: fixed,
    isChanged: fixed !== text,
    isMended: howMany(after, problem) < howMany(before, problem),
    fresh: after.filter((one) => !/untranslated/.test(one.check) && howMany(after, one) > howMany(before, one)),
  };
}

/** Problems that say the same of the same place in the source. */
function howMany(problems: readonly Problem[], like: Problem): number {
  return problems.filter(
    (one) => one.check === like.check && one.message === like.message && one.source?.start === like.source?.start,
  ).length;
}
