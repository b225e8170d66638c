// Which problems somebody has marked as intended, by a comment in the text or by the project's settings.
import type { Directive, Issue } from '../model.js';
import { placeOf, writtenSubject } from '../parse/directives.js';
import type { Span } from '../text/span.js';

/** What the settings of a project ignore in a file. */
export interface FileIgnore {
  readonly check: string;
  /** Only problems about this; all of the check's if undefined. */
  readonly subject?: string | undefined;
}

/** What is to be known of a problem to tell whether it is intended. */
export interface Ignorable {
  readonly check: string;
  readonly subject?: string | undefined;
  /** In the text of the issue. */
  readonly span: Span;
}

/** The directives of `issue` that mark a problem as intended. */
export function directivesFor({ check, subject, span }: Ignorable, issue: Issue): Directive[] {
  const mine = issue.directives.filter((directive) => directive.check === check && isAbout(directive, subject));
  if (mine.length === 0) return [];
  const place = placeOf(span, issue);
  return mine.filter(
    (directive) => directive.kind === 'ignore-file' || (directive.kind === 'ignore' && isAt(directive.place, place)),
  );
}

/** Whether the settings mark a problem as intended. */
export function isIgnoredInFile(problem: Ignorable, ignores: readonly FileIgnore[]): boolean {
  return ignores.some((ignore) => ignore.check === problem.check && isAbout(ignore, problem.subject));
}

function isAbout(ignore: FileIgnore, subject: string | undefined): boolean {
  return (
    ignore.subject === undefined ||
    (subject !== undefined && writtenSubject(subject) === writtenSubject(ignore.subject))
  );
}

/** At the end of front matter, where no field follows, all of it is meant. */
function isAt(directive: Directive['place'], problem: Directive['place']): boolean {
  if (directive.in === 'body') return problem.in === 'body' && problem.block === directive.block;
  if (problem.in === 'body') return false;
  return (
    directive.field === undefined ||
    problem.field === directive.field ||
    (problem.field?.startsWith(`${directive.field}.`) ?? false)
  );
}
