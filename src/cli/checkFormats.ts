// The formats in which problems are printed: for people, for programs, for pull requests, for test reporters.
import { createHash } from 'node:crypto';
import type { Severity } from '../core/problem.js';
import type { LongReport } from '../core/report/checkReport.js';
import { githubReport } from '../core/report/githubReport.js';
import { jsonPieces } from '../core/report/jsonPieces.js';
import { junitReport } from '../core/report/junitReport.js';
import { sarifReport } from '../core/report/sarifReport.js';
import { homepage, version } from '../core/version.js';
import type { CheckFormat } from './arguments.js';
import { checkText, type Colours } from './text.js';

/** What printing depends on besides the report. */
export interface CheckPrinting {
  readonly fixed: number;
  /** The revision whose changes alone were asked for. */
  readonly since: string | undefined;
  readonly maxSeverity: Severity;
  readonly colours: Colours;
}

/** By format, each in pieces; none ends in a line break. */
export const checkPrinters: Readonly<
  Record<CheckFormat, (report: LongReport, printing: CheckPrinting) => Iterable<string>>
> = {
  text: (report, { fixed, since, colours }) => checkText(report, fixed, since, colours),
  json: (report) => jsonPieces(report),
  github: githubReport,
  junit: (report, { maxSeverity }) => junitReport(report, maxSeverity),
  sarif: (report) => jsonPieces(sarifReport(report, { version, address: homepage }, sha256)),
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
