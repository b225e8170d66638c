// “Fix all”: the fixes that are right without anybody looking, taken until none is left.
import type { Fix, Problem } from '../problem.js';
import { applyEdits, withoutCollisions } from '../text/edit.js';
import { overlaps, type Span } from '../text/span.js';
import { joinInsertions, type Chosen } from './support/joinInsertions.js';

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
  return fixUntilNone(text, problemsOf, ({ severity, fixes }) =>
    severity === 'hint' ? undefined : fixes.find(({ safe, preferred }) => safe && preferred),
  );
}

/**
 * Inserts everything that is missing, in the source's words: what is inserted is still to be translated. Nothing of the
 * source is inserted twice, even if it is not known again once it is there.
 *
 * @param problemsOf the problems of a text; all spans count in it
 */
export function insertMissing(text: string, problemsOf: (text: string) => readonly Problem[]): FixedText {
  const inserted: Span[] = [];
  const choose = ({ check, fixes, source }: Problem, current: string): Fix | undefined => {
    const fix =
      insertable.test(check) && !inserted.some((span) => source && overlaps(span, source))
        ? fixes.find(({ preferred }) => preferred)
        : undefined;
    return fix?.edits.some(({ newText }) => stands(newText, current)) ? undefined : fix;
  };
  return fixUntilNone(text, problemsOf, choose, (chosen) => {
    const taken = withoutCollisions(joinInsertions(chosen));
    inserted.push(...taken.flatMap(({ problems }) => problems.flatMap(({ source }) => source ?? [])));
    return taken;
  });
}

/** Shorter texts may stand somewhere else by chance. In characters. */
const leastTold = 40;

/** Whether a text is there already, word for word. */
function stands(inserted: string, text: string): boolean {
  const bare = inserted.trim();
  return bare.length >= leastTold && text.includes(bare);
}

/** The checks whose preferred fix inserts blocks of the source. */
export const insertable = /^(?:missing-(?:section|item|block)|image-missing)$/;

type Take = (chosen: readonly Chosen[]) => readonly Chosen[];

function fixUntilNone(
  text: string,
  problemsOf: (text: string) => readonly Problem[],
  choose: (problem: Problem, current: string) => Fix | undefined,
  take: Take = withoutCollisions,
): FixedText {
  const fixed: Problem[] = [];
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const taken = take(problemsOf(current).flatMap((problem) => chosenOf(problem, choose(problem, current))));
    const next = applyEdits(
      current,
      taken.flatMap(({ edits }) => edits),
    );
    if (seen.has(next)) break;
    fixed.push(...taken.flatMap(({ problems }) => problems));
    seen.add(next);
    current = next;
  }
  return { text: current, fixed };
}

function chosenOf(problem: Problem, fix: Fix | undefined): Chosen[] {
  return fix ? [{ problems: [problem], edits: fix.edits }] : [];
}
