// What the checks say of a corpus: problems by check and severity, and how many of the grave ones are real.
import { isAtLeast, severities, type Problem } from '../../src/core/problem.js';
import { checks } from '../../src/core/checks/index.js';
import { printTable, share } from '../alignment/print.js';
import { problemsOf, type Job } from './tree.js';
import { placeOf, readVerdicts, rowOf, verdictNames, verdictOn, type VerdictName } from './verdicts.js';

/** A post and what is said of it. */
export interface CheckedJob {
  readonly job: Job;
  readonly problems: readonly Problem[];
}

export function checked(jobs: readonly Job[]): CheckedJob[] {
  return jobs.map((job) => ({ job, problems: problemsOf(job) }));
}

/** Prints how many problems each check has, in translations and in sources. */
export function benchCounts(all: readonly CheckedJob[]): void {
  const translations = all.filter(({ job }) => job.source);
  const others = all.filter(({ job }) => !job.source);
  const problems = translations.flatMap((one) => one.problems);
  const ofSources = others.flatMap((one) => one.problems);
  const count = (list: readonly Problem[], fits: (problem: Problem) => boolean): number => list.filter(fits).length;
  const row = (name: string, fits: (problem: Problem) => boolean): string[] => [
    name,
    ...severities.map((severity) => String(count(problems, (one) => fits(one) && one.severity === severity))),
    share(count(problems, fits), translations.length),
    share(
      count(ofSources, (one) => fits(one) && isAtLeast(one.severity, 'warning')),
      others.length,
    ),
    share(count(ofSources, fits), others.length),
  ];
  const ids = [...new Set([...checks.map(({ id }) => id), ...problems.map(({ check }) => check)])];
  const rows = ids
    .map((id) => row(id, ({ check }) => check === id))
    .filter((cells) => cells.slice(1).some((cell) => Number(cell) > 0));
  console.log(`${translations.length} translations, ${others.length} other posts.\n`);
  printTable(
    ['check', ...severities, 'a translation', 'grave, another post', 'all, another post'],
    [...rows, row('all', () => true)],
  );
}

/** Whether a problem is known to be real without a verdict. */
export type IsKnown = (job: Job, problem: Problem) => boolean;

/**
 * Prints what the problems of severity warning and above were found to be, by check.
 *
 * @param folder what the corpus is called in the file of verdicts
 */
export function benchVerdicts(folder: string, all: readonly CheckedJob[], isKnown: IsKnown = () => false): void {
  const verdicts = readVerdicts().filter(({ file }) => file.startsWith(`${folder}/`));
  const counts = new Map<string, Record<VerdictName | 'known' | 'unjudged', number>>();
  const unjudged: string[] = [];
  const wrong: string[] = [];
  const used = new Set<unknown>();
  for (const { job, problems } of all) {
    for (const problem of problems.filter(({ severity }) => isAtLeast(severity, 'warning'))) {
      const known = isKnown(job, problem);
      const place = placeOf(folder, job, problem);
      const verdict = verdictOn(verdicts, place);
      if (verdict) used.add(verdict);
      const name = verdict?.verdict ?? (known ? 'known' : 'unjudged');
      const own = counts.get(problem.check) ?? { known: 0, real: 0, arguable: 0, false: 0, unjudged: 0 };
      counts.set(problem.check, { ...own, [name]: own[name] + 1 });
      if (name === 'unjudged') unjudged.push(`${rowOf(place)}\t?\t${problem.message}`);
      if (verdict?.verdict === 'false') wrong.push(`${rowOf(place)}\t${verdict.why}`);
    }
  }
  const sum = (name: VerdictName | 'known' | 'unjudged'): number =>
    [...counts.values()].reduce((total, own) => total + own[name], 0);
  const columns = ['known', ...verdictNames, 'unjudged'] as const;
  const rows = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, own]) => [id, ...columns.map((name) => String(own[name]))]);
  printTable(
    ['check', 'beside a recorded defect', ...columns.slice(1)],
    [...rows, ['all', ...columns.map((name) => String(sum(name)))]],
  );
  const total = columns.reduce((all, name) => all + sum(name), 0);
  const files = all.length;
  console.log(`\n${total} problems of severity warning and above in ${files} files: ${share(total, files)} a file.`);
  console.log(
    `False alarms: ${share(sum('false'), files)} a file; with the arguable ones ${share(sum('false') + sum('arguable'), files)}; unjudged ${sum('unjudged')}.`,
  );
  console.log(
    `Real: ${share(sum('known') + sum('real'), total)}; with the arguable ones ${share(sum('known') + sum('real') + sum('arguable'), total)}.`,
  );
  const stale = verdicts.filter((one) => !used.has(one)).length;
  if (stale > 0) console.log(`Verdicts on what is no longer said: ${stale}.`);
  if (wrong.length > 0) console.log(`\nFalse alarms\n\n${wrong.join('\n')}`);
  if (unjudged.length > 0) console.log(`\nUnjudged\n\n${unjudged.join('\n')}`);
}
