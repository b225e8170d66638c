// “This is intended”: the ways to have a problem ignored from now on, as edits of the file.
import type { Issue } from '../model.js';
import type { Problem } from '../problem.js';
import type { Edit } from '../text/edit.js';
import { ignoreHere, ignoreInFile } from './place.js';

/** The edits that mark a problem as intended; undefined where the text has no place for the comment. Spans count in the file. */
export interface Intended {
  readonly here: Edit | undefined;
  readonly inFile: Edit | undefined;
}

/** The checks whose problems nobody can intend: that one failed, and that an ignore is of no use. */
const neverIntended: ReadonlySet<string> = new Set(['internal', 'ignore-unused']);

/** Whether a problem can be meant to be there. */
export function canBeIntended({ check }: Problem): boolean {
  return !neverIntended.has(check);
}

/** How to mark `problem` of `issue` as intended. */
export function intended(issue: Issue, { check, span, subject }: Problem): Intended {
  const { damage } = issue;
  const inText = damage ? { start: damage.toRepaired(span.start), end: damage.toRepaired(span.end) } : span;
  const inFile = (edit: Edit | undefined): Edit | undefined =>
    edit && damage
      ? { ...edit, span: { start: damage.toDamaged(edit.span.start), end: damage.toDamaged(edit.span.end) } }
      : edit;
  return { here: inFile(ignoreHere(issue, inText, check, subject)), inFile: inFile(ignoreInFile(issue, check)) };
}
