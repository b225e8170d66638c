// Checks files, and mends what can be mended.
import { writeFile } from 'node:fs/promises';
import { fixSafely } from '../core/checks/fixAll.js';
import { parseIssue } from '../core/parse/issue.js';
import type { CheckedFile } from '../core/report/checkReport.js';
import { GitHistory } from './gitHistory.js';
import { checkJob, jobsAgainst, jobsByPairing, withPast, type Job, type JobOptions, type JobResult } from './jobs.js';

/** What to check. */
export interface CheckOptions extends JobOptions {
  readonly source: string | undefined;
  /** Whether safe fixes are made and written. */
  readonly fix: boolean;
  /** Whether a file is to be checked; the others only help to find what translates what. */
  readonly wanted: (path: string) => boolean;
}

/** What was checked and done. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly fixed: number;
  readonly unreadable: readonly string[];
}

/** Checks the posts at and below `paths`. @throws {UnreadableInput} */
export async function checkFiles(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  const { jobs, unreadable } = options.source === undefined ? await jobsByPairing(paths, options) : await jobsAgainst(paths, options.source, options);
  let fixed = 0;
  const files: CheckedFile[] = [];
  const history = new GitHistory();
  try {
    for (const found of jobs.filter(({ post }) => options.wanted(post.path))) {
      const job = await withPast(found, history);
      const result = options.fix ? await fixFile(job) : { text: job.post.text, ...checkJob(job), fixed: 0 };
      fixed += result.fixed;
      files.push({
        path: job.post.path, text: result.text, problems: result.problems, ignored: result.ignored.length,
        source: job.source && { path: job.source.path, text: job.source.text },
      });
    }
  } finally {
    await history.close();
  }
  return { files, fixed, unreadable };
}

async function fixFile(job: Job): Promise<JobResult & { text: string; fixed: number }> {
  const check = (text: string): JobResult => checkJob(job, { ...job.post, text, issue: parseIssue(text) });
  const { text, fixed } = fixSafely(job.post.text, (now) => check(now).problems);
  if (text !== job.post.text) await writeFile(job.post.path, text);
  return { text, ...check(text), fixed: fixed.length };
}
