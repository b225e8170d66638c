// Runs the engine over a case and writes down what it finds, as the cases do.
import { loadIdentify, type Identify } from '../../../../src/core/language/identify.js';
import { parseIssue } from '../../../../src/core/parse/issue.js';
import type { Problem } from '../../../../src/core/problem.js';
import { checkPair, checkPost, pairContext, postContext } from '../../../../src/core/checks/run.js';
import { pastText, type PairPast } from '../../../../src/core/stale/past.js';
import { checks } from '../../../../src/core/checks/index.js';
import { applyEdits, withoutCollisions, type Edit } from '../../../../src/core/text/edit.js';
import { indexLines, type Span } from '../../../../src/core/text/span.js';
import type { CheckCase } from './caseFile.js';
import { siteOf } from './caseSite.js';

let identify: Identify | undefined;

/** Loads what the checks need besides the texts; once before all cases. */
export async function prepareCases(): Promise<void> {
  identify = await loadIdentify();
}

/** Which checks run beside the one that a case is of: all, or those that it yields to. */
export type Others = 'all' | 'only its causes';

/** All problems of `target` under the conditions of a case of `checkId`, which runs even if it is off by default. */
export function problemsOf(
  given: CheckCase,
  checkId: string,
  target = given.target,
  others: Others = 'all',
): Problem[] {
  const issue = parseIssue(target);
  const check = checks.find(({ id }) => id === checkId);
  const options = {
    severity: check?.isOffByDefault ? { [checkId]: check.severity } : {},
    checks:
      others === 'all' || given.ofAllChecks || check?.needs === 'ignores'
        ? checks
        : checks.filter((one) => one === check || check?.yieldsTo?.includes(one.id)),
  };
  const site = siteOf(given, target);
  if (given.source === undefined) {
    return checkPost(
      postContext(issue, {
        targetLocale: given.targetLocale,
        sourceMissing: given.isUnpaired,
        rules: given.rules,
        site,
        identify,
      }),
      options,
    );
  }
  return checkPair(
    pairContext(parseIssue(given.source), issue, {
      source: given.sourceLocale,
      target: given.targetLocale,
      rules: given.rules,
      site,
      identify,
      past: pastOf(given),
    }),
    options,
  );
}

/** The history that a case tells of. */
function pastOf({ source, target, before, was = target }: CheckCase): PairPast | undefined {
  if (before === undefined || source === undefined) return undefined;
  const then = pastText(before);
  return {
    target: [{ rev: '1', date: '2026-02-01', text: pastText(was), source: then }],
    source: [
      { rev: '2', date: '2026-03-05', text: pastText(source) },
      { rev: '1', date: '2026-02-01', text: then },
    ],
  };
}

/** `3:1-3:9 warning The message`. */
export function written(problem: Problem, text: string, withCheck: boolean): string {
  return `${placeIn(text, problem.span)} ${problem.severity} ${withCheck ? `${problem.check}: ` : ''}${problem.message}`;
}

/** `3:1-3:9`, from 1. */
function placeIn(text: string, { start, end }: Span): string {
  const lines = indexLines(text);
  const place = (offset: number): string => {
    const { line, column } = lines.positionAt(offset);
    return `${line + 1}:${column + 1}`;
  };
  return `${place(start)}-${place(end)}`;
}

/**
 * What is said of a problem beside its message, a line each: `  source 1:2-1:8`, its place in the source; `  about 12`, what an
 * ignore can name; `  fix, preferred, safe: The title`, with its edits below, `    3:1-3:9 "the new text"`.
 */
export function detailsOf({ source: there, subject, fixes }: Problem, source: string, target: string): string[] {
  return [
    ...(there ? [`  source ${placeIn(source, there)}`] : []),
    ...(subject === undefined ? [] : [`  about ${subject}`]),
    ...fixes.flatMap((fix) => [
      `  ${['fix', ...(fix.preferred ? ['preferred'] : []), ...(fix.safe ? ['safe'] : [])].join(', ')}: ${fix.title}`,
      ...fix.edits.map(({ span, newText }) => `    ${placeIn(target, span)} ${JSON.stringify(newText)}`),
    ]),
  ];
}

/** The text after the preferred fixes of the problems that a case is about, again until none is left. */
export function fixedText(given: CheckCase, checkId: string, others: Others = 'all'): string {
  let text = given.target;
  for (let round = 0; round < 10; round++) {
    const fixes = problemsOf(given, checkId, text, others)
      .filter((problem) => given.ofAllChecks || problem.check === checkId)
      .flatMap(preferredEdits);
    const next = applyEdits(
      text,
      withoutCollisions(fixes).flatMap((fix) => fix.edits),
    );
    if (next === text) break;
    text = next;
  }
  return text;
}

function preferredEdits(problem: Problem): { edits: readonly Edit[] }[] {
  return problem.fixes.filter((fix) => fix.preferred);
}
