// `facing-pages stale`: the units whose source has changed since they were translated.
import { alignIssues } from '../core/align/align.js';
import { printable, printablePath } from '../core/report/printable.js';
import {
  staleReport,
  type ReportedChange,
  type ReportedStale,
  type StaleFile,
  type StaleReport,
} from '../core/report/staleReport.js';
import { isKnown } from '../core/stale/standing.js';
import { staleUnits } from '../core/stale/staleUnits.js';
import { counted } from '../core/text/counted.js';
import { Failures } from './failures.js';
import { GitHistory } from './git/history.js';
import { findWork, jobAt, withPast, type JobOptions } from './jobs.js';
import { Table } from './table.js';
import type { Colours } from './text.js';
import { treesOf } from './tree.js';

/** Looks at the translations at and below `paths`. @param all whether mended typos and markup count too @throws {UnreadableInput} */
export async function staleIn(
  paths: readonly string[],
  all: boolean,
  options: JobOptions,
): Promise<{ readonly report: StaleReport; readonly unreadable: readonly string[] }> {
  const { trees, tasks, unreadable } = await findWork(paths, options);
  const failures = new Failures(unreadable);
  const history = new GitHistory(await treesOf(paths));
  const files: StaleFile[] = [];
  try {
    for (const task of tasks) {
      const job = await failures.unless(() => jobAt(task, trees, options.settings));
      if (!job?.source) continue;
      const { post, source, past } = { ...(await withPast(job, history)), source: job.source };
      const known = isKnown(post.issue, past);
      const isUnchanged = past !== undefined && past.target.length === 0;
      const units =
        known && !isUnchanged
          ? staleUnits(alignIssues(source.issue, post.issue), past, { all, sourceLocale: source.facts.locale })
          : [];
      files.push({
        path: post.path,
        text: post.issue.text,
        source: { path: source.path, text: source.issue.text },
        isKnown: known,
        units,
      });
    }
  } finally {
    await history.close();
  }
  return { report: staleReport(files), unreadable: [...failures.messages, ...history.failures] };
}

/** For people: file by file the lines, when the source changed, and how. */
export function staleText({ files, unknown, units }: StaleReport, colours: Colours): string {
  if (files === 0) return 'No translation of a newsletter issue was found here.';
  const lines: string[] = [];
  for (const path of new Set(units.map((unit) => unit.path))) {
    const own = units.filter((unit) => unit.path === path);
    const table = new Table();
    for (const unit of own)
      table.add([
        `  ${unit.lines[0]?.startLine ?? '?'}`,
        colours.dim(`source ${unit.source.lines[0]?.startLine ?? '?'}`),
        colours.yellow(unit.kind),
        printable(since(unit)),
        printable(changesText(unit.changes)),
      ]);
    lines.push(
      `${colours.underline(printablePath(path))}  ${colours.dim(printablePath(own[0]!.source.path))}`,
      ...table.lines(),
      '',
    );
  }
  if (unknown.length > 0)
    lines.push(
      colours.dim(`Nothing is known of ${counted(unknown.length, 'translation')}: not committed, and not marked.`),
    );
  const changed = units.filter(({ kind }) => kind === 'changed');
  const behind = new Set(changed.map(({ path }) => path)).size;
  const slight =
    units.length > changed.length
      ? ` ${counted(units.length - changed.length, 'unit')} with other spelling or markup.`
      : '';
  lines.push(
    (changed.length === 0
      ? colours.green(`No unit is behind its source in ${counted(files, 'translation')}.`)
      : `${counted(changed.length, 'unit')} behind the source in ${behind} of ${counted(files, 'translation')}.`) +
      slight,
  );
  return lines.join('\n');
}

function since({ date, since: known }: ReportedStale): string {
  return date ?? (known === 'unknown' ? 'since marked' : 'not committed');
}

const mostShown = 3;
const longest = 50;

function changesText(changes: readonly ReportedChange[]): string {
  const shown = changes
    .slice(0, mostShown)
    .map(({ before, after }) =>
      before === null
        ? `+ ${quoted(after)}`
        : after === null
          ? `- ${quoted(before)}`
          : `${quoted(before)} → ${quoted(after)}`,
    );
  return [...shown, ...(changes.length > mostShown ? [`and ${changes.length - mostShown} more`] : [])].join('; ');
}

function quoted(words: string | null): string {
  const characters = [...(words ?? '').replace(/\s+/g, ' ')];
  return `“${characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('')}”`;
}
