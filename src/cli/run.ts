// The command line: arguments in, a report and an exit code out.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { severities } from '../core/problem.js';
import { settingsFileName } from '../core/project/fileName.js';
import { printableName } from '../core/report/printable.js';
import { version } from '../core/version.js';
import {
  checkFormats,
  statusFormats,
  UnreadableInput,
  type AlignArguments,
  type CheckArguments,
  type ExitCode,
  type NewArguments,
  type Output,
  type Shared,
  type StaleArguments,
  type StartArguments,
  type StatusArguments,
  type UpdateArguments,
} from './arguments.js';
import type * as Commands from './commands.js';
import { complain } from './complain.js';

/** Runs one command. Paths are relative to the process's working directory; nothing else of the process is touched. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = 0;
  const cli = program(output, (found) => (code = found));
  try {
    await cli.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof UnreadableInput ? error.message : mistake(error);
    complain([message], output);
    return 2;
  }
}

const examples = `
Nothing has to be set up. In a folder of posts:
  facing-pages status                           how far the translations are
  facing-pages check                            what is wrong with them
  facing-pages check --fix                      the same, with what is safe mended
  facing-pages start _posts/one.md --locale fr  a French translation of one.md`;

const exitCodes = `
Exit code: 0 if all is well, 1 if check finds a problem that counts, 2 for wrong usage, input that cannot be read, or
mistakes in ${settingsFileName}.`;

function program(output: Output, exitWith: (code: ExitCode) => void): Command {
  const cli = new Command('facing-pages')
    .version(version, '--version', 'which version this is')
    .description('Pairs, aligns and checks newsletter issues and their translations.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: (text) => output.err(text),
      outputError: (text, write) => write(printableUsageError(text)),
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', examples)
    .addHelpText('afterAll', exitCodes);
  const format = (): Option =>
    new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
  const sourceLocale = (): Option =>
    new Option('--source-locale <locale>', 'the language that is translated from (worked out if not given)');
  const config = (): Option =>
    new Option('--config <file>', `the settings file (found above the files if not given: ${settingsFileName})`);

  cli
    .command('pairs')
    .description('what translates what')
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(format())
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (paths: string[], options: Shared) =>
      exitWith(await (await commands()).pairs(paths, options, output)),
    );
  cli
    .command('align')
    .description('the alignment of a translation with its source')
    .argument('<source>')
    .argument('<target>')
    .option('--explain', 'say of each unit what ties its two sides', false)
    .addOption(format())
    .action(async (source: string, target: string, options: AlignArguments) =>
      (await commands()).align(source, target, options, output),
    );
  cli
    .command('check')
    .description('what is untranslated or does not match')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--source <source>', 'the file that all of them translate (found if not given)')
    .option('--fix', 'mend what can be mended safely, and write the files', false)
    .addOption(
      new Option('--max-severity <severity>', 'exit with 1 if a problem is as grave as this')
        .choices(severities)
        .default('warning'),
    )
    .option(
      '--changed-since <revision>',
      'only translations that differ from where this git revision and HEAD went apart',
    )
    .option('--cache', 'keep what was found, and look again only at what has changed', false)
    .option('--cache-location <file>', 'where it is kept', '.facing-pages-cache')
    .addOption(
      new Option(
        '--threads <number>',
        'how many threads share the work (one; two for large trees, if there are so many processors)',
      ).argParser(threadsIn),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(checkFormats).default('text'))
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (paths: string[], options: CheckArguments) =>
      exitWith(await (await import('./check.js')).check(paths, options, output)),
    );
  cli
    .command('status')
    .description('how far every issue is in every language')
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(new Option('--format <format>', 'how to print').choices(statusFormats).default('text'))
    .option('--stale', 'count the units whose source has changed since, as git tells', false)
    .option(
      '--write <file>',
      'renew the table in a Markdown or HTML file, between <!-- facing-pages:status:begin --> and <!-- facing-pages:status:end -->',
    )
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (paths: string[], options: StatusArguments) =>
      exitWith(await (await commands()).status(paths, options, output)),
    );
  cli
    .command('stale')
    .description('units whose source has changed since they were translated, as git tells')
    .argument('[path...]', 'files and folders', ['.'])
    .option('--all', 'changes of spelling and markup too', false)
    .addOption(format())
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (paths: string[], options: StaleArguments) =>
      exitWith(await (await commands()).stale(paths, options, output)),
    );
  cli
    .command('start')
    .description('a new translation, named and begun as the tree’s others are')
    .argument('<source>', 'the issue to translate')
    .requiredOption('--locale <locale>', 'the language to translate into')
    .option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (file: string, options: StartArguments) =>
      exitWith(await (await commands()).start(file, options, output)),
    );
  cli
    .command('update')
    .description('a translation, with what its source has gained since')
    .argument('<translation>', 'the translation to complete')
    .option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (file: string, options: UpdateArguments) =>
      exitWith(await (await commands()).update(file, options, output)),
    );
  cli
    .command('new')
    .description('the next issue of a newsletter, with what all its issues have')
    .argument('[path]', 'an issue of it, or its folder', '.')
    .option('--date <date>', 'the day of the issue, such as 2026-03-08 (in the rhythm of the last ones if not given)')
    .option('--dry-run', 'print it and write nothing', false)
    .addOption(sourceLocale())
    .addOption(config())
    .action(async (file: string, options: NewArguments) =>
      exitWith(await (await commands()).newIssue(file, options, output)),
    );
  return cli;
}

function mistake(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `This is a mistake in Facing Pages: ${reason}. Please report it.`;
}

/** What commander says of wrong arguments: it quotes these, and breaks a line only at its end and before a suggestion. */
function printableUsageError(text: string): string {
  return text
    .split(/\n(?=\(Did you mean |$)/)
    .map(printableName)
    .join('\n');
}

function threadsIn(written: string): number {
  const threads = Number(written);
  if (!Number.isInteger(threads) || threads < 1) throw new InvalidArgumentError('It is no number from 1 on.');
  return threads;
}

/** What the commands do is most of the program: it is loaded when one of them is run. */
function commands(): Promise<typeof Commands> {
  return import('./commands.js');
}
