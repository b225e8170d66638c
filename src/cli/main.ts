// The command line: arguments in, a report and an exit code out.
import { Command, CommanderError, Option } from 'commander';
import pico from 'picocolors';
import { alignIssues } from '../core/align/align.js';
import { docsUrl } from '../core/checks/run.js';
import { isAtLeast, severities, type Severity } from '../core/problem.js';
import { alignReport } from '../core/report/alignReport.js';
import { checkReport } from '../core/report/checkReport.js';
import { pairsReport, type ReportedPost } from '../core/report/pairsReport.js';
import { checkFiles } from './checkFiles.js';
import { findMarkdown, UnreadableInput } from './files.js';
import { readPost, readPosts, type Post } from './posts.js';
import { alignText, checkText, pairsText } from './text.js';

/** Problems were found. */
const exitProblems = 1;
/** Wrong usage, or input that cannot be read. */
const exitWrong = 2;

interface Shared {
  readonly format: 'text' | 'json';
  readonly sourceLocale?: string;
}

function program(): Command {
  const cli = new Command('facing-pages')
    .description('Pairs, aligns and checks newsletter issues and their translations.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  const format = (): Option => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
  const sourceLocale = (): Option => new Option('--source-locale <locale>', 'the language that is translated from (worked out if not given)');

  cli.command('pairs').description('what translates what').argument('[path...]', 'files and folders', ['.'])
    .addOption(format()).addOption(sourceLocale()).action(pairs);
  cli.command('align').description('the alignment of a translation with its source').argument('<source>').argument('<target>')
    .addOption(format()).action(align);
  cli.command('check').description('what is untranslated or does not match').argument('[path...]', 'files and folders', ['.'])
    .option('--source <source>', 'the file that all of them translate (found if not given)')
    .option('--fix', 'mend what can be mended safely, and write the files', false)
    .addOption(new Option('--max-severity <severity>', 'exit with 1 if a problem is as grave as this').choices(severities).default('warning'))
    .addOption(format()).addOption(sourceLocale()).action(check);
  return cli;
}

async function pairs(paths: string[], { format, sourceLocale }: Shared): Promise<void> {
  const { pairing, unreadable } = await readPosts(await findMarkdown(paths), sourceLocale);
  complain(unreadable);
  print(format, pairsReport(pairing, unreadable.length), (report) => pairsText(report, pico));
}

async function align(sourcePath: string, targetPath: string, { format }: Shared): Promise<void> {
  const [source, target] = [await readPost(sourcePath), await readPost(targetPath)];
  print(format, alignReport(alignIssues(source.issue, target.issue), reported(source), reported(target)), (report) => alignText(report, pico));
}

interface CheckArguments extends Shared {
  readonly source?: string;
  readonly fix: boolean;
  readonly maxSeverity: Severity;
}

async function check(paths: string[], { format, source, sourceLocale, fix, maxSeverity }: CheckArguments): Promise<void> {
  const { files, fixed, unreadable } = await checkFiles(paths, { source, sourceLocale, fix });
  complain(unreadable);
  const report = checkReport(files, docsUrl);
  print(format, report, () => checkText(report, fixed, pico));
  if (report.problems.some(({ severity }) => isAtLeast(severity, maxSeverity))) process.exitCode = exitProblems;
}

function reported({ path, facts }: Post): ReportedPost {
  return { path, locale: facts.locale ?? null };
}

function print<Report>(format: 'text' | 'json', report: Report, text: (report: Report) => string): void {
  process.stdout.write(`${format === 'json' ? JSON.stringify(report, null, 2) : text(report)}\n`);
}

function complain(messages: readonly string[]): void {
  for (const message of messages) process.stderr.write(`facing-pages: ${message}\n`);
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitWrong;
  else if (error instanceof UnreadableInput) {
    complain([error.message]);
    process.exitCode = exitWrong;
  } else throw error;
}

program().parseAsync().catch(fail);
