// Problems as annotations of a pull request: GitHub's workflow commands.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
import type { Severity } from '../problem.js';
import type { CheckReport } from './checkReport.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One line a problem. Hints are left out: GitHub shows ten annotations of a kind at most. */
export function githubReport({ problems }: CheckReport): string {
  return problems.filter(({ severity }) => severity !== 'hint').map(({ check, severity, message, path, range: { start, end } }) => {
    // GitHub takes columns only where a place is on one line.
    const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
    const properties = { file: path, line: start.line, endLine: end.line, ...columns, title: check };
    const said = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
    return `::${commands[severity]} ${said.join(',')}::${escaped(message)}`;
  }).join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
