// The examples of the documentation and the cases of test/checks as tests: each holds, and every fix in them converges.
import assert from 'node:assert/strict';
import { checks } from '../../../../src/core/checks/index.js';
import type { Problem } from '../../../../src/core/problem.js';
import { applyEdits } from '../../../../src/core/text/edit.js';
import { readCases, type CheckCase } from './caseFile.js';
import { casesPage, docsPage } from './pages.js';
import { fixedText, prepareCases, problemsOf, written, type Others } from './runCase.js';

/** @param others which checks run beside the one that a page is about */
export function describeCases(others: Others): void {
  before(prepareCases);

  for (const { id } of checks) {
    for (const [where, page] of [[`docs/checks/${id}.md`, docsPage], [`test/checks/${id}.md`, casesPage]] as const) {
      describe(where, () => {
        for (const given of readCases(page(id))) it(`line ${given.line}: ${given.name}`, () => holds(given, id, others));
      });
    }
  }
}

function holds(given: CheckCase, id: string, others: Others): void {
  const problems = problemsOf(given, id, given.target, others);
  const told = problems.filter((problem) => given.ofAllChecks || problem.check === id);
  assert.deepEqual(told.map((problem) => written(problem, given.target, given.ofAllChecks)), given.problems);
  if (given.fixed !== undefined) assert.equal(fixedText(given, id, others), given.fixed);
  for (const problem of told) converges(given, id, problem, problems, others);
}

/** After each of its fixes a problem is gone and nothing new is there, but that inserted text is not translated yet. */
function converges(given: CheckCase, id: string, problem: Problem, before: readonly Problem[], others: Others): void {
  assert.ok(problem.fixes.filter((fix) => fix.preferred).length <= 1, 'at most one fix is preferred');
  for (const fix of problem.fixes) {
    const text = applyEdits(given.target, fix.edits);
    assert.notEqual(text, given.target, `“${fix.title}” changes something`);
    const after = problemsOf(given, id, text, others);
    assert.ok(howMany(after, problem) < howMany(before, problem), `“${fix.title}” mends “${problem.message}”`);
    const fresh = after.filter((one) => !one.check.includes('untranslated') && howMany(after, one) > howMany(before, one));
    assert.deepEqual(fresh.map((one) => one.message), [], `“${fix.title}” brings nothing new`);
  }
}

function howMany(problems: readonly Problem[], like: Problem): number {
  return problems.filter((one) => one.check === like.check && one.message === like.message && one.source?.start === like.source?.start).length;
}
