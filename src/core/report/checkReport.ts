// Problems as plain data to print: `schemas/check.schema.json`.
import type { Problem, Severity } from '../problem.js';
import { copyOf } from '../text/copy.js';
import { indexLines, type LineIndex } from '../text/span.js';
import { reportRange, type ReportedRange } from './place.js';

/** With its problems as a list, or as what they can be had from one by one, more than once: those of a large tree need not all be in memory. */
export interface CheckReport<Problems extends Iterable<ReportedProblem> = readonly ReportedProblem[]> {
  readonly version: 1;
  /** How many files were checked. */
  readonly files: number;
  /** How many problems somebody has marked as intended; they are not among `problems`. */
  readonly ignored: number;
  readonly problems: Problems;
}

/** A report that printers go through from one end to the other. */
export type LongReport = CheckReport<Iterable<ReportedProblem>>;

export interface ReportedProblem {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: ReportedRange;
  readonly source?: { readonly path: string; readonly range: ReportedRange };
  /** Address of the check's page. */
  readonly docs: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: ReportedRange; readonly newText: string }[];
  }[];
}

/** One checked file: its path and text, those of its source, and what was found. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly source: { readonly path: string; readonly text: string } | undefined;
  readonly problems: readonly Problem[];
  /** How many problems are ignored. */
  readonly ignored: number;
}

/** What was found in one file, as it is reported. Plain data. */
export interface ReportedFile {
  readonly path: string;
  readonly problems: readonly ReportedProblem[];
  /** How many problems are ignored. */
  readonly ignored: number;
}

/** One file's problems with their places as lines and columns. */
export function reportFile(file: CheckedFile, docsUrl: (check: string) => string): ReportedFile {
  return { path: file.path, problems: fileProblems(file, docsUrl), ignored: file.ignored };
}

/** The problems of many files as one report, file by file in the order given. `counts` are those of all files. */
export function checkReport(files: Iterable<ReportedFile>, counts: Pick<CheckReport, 'files' | 'ignored'>): LongReport {
  const problems = {
    *[Symbol.iterator]() {
      for (const file of files) yield* file.problems;
    },
  };
  return { version: 1, ...counts, problems };
}

/** The problems file by file: those of one stand together. */
export function* fileByFile(
  problems: Iterable<ReportedProblem>,
): Generator<readonly [ReportedProblem, ...ReportedProblem[]]> {
  let own: [ReportedProblem, ...ReportedProblem[]] | undefined;
  for (const problem of problems) {
    if (own?.[0].path === problem.path) own.push(problem);
    else {
      if (own) yield own;
      own = [problem];
    }
  }
  if (own) yield own;
}

function fileProblems(file: CheckedFile, docsUrl: (check: string) => string): ReportedProblem[] {
  const lines = indexLines(file.text);
  const sourceLines = file.source && indexLines(file.source.text);
  return file.problems.map((problem) => ({
    check: problem.check,
    severity: problem.severity,
    message: copyOf(problem.message), // reports of thousands of files are kept, and none of their texts
    path: file.path,
    range: reportRange(lines, problem.span),
    ...sourcePlace(problem, file.source?.path, sourceLines),
    docs: docsUrl(problem.check),
    fixes: problem.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ range: reportRange(lines, span), newText: copyOf(newText) })),
    })),
  }));
}

function sourcePlace(
  problem: Problem,
  path: string | undefined,
  lines: LineIndex | undefined,
): Pick<ReportedProblem, 'source'> {
  return problem.source && path !== undefined && lines
    ? { source: { path, range: reportRange(lines, problem.source) } }
    : {};
}
