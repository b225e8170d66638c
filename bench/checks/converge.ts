// Fixes: does each mend its problem and bring no other, and are all safe ones taken at once?
import { fixSafely } from '../../src/core/checks/fixAll.js';
import type { Fix, Problem } from '../../src/core/problem.js';
import { faultsOfFix } from '../../test/support/convergence.js';
import { printTable } from '../alignment/print.js';
import { problemsOf, type Job } from './tree.js';

interface Counts {
  readonly problems: number;
  readonly fixes: number;
  readonly unmended: number;
  readonly adding: number;
  readonly unchanged: number;
}

const none: Counts = { problems: 0, fixes: 0, unmended: 0, adding: 0, unchanged: 0 };

/** Applies each fix of each problem by itself, and all safe ones of each post together; prints counts, and failures up to `most` a check. */
export function benchConvergence(jobs: readonly Job[], most: number): void {
  const counts = new Map<string, Counts>();
  const failures = new Map<string, string[]>();
  let [posts, changed, unsettled, grown] = [0, 0, 0, 0];
  const fail = (check: string, text: string): void => void failures.set(check, [...(failures.get(check) ?? []), text]);
  const add = (check: string, more: Partial<Counts>): void => {
    const own = counts.get(check) ?? none;
    const plus = (name: keyof Counts): number => own[name] + (more[name] ?? 0);
    counts.set(check, {
      problems: plus('problems'),
      fixes: plus('fixes'),
      unmended: plus('unmended'),
      adding: plus('adding'),
      unchanged: plus('unchanged'),
    });
  };
  for (const job of jobs) {
    const { text, path } = job.post;
    const before = problemsOf(job);
    posts += 1;
    const at = (problem: Problem): string =>
      `${path}:${text.slice(0, problem.span.start).split('\n').length} ${problem.check}: ${problem.message.slice(0, 140)}`;
    for (const problem of before) {
      add(problem.check, { problems: 1 });
      if (problem.fixes.filter((fix: Fix) => fix.preferred).length > 1)
        fail(problem.check, `${at(problem)}\n    several fixes are preferred`);
      for (const fix of problem.fixes) {
        const faults = faultsOfFix(text, problem, fix, before, (after) => problemsOf(job, after));
        add(problem.check, {
          fixes: 1,
          unmended: faults.isMended ? 0 : 1,
          adding: faults.fresh.length > 0 ? 1 : 0,
          unchanged: faults.isChanged ? 0 : 1,
        });
        if (!faults.isMended || !faults.isChanged || faults.fresh.length > 0)
          fail(
            problem.check,
            `${at(problem)}\n    “${fix.title}” ${faults.isChanged ? '' : 'changes nothing; '}${faults.isMended ? '' : 'does not mend it; '}${faults.fresh.map((one) => `adds ${one.check}: ${one.message.slice(0, 120)}`).join('; ')}`,
          );
      }
    }
    const once = fixSafely(text, (now) => problemsOf(job, now)).text;
    if (once === text) continue;
    changed += 1;
    const after = problemsOf(job, once);
    if (fixSafely(once, (now) => problemsOf(job, now)).text !== once || after.some(hasSafeFix)) {
      unsettled += 1;
      fail(
        'all safe fixes',
        `${path} is not settled after them: ${after
          .filter(hasSafeFix)
          .map((one) => one.check)
          .join(', ')}`,
      );
    }
    if (after.length >= before.length) {
      grown += 1;
      fail('all safe fixes', `${path} has ${after.length} problems after them, ${before.length} before`);
    }
  }
  const rows = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([check, own]) => [check, ...Object.values(own).map(String)]);
  const sum = (name: keyof Counts): string => String([...counts.values()].reduce((all, one) => all + one[name], 0));
  printTable(
    ['check', 'problems', 'fixes', 'does not mend', 'adds others', 'changes nothing'],
    [...rows, ['all', sum('problems'), sum('fixes'), sum('unmended'), sum('adding'), sum('unchanged')]],
  );
  console.log(
    `\n${posts} posts; in ${changed} of them there are safe fixes. Taken twice they are not the same as once in ${unsettled}; no fewer problems afterwards in ${grown}.`,
  );
  for (const [check, list] of failures)
    console.log(
      `\n${check}: ${list.length} that fail\n${list
        .slice(0, most)
        .map((one) => `  ${one}`)
        .join('\n')}`,
    );
}

/** Whether “Fix all” takes a fix of it. */
function hasSafeFix(problem: Problem): boolean {
  return problem.severity !== 'hint' && problem.fixes.some((fix) => fix.safe && fix.preferred);
}
