// The command line: arguments in, a report and an exit code out.
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { alignIssues } from '../core/align/align.js';
import { docsUrl } from '../core/checks/run.js';
import { isAtLeast, severities, type Severity } from '../core/problem.js';
import { alignReport } from '../core/report/alignReport.js';
import { checkReport } from '../core/report/checkReport.js';
import { settingsFileName } from '../core/project/settings.js';
import { pairsReport, type ReportedPost } from '../core/report/pairsReport.js';
import { checkFiles } from './checkFiles.js';
import { checkFormats, checkPrinters, type CheckFormat } from './checkFormats.js';
import { updateSummary } from '../core/start/update.js';
import { findMarkdown, isFolder, UnreadableInput } from './files.js';
import { changedSince } from './git.js';
import { readPost, readPosts, type Post } from './posts.js';
import { SettingsFiles } from './settings.js';
import { newIssueOf } from './newIssue.js';
import { staleIn, staleText } from './stale.js';
import { startOf } from './start.js';
import { statusOf, statusTable, statusText, writeStatus } from './status.js';
import { updateOf } from './update.js';
import { alignText, pairsText, type Colours } from './text.js';

/** What becomes of what is printed. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  readonly colours: Colours;
}

/** Nothing at the severity that counts; problems; wrong usage, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command. Paths are relative to the process's working directory; nothing else of the process is touched. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = 0;
  const cli = program(output, (found) => (code = found));
  try {
    await cli.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UnreadableInput)) throw error;
    complain([error.message], output);
    return 2;
  }
}

interface Shared {
  readonly format: 'text' | 'json';
  readonly sourceLocale?: string;
  readonly config?: string;
}

function program(output: Output, exitWith: (code: ExitCode) => void): Command {
  const cli = new Command('facing-pages')
    .description('Pairs, aligns and checks newsletter issues and their translations.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) })
    .configureHelp({ showGlobalOptions: true });
  const format = (): Option => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
  const sourceLocale = (): Option => new Option('--source-locale <locale>', 'the language that is translated from (worked out if not given)');
  const config = (): Option => new Option('--config <file>', `the settings file (found above the files if not given: ${settingsFileName})`);

  cli.command('pairs').description('what translates what').argument('[path...]', 'files and folders', ['.'])
    .addOption(format()).addOption(sourceLocale()).addOption(config())
    .action(async (paths: string[], options: Shared) => exitWith(await pairs(paths, options, output)));
  cli.command('align').description('the alignment of a translation with its source').argument('<source>').argument('<target>')
    .option('--explain', 'say of each unit what ties its two sides', false)
    .addOption(format()).action((source: string, target: string, options: AlignArguments) => align(source, target, options, output));
  cli.command('check').description('what is untranslated or does not match').argument('[path...]', 'files and folders', ['.'])
    .option('--source <source>', 'the file that all of them translate (found if not given)')
    .option('--fix', 'mend what can be mended safely, and write the files', false)
    .addOption(new Option('--max-severity <severity>', 'exit with 1 if a problem is as grave as this').choices(severities).default('warning'))
    .option('--changed-since <revision>', 'only translations that differ from where this git revision and HEAD went apart')
    .addOption(new Option('--format <format>', 'how to print').choices(checkFormats).default('text')).addOption(sourceLocale()).addOption(config())
    .action(async (paths: string[], options: CheckArguments) => exitWith(await check(paths, options, output)));
  cli.command('status').description('how far every issue is in every language').argument('[path...]', 'files and folders', ['.'])
    .addOption(new Option('--format <format>', 'how to print').choices(statusFormats).default('text'))
    .option('--write <file>', 'renew the table in a Markdown or HTML file, between <!-- facing-pages:status:begin --> and <!-- facing-pages:status:end -->')
    .addOption(sourceLocale()).addOption(config())
    .action(async (paths: string[], options: StatusArguments) => exitWith(await status(paths, options, output)));
  cli.command('stale').description('units whose source has changed since they were translated, as git tells').argument('[path...]', 'files and folders', ['.'])
    .option('--all', 'changes of spelling and markup too', false)
    .addOption(format()).addOption(sourceLocale()).addOption(config())
    .action(async (paths: string[], options: StaleArguments) => exitWith(await stale(paths, options, output)));
  cli.command('start').description('a new translation, named and begun as the tree’s others are').argument('<source>', 'the issue to translate')
    .requiredOption('--locale <locale>', 'the language to translate into').option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale()).addOption(config())
    .action(async (file: string, options: StartArguments) => start(file, options, output));
  cli.command('update').description('a translation, with what its source has gained since').argument('<translation>', 'the translation to complete')
    .option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale()).addOption(config())
    .action(async (file: string, options: Omit<StartArguments, 'locale'>) => update(file, options, output));
  cli.command('new').description('the next issue of a newsletter, with what all its issues have').argument('[path]', 'an issue of it, or its folder', '.')
    .option('--date <date>', 'the day of the issue, such as 2026-03-08 (in the rhythm of the last ones if not given)').option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale()).addOption(config())
    .action(async (file: string, options: NewArguments) => newIssue(file, options, output));
  return cli;
}

interface NewArguments extends Pick<Shared, 'sourceLocale' | 'config'> {
  readonly date?: string;
  readonly dryRun: boolean;
}

async function newIssue(file: string, { date, dryRun, sourceLocale, config }: NewArguments, output: Output): Promise<void> {
  const settings = new SettingsFiles(config);
  const made = await newIssueOf(file, date, dryRun, { sourceLocale, settings });
  complain(settings.faults, output);
  output.out(dryRun ? `${made.path}\n\n${made.text}` : `${made.path}\n`);
}

interface StartArguments extends Pick<Shared, 'sourceLocale' | 'config'> {
  readonly locale: string;
  readonly dryRun: boolean;
}

async function start(file: string, { locale, dryRun, sourceLocale, config }: StartArguments, output: Output): Promise<void> {
  const settings = new SettingsFiles(config);
  const started = await startOf(file, locale, dryRun, { sourceLocale, settings });
  complain(settings.faults, output);
  output.out(dryRun ? `${started.path}\n\n${started.text}` : `${started.path}\n`);
}

async function update(file: string, { dryRun, sourceLocale, config }: Omit<StartArguments, 'locale'>, output: Output): Promise<void> {
  const settings = new SettingsFiles(config);
  const updated = await updateOf(file, dryRun, { sourceLocale, settings });
  complain(settings.faults, output);
  output.out(dryRun ? updated.text : `${updateSummary(updated)}\n`);
}

interface StaleArguments extends Shared {
  readonly all: boolean;
}

async function stale(paths: string[], { all, format, sourceLocale, config }: StaleArguments, output: Output): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const { report, unreadable } = await staleIn(paths, all, { sourceLocale, settings });
  complain([...settings.faults, ...unreadable], output);
  print(format, report, (found) => staleText(found, output.colours), output);
  if (settings.faults.length > 0) return 2;
  return report.units.some(({ kind }) => kind === 'changed') ? 1 : 0;
}

const statusFormats = ['text', 'json', 'markdown', 'html'] as const;

interface StatusArguments extends Omit<Shared, 'format'> {
  readonly format: (typeof statusFormats)[number];
  readonly write?: string;
}

async function status(paths: string[], { format, write, sourceLocale, config }: StatusArguments, output: Output): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const { report, unreadable } = await statusOf(paths, { sourceLocale, settings });
  complain([...settings.faults, ...unreadable], output);
  if (write !== undefined) await writeStatus(report, write);
  else if (format === 'json') output.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === 'text') output.out(`${statusText(report, output.colours)}\n`);
  else output.out(`${statusTable(report, format, '.')}\n`);
  return settings.faults.length > 0 ? 2 : 0;
}

async function pairs(paths: string[], { format, config, ...given }: Shared, output: Output): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const sourceLocale = given.sourceLocale ?? (await settings.of(paths[0]!)).settings.sourceLocale;
  const { pairing, unreadable } = await readPosts(await findMarkdown(paths), sourceLocale);
  complain([...settings.faults, ...unreadable], output);
  print(format, pairsReport(pairing, unreadable.length), (report) => pairsText(report, output.colours), output);
  return settings.faults.length > 0 ? 2 : 0;
}

interface AlignArguments extends Shared {
  readonly explain: boolean;
}

async function align(sourcePath: string, targetPath: string, { format, explain }: AlignArguments, output: Output): Promise<void> {
  const [source, target] = [await readPost(sourcePath), await readPost(targetPath)];
  const aligned = alignReport(alignIssues(source.issue, target.issue), reported(source), reported(target), explain);
  print(format, aligned, (report) => alignText(report, output.colours), output);
}

interface CheckArguments extends Omit<Shared, 'format'> {
  readonly format: CheckFormat;
  readonly changedSince?: string;
  readonly source?: string;
  readonly fix: boolean;
  readonly maxSeverity: Severity;
}

async function check(paths: string[], { format, source, sourceLocale, config, fix, maxSeverity, changedSince: revision }: CheckArguments, output: Output): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const changed = revision === undefined ? undefined : await changedSince(revision, (await isFolder(paths[0]!)) ? paths[0]! : path.dirname(paths[0]!));
  const wanted = (file: string): boolean => changed?.has(path.resolve(file)) ?? true;
  const { files, fixed, unreadable } = await checkFiles(paths, { source, sourceLocale, settings, fix, wanted });
  complain([...settings.faults, ...unreadable], output);
  const report = checkReport(files, docsUrl);
  output.out(`${checkPrinters[format](report, { fixed, maxSeverity, colours: output.colours })}\n`);
  if (settings.faults.length > 0) return 2;
  return report.problems.some(({ severity }) => isAtLeast(severity, maxSeverity)) ? 1 : 0;
}

function reported({ path: file, facts }: Post): ReportedPost {
  return { path: file, locale: facts.locale ?? null };
}

function print<Report>(format: 'text' | 'json', report: Report, text: (report: Report) => string, output: Output): void {
  output.out(`${format === 'json' ? JSON.stringify(report, null, 2) : text(report)}\n`);
}

function complain(messages: readonly string[], output: Output): void {
  for (const message of messages) output.err(`facing-pages: ${message}\n`);
}
