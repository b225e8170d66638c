// What the commands but `check` do: what was asked for in, a report and an exit code out. Loaded when a command is run: to say
// what commands there are, nothing of the core is needed.
import { alignIssues } from '../core/align/align.js';
import { alignReport } from '../core/report/alignReport.js';
import { printableJson, printablePath } from '../core/report/printable.js';
import { pairsReport, type ReportedPost } from '../core/report/pairsReport.js';
import { updateSummary } from '../core/start/update.js';
import type {
  AlignArguments,
  ExitCode,
  NewArguments,
  Output,
  Shared,
  StaleArguments,
  StartArguments,
  StatusArguments,
  UpdateArguments,
} from './arguments.js';
import { complain } from './complain.js';
import { findMarkdown } from './files.js';
import { newIssueOf } from './newIssue.js';
import { readPost, readPosts, type Post } from './posts.js';
import { SettingsFiles } from './settings.js';
import { staleIn, staleText } from './stale.js';
import { startOf } from './start.js';
import { statusOf, statusTable, statusText, writeStatus } from './status.js';
import { alignText, pairsText } from './text.js';
import { updateOf } from './update.js';

export async function newIssue(
  file: string,
  { date, dryRun, sourceLocale, config }: NewArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const made = await newIssueOf(file, date, dryRun, { sourceLocale, settings });
  complain([...settings.faults, ...made.unreadable], output);
  output.out(dryRun ? `${printablePath(made.path)}\n\n${made.text}` : `${printablePath(made.path)}\n`);
  return settings.faults.length + made.unreadable.length > 0 ? 2 : 0;
}

export async function start(
  file: string,
  { locale, dryRun, sourceLocale, config }: StartArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const started = await startOf(file, locale, dryRun, { sourceLocale, settings });
  complain([...settings.faults, ...started.unreadable], output);
  output.out(dryRun ? `${printablePath(started.path)}\n\n${started.text}` : `${printablePath(started.path)}\n`);
  return settings.faults.length + started.unreadable.length > 0 ? 2 : 0;
}

export async function update(
  file: string,
  { dryRun, sourceLocale, config }: UpdateArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const updated = await updateOf(file, dryRun, { sourceLocale, settings });
  complain([...settings.faults, ...updated.unreadable], output);
  output.out(dryRun ? updated.text : `${updateSummary(updated)}\n`);
  return settings.faults.length + updated.unreadable.length > 0 ? 2 : 0;
}

export async function stale(
  paths: string[],
  { all, format, sourceLocale, config }: StaleArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const { report, unreadable } = await staleIn(paths, all, { sourceLocale, settings });
  complain([...settings.faults, ...unreadable], output);
  print(format, report, (found) => staleText(found, output.colours), output);
  if (settings.faults.length + unreadable.length > 0) return 2;
  return report.units.some(({ kind }) => kind === 'changed') ? 1 : 0;
}

export async function status(
  paths: string[],
  { format, write, stale: withStale, sourceLocale, config }: StatusArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const { report, unreadable } = await statusOf(paths, withStale, { sourceLocale, settings });
  complain([...settings.faults, ...unreadable], output);
  if (write !== undefined) await writeStatus(report, write);
  else if (format === 'json') output.out(`${json(report)}\n`);
  else if (format === 'text') output.out(`${statusText(report, output.colours)}\n`);
  else output.out(`${statusTable(report, format, '.')}\n`);
  return settings.faults.length + unreadable.length > 0 ? 2 : 0;
}

export async function pairs(paths: string[], { format, config, ...given }: Shared, output: Output): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const sourceLocale = given.sourceLocale ?? (await settings.of(paths[0]!)).settings.sourceLocale;
  const found = await findMarkdown(paths);
  const posts = await readPosts(found.files, sourceLocale);
  const unreadable = [...found.unreadable, ...posts.unreadable];
  complain([...settings.faults, ...unreadable], output);
  print(format, pairsReport(posts.pairing, unreadable.length), (report) => pairsText(report, output.colours), output);
  return settings.faults.length + unreadable.length > 0 ? 2 : 0;
}

export async function align(
  sourcePath: string,
  targetPath: string,
  { format, explain }: AlignArguments,
  output: Output,
): Promise<void> {
  const [source, target] = [await readPost(sourcePath), await readPost(targetPath)];
  const aligned = alignReport(alignIssues(source.issue, target.issue), reported(source), reported(target), explain);
  print(format, aligned, (report) => alignText(report, output.colours), output);
}

function reported({ path: file, facts }: Post): ReportedPost {
  return { path: file, locale: facts.locale ?? null };
}

function print<Report>(
  format: 'text' | 'json',
  report: Report,
  text: (report: Report) => string,
  output: Output,
): void {
  output.out(`${format === 'json' ? json(report) : text(report)}\n`);
}

function json(report: unknown): string {
  return printableJson(JSON.stringify(report, null, 2));
}
