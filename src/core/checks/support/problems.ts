// From what a check found to the problem that is shown.
import type { Issue } from '../../model.js';
import { severities, type Fix, type Problem, type Severity } from '../../problem.js';
import type { DamagedEncoding } from '../../parse/encoding.js';
import { reasonOf } from '../../reasonOf.js';
import type { Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import type { Check, DeferredFix, DraftFix, Found } from '../check.js';

/** The `check` of a problem that says that a check itself failed. */
export const internalId = 'internal';

/** By a check's id: the severity to report it with, whatever it says itself, or not to run it at all. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** A problem, and where it is in the text that was parsed. */
export interface Candidate {
  readonly problem: Problem;
  readonly span: Span;
}

/** Makes problems of what `check` found; spans of problems count in the files as they are. */
export function problemsFrom(
  check: Check,
  found: Iterable<Found<string>>,
  target: Issue,
  source: Issue | undefined,
  severity: SeverityOverrides,
): Candidate[] {
  const inTarget = mapping(target.damage);
  const inSource = mapping(source?.damage);
  return Array.from(found, (one) => ({
    span: one.span,
    problem: {
      check: check.id,
      severity: severityOf(check, one, severity),
      message: filled(check.messages[one.message] ?? one.message, one.data ?? {}),
      span: inTarget(one.span),
      source: one.source && inSource(one.source),
      ...(one.subject !== undefined && { subject: one.subject }),
      fixes: (one.fixes ?? []).map((fix) => finished(fix, inTarget)),
    },
  }));
}

/** What is told of a check that threw. */
export function failure(checkId: string, error: unknown): Candidate {
  const reason = reasonOf(error);
  const span = { start: 0, end: 0 };
  const message = `The check “${checkId}” failed and was left out: ${reason}. Please report this.`;
  return { span, problem: { check: internalId, severity: 'information', message, span, source: undefined, fixes: [] } };
}

/** A level that is set for a check moves what it finds sure; what it finds doubtful never becomes graver than it was by this. */
function severityOf(check: Check, found: Found<string>, overrides: SeverityOverrides): Severity {
  const own = found.severity ?? check.severity;
  const set = overrides[check.id];
  if (set === undefined || set === 'off') return own;
  const isDoubtful = severities.indexOf(own) > severities.indexOf(check.severity);
  return isDoubtful && severities.indexOf(set) < severities.indexOf(own) ? own : set;
}

/** From a place in the text that was parsed to the place in the file. */
function mapping(damage: DamagedEncoding | undefined): (span: Span) => Span {
  return damage ? ({ start, end }) => ({ start: damage.toDamaged(start), end: damage.toDamaged(end) }) : (span) => span;
}

/** A fix whose edits count in the file. */
function finished(fix: DraftFix | DeferredFix, inFile: (span: Span) => Span): Fix {
  const { title, safe = false, preferred = false } = fix;
  const mapped = (edits: readonly Edit[]): readonly Edit[] =>
    edits.map(({ span, newText }) => ({ span: inFile(span), newText }));
  if ('edits' in fix) return { title, edits: fix.ofFile ? fix.edits : mapped(fix.edits), safe, preferred };
  let found: readonly Edit[] | undefined;
  return {
    title,
    safe,
    preferred,
    get edits() {
      return (found ??= mapped(fix.findEdits()));
    },
  };
}

function filled(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(data[name] ?? placeholder));
}
