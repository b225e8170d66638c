// Problems as annotations of a pull request: GitHub's workflow commands.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
import type { Severity } from '../problem.js';
import type { LongReport, ReportedProblem } from './checkReport.js';
import { breakCommands, escapeControls, escapeNameControls } from './printable.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One line a problem, in pieces. Hints are left out: GitHub shows ten annotations of a kind at most. */
export function* githubReport({ problems }: LongReport): Generator<string> {
  let between = '';
  for (const problem of problems) {
    if (problem.severity === 'hint') continue;
    yield between + annotationOf(problem);
    between = '\n';
  }
}

function annotationOf({ check, severity, message, path, range: { start, end } }: ReportedProblem): string {
  // GitHub takes columns only where a place is on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = { file: path, line: start.line, endLine: end.line, ...columns, title: check };
  const said = Object.entries(properties).map(
    ([name, value]) =>
      `${name}=${escaped(String(value), escapeNameControls).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${commands[severity]} ${said.join(',')}::${escaped(message, escapeControls)}`;
}

/** The runner undoes three escapes. What else must not be printed is shown as an escape sequence. */
function escaped(text: string, escapeOthers: (text: string) => string): string {
  return breakCommands(escapeOthers(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')));
}
