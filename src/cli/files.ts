// Finding and reading the files that the command line is pointed at.
import { readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { UnreadableInput } from './arguments.js';

export { UnreadableInput };

/** A file that was read. */
export interface TextFile {
  /** As it was given, or found below what was given; relative to the working directory where that was; with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Beyond this size nothing of a file is read. */
const largestBytes = 20 * 1024 * 1024;
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
    if (!found.isFile() && !found.isDirectory()) throw new UnreadableInput(`${file} cannot be read: it is no regular file.`); // a device or a pipe may have no end
    const { size } = found;
    if (size > largestBytes) throw new UnreadableInput(`${file} has ${Math.round(size / 1024 / 1024)} MB, which is no newsletter issue.`);
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

/**
 * The Markdown files at and below `paths`, each once, sorted. A path that names a file counts whatever its suffix is.
 *
 * @throws {UnreadableInput} if one of the paths does not exist
 */
export async function findMarkdown(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const given of paths) {
    if (await isFolder(given)) for (const file of await markdownBelow(given)) found.add(file);
    else found.add(withSlashes(path.normalize(given)));
  }
  return [...found].sort();
}

/** Whether `given` is a folder. @throws {UnreadableInput} if it does not exist */
export async function isFolder(given: string): Promise<boolean> {
  try {
    return (await stat(given)).isDirectory();
  } catch (error) {
    throw new UnreadableInput(`${given} cannot be read: ${reasonOf(error)}.`);
  }
}

async function markdownBelow(folder: string): Promise<string[]> {
  const files = await glob('**/*.{md,markdown,mdown,mkd}', {
    cwd: folder, caseSensitiveMatch: false, followSymbolicLinks: false, onlyFiles: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return files.map((file) => withSlashes(path.join(folder, file)));
}

/** What stands at the root of a site or repository. */
const rootMarkers = ['.git', '_config.yml', '_config.yaml', 'package.json', 'hugo.toml', 'config.toml', '_posts'];

/**
 * The folder in which the counterparts of `file` are looked for: the nearest one above it that is the root of a site
 * or repository, else the file's own.
 */
export async function treeOf(file: string): Promise<string> {
  const own = path.dirname(file);
  for (let folder = path.resolve(own), up = own; ; folder = path.dirname(folder), up = path.join(up, '..')) {
    for (const marker of rootMarkers) {
      if (await exists(path.join(folder, marker))) return up;
    }
    if (path.dirname(folder) === folder) return own;
  }
}

/** Whether there is such a file or folder. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

function withSlashes(file: string): string {
  return file.replaceAll(path.sep, '/');
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'its links lead round in a circle';
  if (code === 'EIO') return 'the disk reports an error';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
