// The command `check`: what was asked for in, a report and an exit code out. The core is loaded when there is a file to check.
import path from 'node:path';
import { checkReport } from '../core/report/checkReport.js';
import type { CheckArguments, ExitCode, Output } from './arguments.js';
import type { CheckOptions, CheckResult } from './checkFiles.js';
import { checkPrinters } from './checkFormats.js';
import { complain } from './complain.js';
import { findMarkdown, isFolder } from './files.js';
import { SettingsFiles } from './settings.js';

export async function check(
  paths: string[],
  {
    format,
    source,
    sourceLocale,
    config,
    fix,
    maxSeverity,
    changedSince: revision,
    cache,
    cacheLocation,
    threads,
  }: CheckArguments,
  output: Output,
): Promise<ExitCode> {
  const settings = new SettingsFiles(config);
  const changed =
    revision === undefined
      ? undefined
      : await (
          await import('./git/changed.js')
        ).changedSince(revision, (await isFolder(paths[0]!)) ? paths[0]! : path.dirname(paths[0]!));
  const wanted = changed ?? ((): boolean => true);
  const options = {
    source,
    sourceLocale,
    settings,
    fix,
    wanted,
    threads,
    cache: cache ? cacheLocation : undefined,
    progress: progressOn(output),
  };
  const { report, fixed, hasAtLeast, unreadable } = (await isNothing(paths, options))
    ? nothing
    : await (await import('./checkFiles.js')).checkFiles(paths, options);
  output.progress?.('');
  complain([...settings.faults, ...unreadable], output);
  const hasReport = format !== 'text' || report.files > 0 || unreadable.length === 0; // else the errors say it all
  if (hasReport)
    print(checkPrinters[format](report, { fixed, since: revision, maxSeverity, colours: output.colours }), output);
  if (settings.faults.length + unreadable.length > 0) return 2;
  return hasAtLeast(maxSeverity) ? 1 : 0;
}

/** So many characters are printed at one go. */
const printedAtOnce = 64 * 1024;

function print(pieces: Iterable<string>, { out }: Output): void {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < printedAtOnce) continue;
    out(text);
    text = '';
  }
  out(`${text}\n`);
}

/** Often enough to be watched. In milliseconds. */
const progressStep = 100;

function progressOn({ progress }: Output): (doing: string, done: number, of: number) => void {
  let last = performance.now();
  return (doing, done, of) => {
    if (!progress || performance.now() - last < progressStep) return;
    last = performance.now();
    progress(`${doing} ${done} of ${of} files`);
  };
}

const nothing: CheckResult = {
  report: checkReport([], { files: 0, ignored: 0 }),
  fixed: 0,
  hasAtLeast: () => false,
  unreadable: [],
};

/** Whether there is no file to check, or to keep anything in. What is wrong in the settings is found all the same. @throws {UnreadableInput} if the settings cannot be read */
async function isNothing(paths: readonly string[], { source, cache, settings }: CheckOptions): Promise<boolean> {
  if (source !== undefined || cache !== undefined) return false;
  const found = await findMarkdown(paths);
  if (found.files.length + found.unreadable.length > 0) return false;
  for (const folder of paths) await settings.of(folder);
  return true;
}
