// The next issue of a newsletter: its file, from what the last ones have in common.
import path from 'node:path';
import type { Issue } from '../core/model.js';
import type { PostFacts } from '../core/pair/pairing.js';
import { issuesToRead, nextDay, startIssue, type NewIssue } from '../core/series/nextIssue.js';
import { dayOf } from '../core/series/calendar.js';
import { seriesAt, seriesOf } from '../core/series/series.js';
import { UnreadableInput } from './arguments.js';
import { isFolder } from './files.js';
import { postsIn, type JobOptions } from './jobs.js';
import { exists, treeOf } from './tree.js';
import { createFile, writableFolders } from './write.js';

/**
 * Begins the next issue of the newsletter that the issue at `file` belongs to, or of the one in the folder `file` whose
 * last issue is the newest; writes it unless this is only a trial.
 *
 * @param date `2026-03-08`; undefined for the next one in the rhythm of the last issues
 * @throws {UnreadableInput} if there is no newsletter or no such date, or the file is there already
 */
export async function newIssueOf(
  file: string,
  date: string | undefined,
  isTrial: boolean,
  options: JobOptions,
): Promise<NewIssue & { readonly unreadable: readonly string[] }> {
  if (date !== undefined && dayOf(date) === undefined)
    throw new UnreadableInput(`${date} is no date such as 2026-03-08.`);
  const own = path.normalize(file).replaceAll(path.sep, '/');
  const folder = await isFolder(file);
  const posts = await postsIn(folder ? own : await treeOf(own), folder ? [] : [own], options);
  const { pairing } = posts;
  const series = folder ? seriesOf(pairing)[0] : seriesAt(pairing, own);
  if (!series)
    throw new UnreadableInput(folder ? `${file} has no newsletter issue.` : `${file} is no newsletter issue.`);
  const read: { facts: PostFacts; issue: Issue }[] = [];
  for (const facts of issuesToRead(series)) {
    const post = posts.post(facts.path);
    if (post) read.push({ facts, issue: post.issue });
  }
  const made = startIssue(series, read, date ?? nextDay(series, new Date().toISOString().slice(0, 10)));
  if (await exists(made.path)) throw new UnreadableInput(`${made.path} is there already. Nothing was written.`);
  if (!isTrial) createFile(made.path, made.text, await writableFolders([own]));
  return { ...made, unreadable: posts.unreadable };
}
