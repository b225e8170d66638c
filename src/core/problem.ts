// What a check reports, and the fixes it offers.
import type { Edit } from './text/edit.js';
import type { Span } from './text/span.js';

/** As in the editor's Problems view, gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A way to mend a problem. After it the problem is gone, and applying it again changes nothing. */
export interface Fix {
  /** As a menu says it, e.g. “Insert the missing item”. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Right without anybody looking: taken by “Fix all” and by `check --fix`. */
  readonly safe: boolean;
  /** The one to take if one takes any. At most one of a problem's fixes. */
  readonly preferred: boolean;
}

/** Something wrong at a place of a translation. All spans count in the files as they are, damaged or not. */
export interface Problem {
  readonly check: string;
  readonly severity: Severity;
  /** What is wrong, why it matters where that is not plain, and what to do. */
  readonly message: string;
  readonly span: Span;
  /** Where the source has what this is about. */
  readonly source: Span | undefined;
  /** What of the place it is about, where the place can have several problems of the check. */
  readonly subject?: string;
  readonly fixes: readonly Fix[];
}

/** Whether `severity` is at least as grave as `limit`. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
