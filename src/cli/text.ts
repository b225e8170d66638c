// Reports for people: plain lines, with colours on a terminal.
import { Table } from './table.js';
import { evidenceText } from './evidenceText.js';
import { counted } from '../core/text/counted.js';
import type { AlignReport, ReportedUnit } from '../core/report/alignReport.js';
import { fileByFile, type LongReport } from '../core/report/checkReport.js';
import { printable, printableName, printablePath } from '../core/report/printable.js';
import type { PairsReport } from '../core/report/pairsReport.js';
import type { ReportedLines } from '../core/report/place.js';
import type { Severity } from '../core/problem.js';

/** What colours words; `picocolors` fits. */
export interface Colours {
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
  underline(text: string): string;
}

/** Instead of an empty list, which would look like success. */
export const noIssue = 'No newsletter issue was found here.';

export function pairsText(report: PairsReport, colours: Colours): string {
  if (report.issues.length + report.unpaired.length === 0)
    return `${noIssue} ${counted(report.skipped, 'other file')} skipped.`;
  const lines: string[] = [];
  for (const { source, translations } of report.issues) {
    lines.push(
      colours.bold(printablePath(source.path)) +
        colours.dim(`  ${localeName(source.locale)}${source.number === null ? '' : `, number ${source.number}`}`),
    );
    const table = new Table();
    for (const { path, locale, confidence, reasons } of translations)
      table.add([
        `  ${localeName(locale)}`,
        printablePath(path),
        percent(confidence),
        colours.dim(printableName(reasons.join('; '))),
      ]);
    lines.push(...table.lines());
    if (translations.length === 0) lines.push(colours.dim('  no translation'));
  }
  for (const { path, reason } of report.unpaired)
    lines.push(`${colours.yellow(printablePath(path))}  ${printableName(reason)}`);
  const count = report.issues.reduce((sum, issue) => sum + issue.translations.length, 0);
  lines.push(
    '',
    `${counted(report.issues.length, 'issue')}, ${counted(count, 'translation')}, ${report.unpaired.length} without a source, ${counted(report.skipped, 'other file')} skipped.`,
  );
  return lines.join('\n');
}

const signs: Readonly<Record<ReportedUnit['state'], string>> = {
  translated: ' ',
  untranslated: '=',
  missing: '-',
  added: '+',
  moved: '~',
};

export function alignText(report: AlignReport, colours: Colours): string {
  const table = new Table();
  const colourOf = (state: ReportedUnit['state']): ((text: string) => string) =>
    state === 'missing'
      ? colours.red
      : state === 'untranslated'
        ? colours.yellow
        : state === 'translated'
          ? (text) => text
          : colours.blue;
  for (const unit of report.units) {
    const { kind, state, source, target, confidence, evidence } = unit;
    const cells = [
      colourOf(state)(signs[state]),
      lineNumbers(source),
      lineNumbers(target),
      kind,
      colourOf(state)(state === 'translated' ? '' : state),
    ];
    table.add(
      evidence === undefined
        ? cells
        : [...cells, kind === 'front-matter' ? '' : percent(confidence), colours.dim(printable(evidenceText(unit)))],
    );
  }
  const counts = (Object.keys(signs) as (keyof typeof signs)[]).map(
    (state) => [state, report.units.filter((unit) => unit.state === state).length] as const,
  );
  const head = [report.source, report.target]
    .map(({ path, locale }) => `${printablePath(path)} (${localeName(locale)})`)
    .join(' → ');
  return [
    colours.bold(head),
    ...table.lines(),
    '',
    `${
      counts
        .filter(([, n]) => n > 0)
        .map(([state, n]) => `${n} ${state}`)
        .join(', ') || 'Nothing to align'
    }.`,
  ].join('\n');
}

function localeName(locale: string | null): string {
  return printableName(locale ?? '?');
}

/** How sure something is. Nothing that is reasoned from evidence is wholly so. */
function percent(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))} %`.padStart(4);
}

function lineNumbers(ranges: readonly ReportedLines[]): string {
  return (
    ranges
      .map(({ startLine, endLine }) => (startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`))
      .join(',') || '·'
  );
}

/** Problems as eslint's stylish formatter shows them, in pieces. `fixed` counts what was mended on the way; `since` is the revision whose changes alone were asked for. */
export function* checkText(
  report: LongReport,
  fixed: number,
  since: string | undefined,
  colours: Colours,
): Generator<string> {
  if (report.files === 0) {
    yield since === undefined
      ? `${noIssue} Nothing was checked.`
      : `No issue has changed since ${printableName(since)}. Nothing was checked.`;
    return;
  }
  const colourOf: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    information: colours.blue,
    hint: colours.dim,
  };
  const count: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const problems of fileByFile(report.problems)) {
    const table = new Table();
    for (const { range, severity, message, check } of problems) {
      table.add([
        `  ${range.start.line}:${range.start.column}`,
        colourOf[severity](severity),
        printable(message.replace(/\s+/g, ' ')),
        colours.dim(check),
      ]);
      count[severity]++;
    }
    yield [colours.underline(printablePath(problems[0].path)), ...table.lines(), '\n'].join('\n');
  }
  if (fixed > 0) yield `${colours.green(`${counted(fixed, 'problem')} mended.`)}\n`;
  const rest = `${counted(count.error, 'error')}, ${counted(count.warning, 'warning')}, ${counted(count.information + count.hint, 'remark')} in ${counted(report.files, 'file')}.`;
  const ignored = report.ignored > 0 ? colours.dim(` ${report.ignored} ignored.`) : '';
  yield (
    (Object.values(count).every((one) => one === 0)
      ? colours.green(`No problems in ${counted(report.files, 'file')}.`)
      : rest) + ignored
  );
}
