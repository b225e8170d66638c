// The examples of the documentation and the cases of test/checks as tests: each holds, and every fix in them converges.
import assert from 'node:assert/strict';
import { checks } from '../../../../src/core/checks/index.js';
import type { Problem } from '../../../../src/core/problem.js';
import { applyEdits } from '../../../../src/core/text/edit.js';
import { readCases, type CheckCase } from './caseFile.js';
import { casesPage, docsPage } from './pages.js';
import { detailsOf, fixedText, prepareCases, problemsOf, written, type Others } from './runCase.js';

/** @param others which checks run beside the one that a page is about */
export function describeCases(others: Others): void {
  before(prepareCases);

  for (const { id } of checks) {
    for (const [where, page] of [
      [`docs/checks/${id}.md`, docsPage],
      [`test/checks/${id}.md`, casesPage],
    ] as const) {
      describe(where, () => {
        for (const given of readCases(page(id)))
          it(`line ${given.line}: ${given.name}`, () => holds(given, id, others));
      });
    }
  }
}

function holds(given: CheckCase, id: string, others: Others): void {
  const problems = problemsOf(given, id, given.target, others);
  const told = problems.filter((problem) => given.ofAllChecks || problem.check === id);
  const said = told.map((problem, i) =>
    [
      written(problem, given.target, given.ofAllChecks),
      ...(given.problems[i]?.includes('\n') ? detailsOf(problem, given.source ?? '', given.target) : []),
    ].join('\n'),
  );
  assert.deepEqual(said, given.problems);
  if (given.fixed !== undefined) assert.equal(fixedText(given, id, others), given.fixed);
  for (const problem of told) {
    isWellSaid(given, problem);
    converges(given, id, problem, problems, others);
  }
}

/** What is said without a blank, names a place that is there, and offers what can be told apart. */
function isWellSaid({ source = '', target }: CheckCase, { message, span, source: there, fixes }: Problem): void {
  assert.match(message, /^[^\p{Ll}\s].*[.?”]$/su);
  assert.doesNotMatch(message, /“”|\bundefined\b|  /);
  assert.ok(span.start >= 0 && span.start <= span.end && span.end <= target.length);
  if (there)
    assert.ok(
      there.start >= 0 && there.start < there.end && there.end <= source.length,
      'it names a place in the source',
    );
  for (const { title } of fixes) assert.match(title, /^\p{Lu}.*\S$/su);
  assert.equal(new Set(fixes.map(({ title }) => title)).size, fixes.length, 'its fixes have different titles');
}

/** After each of its fixes a problem is gone and nothing new is there, but that inserted text is not translated yet. */
function converges(given: CheckCase, id: string, problem: Problem, before: readonly Problem[], others: Others): void {
  assert.ok(problem.fixes.filter((fix) => fix.preferred).length <= 1, 'at most one fix is preferred');
  for (const fix of problem.fixes) {
    const text = applyEdits(given.target, fix.edits);
    assert.notEqual(text, given.target, `“${fix.title}” changes something`);
    const after = problemsOf(given, id, text, others);
    assert.ok(howMany(after, problem) < howMany(before, problem), `“${fix.title}” mends “${problem.message}”`);
    const fresh = after.filter(
      (one) => !one.check.includes('untranslated') && howMany(after, one) > howMany(before, one),
    );
    assert.deepEqual(
      fresh.map((one) => one.message),
      [],
      `“${fix.title}” brings nothing new`,
    );
  }
}

function howMany(problems: readonly Problem[], like: Problem): number {
  return problems.filter(
    (one) => one.check === like.check && one.message === like.message && one.source?.start === like.source?.start,
  ).length;
}
