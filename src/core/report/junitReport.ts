// Problems as the XML that test reporters read: a suite for each file, a failed test for each problem.
// There is no standard; this is what https://github.com/testmoapp/junitxml describes.
import { isAtLeast, type Severity } from '../problem.js';
import { escapeHtml } from '../view/escape.js';
import { fileByFile, type LongReport, type ReportedProblem } from './checkReport.js';
import { breakCommands, escapeNameControls, escapeSequence } from './printable.js';

/**
 * The report in pieces.
 *
 * @param limit problems less grave than this are no failures, but are said in the output of their test
 */
export function* junitReport({ problems, files }: LongReport, limit: Severity): Generator<string> {
  const fails = (problem: ReportedProblem): boolean => isAtLeast(problem.severity, limit);
  let [tests, failures, clean] = [0, 0, files];
  for (const own of fileByFile(problems)) {
    tests += own.length;
    failures += own.filter(fails).length;
    clean--;
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="facing-pages" tests="${tests + clean}" failures="${failures}">\n`;
  for (const own of fileByFile(problems)) {
    yield `  <testsuite name="${attribute(own[0].path)}" tests="${own.length}" failures="${own.filter(fails).length}">\n${own.map((problem) => testCase(problem, fails(problem))).join('\n')}\n  </testsuite>\n`;
  }
  if (clean > 0) yield `  <testsuite name="files without problems" tests="${clean}" failures="0"></testsuite>\n`;
  yield '</testsuites>';
}

function testCase({ check, severity, message, path, range: { start } }: ReportedProblem, failed: boolean): string {
  const place = `${path}:${start.line}:${start.column}`;
  const told = failed
    ? `<failure type="${severity}" message="${attribute(message)}">${attribute(place)}</failure>`
    : `<system-out>${attribute(`${severity}: ${message}`)}</system-out>`;
  return `    <testcase classname="${attribute(check)}" name="${attribute(place)}" file="${attribute(path)}" line="${start.line}">${told}</testcase>`;
}

/** XML 1.0 forbids most control characters, halves of surrogate pairs and two more; no reference may stand for them either. */
const forbidden = /(?![\t\n\r])[\x00-\x1f\p{Cs}\ufffe\uffff]/gu;

/**
 * `text` for an attribute or an element. What is forbidden is shown as an escape sequence. Other control characters become
 * references, so that they are safe to print and read as they were; a parser takes plain line breaks in attributes for blanks.
 */
function attribute(text: string): string {
  const allowed = escapeHtml(text.replace(forbidden, escapeSequence));
  return breakCommands(escapeNameControls(allowed, reference), '&#91;');
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
