// Finding and reading the files that the command line is pointed at.
import { readdir, readFileSync, statSync, type Dirent } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { UnreadableInput } from './arguments.js';
import { Failures } from './failures.js';
import { reasonOf } from './fileErrors.js';

/** A file that was read. */
export interface TextFile {
  /** As it was given, or found below what was given; relative to the working directory where that was; with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Beyond this size nothing of a file is read. */
export const maxFileBytes = 20 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a text file.
 *
 * @throws {UnreadableInput} if there is no such file, or it is no regular file of UTF-8 text
 */
export function readText(file: string): TextFile {
  let bytes: Uint8Array;
  try {
    const found = statSync(file); // asked in the background, it takes five times as much of the processor, and nothing waits meanwhile
    if (!found.isFile() && !found.isDirectory())
      throw new UnreadableInput(`${file} cannot be read: it is no regular file.`); // a device or a pipe may have no end
    const { size } = found;
    if (size > maxFileBytes)
      throw new UnreadableInput(`${file} has ${Math.round(size / 1024 / 1024)} MB, which is no newsletter issue.`);
    bytes = readFileSync(file);
  } catch (error) {
    throw error instanceof UnreadableInput ? error : new UnreadableInput(`${file} cannot be read: ${reasonOf(error)}.`);
  }
  if (bytes.subarray(0, 8192).includes(0)) throw new UnreadableInput(`${file} is a binary file.`);
  try {
    return { path: withSlashes(file), text: utf8.decode(bytes) };
  } catch {
    throw new UnreadableInput(`${file} is not written in UTF-8. Save it as UTF-8 first, so that no character is lost.`);
  }
}

/** The Markdown files at and below some paths. */
export interface MarkdownFiles {
  /** Each once, sorted. */
  readonly files: readonly string[];
  /** Paths that do not exist, and folders that cannot be read, with why. */
  readonly unreadable: readonly string[];
}

/**
 * Finds the Markdown files at and below `paths`. A path that names a file counts whatever its suffix is.
 */
export async function findMarkdown(paths: readonly string[]): Promise<MarkdownFiles> {
  const found = new Set<string>();
  const failures = new Failures();
  for (const given of paths) {
    const folder = await failures.unless(() => isFolder(given));
    if (folder === false) found.add(withSlashes(path.normalize(given)));
    if (!folder) continue;
    const below = await markdownBelow(given);
    for (const file of below.files) found.add(file);
    failures.add(...below.unreadable);
  }
  return { files: [...found].sort(), unreadable: failures.messages };
}

/** Whether `given` is a folder. @throws {UnreadableInput} if it does not exist */
export async function isFolder(given: string): Promise<boolean> {
  try {
    return (await stat(given)).isDirectory();
  } catch (error) {
    throw new UnreadableInput(`${given} cannot be read: ${reasonOf(error)}.`);
  }
}

async function markdownBelow(folder: string): Promise<MarkdownFiles> {
  const unreadable: string[] = [];
  const readFolder = (name: string, options: { withFileTypes: true }, done: ReaddirCallback): void =>
    readdir(name, options, (error, entries) => {
      if (error)
        unreadable.push(
          `${withSlashes(path.join(folder, path.relative(folder, name)))} cannot be read: ${reasonOf(error)}.`,
        );
      done(error, entries);
    });
  const files = await glob('**/*.{md,markdown,mdown,mkd}', {
    cwd: folder,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    onlyFiles: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: { readdir: readFolder as typeof readdir },
  });
  return { files: files.map((file) => withSlashes(path.join(folder, file))), unreadable };
}

type ReaddirCallback = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function withSlashes(file: string): string {
  return file.replaceAll(path.sep, '/');
}
