// Checks one post, and mends in it what can be mended.
import { writeFile } from 'node:fs/promises';
import { fixSafely } from '../core/checks/fixAll.js';
import { docsUrl } from '../core/checks/run.js';
import type { Issue } from '../core/model.js';
import { parseIssue } from '../core/parse/issue.js';
import { reportFile, type ReportedFile } from '../core/report/checkReport.js';
import type { History } from '../core/stale/past.js';
import { checkJob, withPast, type Job, type JobResult } from './jobs.js';

/** What was found in a post, and how many of its problems were mended. Plain data. */
export interface CheckedPost {
  readonly file: ReportedFile;
  readonly fixed: number;
}

/** @param fix whether safe fixes are made and written */
export async function checkOne(found: Job, history: History, fix: boolean): Promise<CheckedPost> {
  const job = await withPast(found, history);
  const { post, source } = job;
  const { text, problems, ignored, fixed } = fix ? await fixFile(job) : { text: post.text, ...checkJob(job), fixed: 0 };
  return { file: reportFile({ path: post.path, text, problems, ignored: ignored.length, source }, docsUrl), fixed };
}

async function fixFile(job: Job): Promise<JobResult & { text: string; fixed: number }> {
  let last: { readonly text: string; readonly issue: Issue; readonly result: JobResult } | undefined;
  const check = (text: string): JobResult => {
    if (last?.text === text) return last.result;
    const issue = parseIssue(text, last?.issue);
    last = { text, issue, result: checkJob(job, { ...job.post, text, issue }) };
    return last.result;
  };
  const { text, fixed } = fixSafely(job.post.text, (now) => check(now).problems);
  if (text !== job.post.text) await writeFile(job.post.path, text);
  return { text, ...check(text), fixed: fixed.length };
}
