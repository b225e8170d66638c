// Which of a row's fixes a key or a menu means.
import type { ProblemState, RowState } from '../protocol/messages.js';

/** A fix, as the extension is asked for it. */
export interface ChosenFix {
  readonly problem: string;
  /** Its place among the problem's fixes. */
  readonly fix: number;
}

/** The check whose fix puts an item back to its place. */
const orderCheck = 'order-changed';

/** The fix that one would take; undefined where the problem has none. */
export function preferredFix({ id, fixes }: ProblemState): ChosenFix | undefined {
  return fixes.length === 0
    ? undefined
    : {
        problem: id,
        fix: Math.max(
          0,
          fixes.findIndex(({ preferred }) => preferred),
        ),
      };
}

/** The fix of the row's first problem that has one. */
export function firstFix({ problems }: RowState): ChosenFix | undefined {
  return firstOf(problems, () => true);
}

/** How many of the row's problems can be mended at once. */
export function countFixes({ problems }: RowState): number {
  return problems.filter(({ severity, fixes }) => severity !== 'hint' && fixes.some(({ preferred }) => preferred))
    .length;
}

/** What puts the row to where the source has it; undefined where it stands right, or cannot be moved. */
export function moveFix({ problems }: RowState): ChosenFix | undefined {
  return firstOf(problems, ({ check }) => check === orderCheck);
}

/** What marks the row's translation as up to date with a source that has changed. */
export function upToDateFix({ problems, stale }: RowState): ChosenFix | undefined {
  const problem = problems.find(({ id }) => id === stale?.problem);
  return problem && problem.fixes.length > 0 ? { problem: problem.id, fix: 0 } : undefined;
}

/** The first problem that somebody may mark as intended. */
export function firstIntendable({ problems }: RowState): string | undefined {
  return problems.find(({ canBeIntended }) => canBeIntended)?.id;
}

function firstOf(problems: readonly ProblemState[], wanted: (problem: ProblemState) => boolean): ChosenFix | undefined {
  for (const problem of problems) {
    const fix = wanted(problem) ? preferredFix(problem) : undefined;
    if (fix) return fix;
  }
  return undefined;
}
