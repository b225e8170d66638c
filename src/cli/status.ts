// The status of a tree: every issue in every language.
import path from 'node:path';
import { loadIdentify } from '../core/language/identify.js';
import { severityIn } from '../core/project/settings.js';
import { linkAddress } from '../core/report/address.js';
import { printable, printableName, printablePath } from '../core/report/printable.js';
import { statusReport, type Standing, type StatusReport } from '../core/report/statusReport.js';
import {
  issueName,
  standing,
  statusBegin,
  statusEnd,
  statusHtml,
  statusMarkdown,
  withStatus,
} from '../core/report/statusTable.js';
import { isKnown, staleCheck } from '../core/stale/standing.js';
import { UnreadableInput } from './arguments.js';
import { Failures } from './failures.js';
import { findMarkdown, readText } from './files.js';
import { GitHistory } from './git/history.js';
import { checkJob, jobOf, withPast, type Job, type JobOptions } from './jobs.js';
import { readPosts } from './posts.js';
import { Table } from './table.js';
import { noIssue, type Colours } from './text.js';
import { treesOf } from './tree.js';
import { replaceText, writableFolders } from './write.js';

/** The status of the posts at and below `paths`. @param withStale whether to ask git, which takes a while, what lags behind its source */
export async function statusOf(
  paths: readonly string[],
  withStale: boolean,
  { sourceLocale, settings }: JobOptions,
): Promise<{ readonly report: StatusReport; readonly unreadable: readonly string[] }> {
  const project = (await settings.of(paths[0]!)).settings;
  const found = await findMarkdown(paths);
  const posts = await readPosts(found.files, sourceLocale ?? project.sourceLocale, project.rules.siteUrls);
  const failures = new Failures([...found.unreadable, ...posts.unreadable]);
  const identify = await loadIdentify();
  const standings = new Map<string, Standing>();
  const history = withStale ? new GitHistory(await treesOf(paths)) : undefined;
  try {
    for (const {
      post: { path: file },
    } of posts.pairing.issues.flatMap(({ translations }) => translations)) {
      const found = await settings.of(file);
      const read = await failures.unless(() => {
        const post = posts.read(file);
        return post && jobOf(post, posts, found, identify);
      });
      const job = read && history ? await withPast(read, history) : read;
      const result = job && checkJob(job);
      if (result?.progress)
        standings.set(file, {
          progress: result.progress,
          problems: result.problems,
          knowsStale: withStale ? knowsStale(job!) : undefined,
        });
    }
  } finally {
    await history?.close();
  }
  return {
    report: statusReport(posts.pairing, (file) => standings.get(file)),
    unreadable: [...failures.messages, ...(history?.failures ?? [])],
  };
}

/** From git or from marks. */
function knowsStale({ post, past, settings: { settings } }: Job): boolean {
  return severityIn(settings, post.facts.locale)[staleCheck] !== 'off' && isKnown(post.issue, past);
}

/** For people: an issue a line with its languages below. */
export function statusText(report: StatusReport, colours: Colours): string {
  const lines: string[] = [];
  for (const issue of report.issues) {
    const { source, translations } = issue;
    lines.push(
      `${colours.bold(printable(issueName(issue).replace(/\s+/g, ' ')))}  ${colours.dim(printablePath(source))}`,
    );
    const table = new Table();
    for (const one of translations) {
      const colour =
        one.progress.percent === 100 && one.problems.error + one.problems.warning === 0
          ? colours.green
          : (text: string) => text;
      table.add([
        `  ${printableName(one.locale ?? '?')}`,
        colour(standing(one)),
        colours.dim(`${one.progress.done} of ${one.progress.of}`),
        colours.dim(printablePath(one.path)),
      ]);
    }
    lines.push(...(translations.length === 0 ? [colours.dim('  no translation')] : table.lines()));
  }
  for (const { path: file, reason } of report.unpaired)
    lines.push(`${colours.yellow(printablePath(file))}  ${printableName(reason)}`);
  return lines.length === 0 ? noIssue : lines.join('\n');
}

/** The status as a table whose links count from `folder`. */
export function statusTable(report: StatusReport, format: 'markdown' | 'html', folder: string): string {
  const addressOf = (post: string): string | undefined => {
    const way = path.relative(path.resolve(folder), path.resolve(post));
    return path.isAbsolute(way) ? undefined : linkAddress(way.replaceAll(path.sep, '/')); // absolute: on another drive
  };
  return format === 'html' ? statusHtml(report, addressOf) : statusMarkdown(report, addressOf);
}

/** Renews the table between the markers of a file. @throws {UnreadableInput} if it cannot be read or has no markers */
export async function writeStatus(report: StatusReport, file: string): Promise<void> {
  const { text } = readText(file);
  const renewed = withStatus(
    text,
    statusTable(report, /\.html?$/i.test(file) ? 'html' : 'markdown', path.dirname(file)),
  );
  if (renewed === undefined)
    throw new UnreadableInput(`${file} has no place for the status: put ${statusBegin} and ${statusEnd} into it.`);
  if (renewed !== text) replaceText(file, text, renewed, await writableFolders([file]));
}
