// Checks one post, and mends in it what can be mended.
import { fixSafely } from '../core/checks/fixAll.js';
import { docsUrl } from '../core/checks/run.js';
import type { Issue } from '../core/model.js';
import { parseIssue } from '../core/parse/issue.js';
import { reportFile, type ReportedFile } from '../core/report/checkReport.js';
import type { History } from '../core/stale/past.js';
import { UnreadableInput } from './arguments.js';
import { internalError } from './failures.js';
import { checkJob, withPast, type Job, type JobResult } from './jobs.js';
import { replaceText, type WritableFolders } from './write.js';

/** What was found in a post, and how many of its problems were mended. Plain data. */
export interface CheckedPost {
  /** Undefined for a post that could not be checked. */
  readonly file: ReportedFile | undefined;
  readonly fixed: number;
  /** Why the post could not be read or checked, or what was mended could not be written. */
  readonly failure?: string;
}

/**
 * Checks a post. Whatever fails is in the result, so that the other posts can be gone on with.
 *
 * @param path named if something fails
 * @param find reads the post and its source; undefined for a post that is no newsletter issue
 * @param fix where mended posts may be written; undefined to mend nothing
 * @returns undefined for a post that is no newsletter issue
 */
export async function checkOne(
  path: string,
  find: () => Promise<Job | undefined>,
  history: History,
  fix: WritableFolders | undefined,
): Promise<CheckedPost | undefined> {
  try {
    const found = await find();
    return found && check(await withPast(found, history), fix);
  } catch (error) {
    const failure = error instanceof UnreadableInput ? error.message : internalError(path, error);
    return { file: undefined, fixed: 0, failure };
  }
}

function check(job: Job, fix: WritableFolders | undefined): CheckedPost {
  const { post } = job;
  if (fix === undefined) return { file: reported(job, post.text, checkJob(job)), fixed: 0 };
  let last: { readonly text: string; readonly issue: Issue; readonly result: JobResult } | undefined;
  const checkText = (text: string): JobResult => {
    if (last?.text === text) return last.result;
    const issue = parseIssue(text, last?.issue); // reads again only what a fix changed
    last = { text, issue, result: checkJob(job, { ...post, text, issue }) };
    return last.result;
  };
  const { text, fixed } = fixSafely(post.text, (now) => checkText(now).problems);
  if (text === post.text) return { file: reported(job, text, checkText(text)), fixed: 0 };
  try {
    replaceText(post.path, post.text, text, fix);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return { file: reported(job, post.text, checkJob(job)), fixed: 0, failure: error.message };
  }
  return { file: reported(job, text, checkText(text)), fixed: fixed.length };
}

function reported({ post: { path }, source }: Job, text: string, { problems, ignored }: JobResult): ReportedFile {
  return reportFile({ path, text, problems, ignored: ignored.length, source }, docsUrl);
}
