// The problems of a text right after an edit, until the checks have looked at it again.
import type { Problem } from '../problem.js';
import { carried, changeBetween } from '../text/change.js';

/** A text before an edit and behind it. */
export interface EditedText {
  readonly before: string;
  readonly after: string;
}

/**
 * The problems where they are now, without their fixes' edits: those were made for a text that is no more, and whoever
 * wants one asks the checks again.
 */
export function carriedProblems(problems: readonly Problem[], target: EditedText, source: EditedText): Problem[] {
  const [inTarget, inSource] = [changeBetween(target.before, target.after), changeBetween(source.before, source.after)];
  return problems.map((problem) => ({
    ...problem,
    span: carried(problem.span, inTarget),
    source: problem.source && carried(problem.source, inSource),
    fixes: problem.fixes.map(({ title, safe, preferred }) => ({ title, safe, preferred, edits: [] })),
  }));
}
