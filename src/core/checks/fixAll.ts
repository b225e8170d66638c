// “Fix all”: the fixes that are right without anybody looking, taken until none is left.
import type { Fix, Problem } from '../problem.js';
import { applyEdits, withoutCollisions } from '../text/edit.js';

/** What became of a text. */
export interface FixedText {
  readonly text: string;
  /** The problems that were mended, in the order in which they were. */
  readonly fixed: readonly Problem[];
}

/** A fix can uncover another; more rounds than this mean that two undo each other. */
const mostRounds = 10;

/**
 * Applies every safe, preferred fix that collides with none before it, checks again, and so on until nothing safe is
 * left. Hints are a matter of taste: they are left alone.
 *
 * @param problemsOf the problems of a text; all spans count in it
 */
export function fixSafely(text: string, problemsOf: (text: string) => readonly Problem[]): FixedText {
  return fixUntilNone(text, problemsOf, ({ severity, fixes }) => (severity === 'hint' ? undefined : fixes.find(({ safe, preferred }) => safe && preferred)));
}

/** Inserts everything that is missing, in the source's words: what is inserted is still to be translated. */
export function insertMissing(text: string, problemsOf: (text: string) => readonly Problem[]): FixedText {
  return fixUntilNone(text, problemsOf, ({ check, fixes }) => (insertable.test(check) ? fixes.find(({ preferred }) => preferred) : undefined));
}

/** The checks whose preferred fix inserts blocks of the source. */
export const insertable = /^(?:missing-(?:section|item|block)|image-missing)$/;

function fixUntilNone(text: string, problemsOf: (text: string) => readonly Problem[], choose: (problem: Problem) => Fix | undefined): FixedText {
  const fixed: Problem[] = [];
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const taken = withoutCollisions(problemsOf(current).flatMap((problem) => withFix(problem, choose(problem))));
    const next = applyEdits(current, taken.flatMap((one) => one.edits));
    if (seen.has(next)) break;
    fixed.push(...taken.map((one) => one.problem));
    seen.add(next);
    current = next;
  }
  return { text: current, fixed };
}

function withFix(problem: Problem, fix: Fix | undefined): { problem: Problem; edits: Fix['edits'] }[] {
  return fix ? [{ problem, edits: fix.edits }] : [];
}
