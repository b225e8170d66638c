// Writing files: the one place from which the command line does so.
//
// A text is written beside its file, flushed, and renamed into place. So a program that is killed, or a disk that is full,
// leaves the old text or the new one. A name that nobody can guess, opened only if it is new, cannot be a planted link.
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UnreadableInput } from './arguments.js';
import { reasonOf } from './fileErrors.js';
import { isInside, rootsAbove, treesOf } from './tree.js';

/** Real paths of the folders in which, and below which, files may be written. */
export type WritableFolders = readonly string[];

/**
 * The folders that may be written to when the program is pointed at `paths`: each folder, and each file's tree. A link that
 * leads out of a site or repository opens nothing: whoever made the tree made the link.
 */
export async function writableFolders(paths: readonly string[]): Promise<WritableFolders> {
  const folders: string[] = [];
  for (const tree of await treesOf(paths)) {
    if (!existsSync(tree)) continue;
    const real = realpathSync(tree);
    const around = await rootsAbove(tree);
    if (around.every((root) => isInside(real, realpathSync(root)))) folders.push(real);
  }
  return folders;
}

/**
 * Replaces the text of a file. Mode, owner and group stay; of a symbolic link the file that it leads to is replaced.
 *
 * @param before the text that `after` was made from
 * @throws {UnreadableInput} if the file has another text by now, lies outside of `folders`, or cannot be written. Then it
 *   has the text that it had.
 */
export function replaceText(file: string, before: string, after: string, folders: WritableFolders): void {
  refusing(file, () => {
    const real = realpathSync(file);
    assertWritable(real, folders);
    accessSync(real, constants.W_OK);
    const isUnchanged = (): boolean => readFileSync(real).equals(Buffer.from(before));
    const draft = writeDraft(path.dirname(real), after, statSync(real));
    try {
      if (!isUnchanged()) throw new Refusal('it has changed meanwhile');
      renameSync(draft, real);
    } finally {
      rmSync(draft, { force: true });
    }
    flushFolder(path.dirname(real));
  });
}

/**
 * Writes a new file, and makes the folders that it needs.
 *
 * @throws {UnreadableInput} if there is such a file, it would lie outside of `folders`, or it cannot be written
 */
export function createFile(file: string, text: string, folders: WritableFolders): void {
  refusing(file, () => {
    const folder = makeFolder(path.dirname(path.resolve(file)), folders);
    const real = path.join(folder, path.basename(file));
    const draft = writeDraft(folder, text);
    try {
      moveToNewName(draft, real);
    } finally {
      rmSync(draft, { force: true });
    }
    flushFolder(folder);
  });
}

/**
 * Replaces a file that is the program's own, whatever it says. A link is replaced itself; what is neither a file nor a
 * link stays.
 *
 * @throws {UnreadableInput} if it would lie outside of `folders`, or cannot be written
 */
export function replaceOwnFile(file: string, text: string, folders: WritableFolders): void {
  refusing(file, () => {
    const folder = makeFolder(path.dirname(path.resolve(file)), folders);
    const real = path.join(folder, path.basename(file));
    const found = lstatSync(real, { throwIfNoEntry: false });
    if (found && !found.isFile() && !found.isSymbolicLink()) throw new Refusal('it is no regular file');
    const draft = writeDraft(folder, text);
    try {
      renameSync(draft, real);
    } finally {
      rmSync(draft, { force: true });
    }
  });
}

/** Bytes on the disk that are gone with the program. */
export interface SpillFile {
  /** Writes all of `bytes` from `position` on. */
  write(bytes: Uint8Array, position: number): void;
  /** @throws if fewer than `length` bytes are there */
  read(position: number, length: number): Uint8Array;
  close(): void;
}

/** Opens a file without a name in the system's temporary folder: it is gone with the program, whatever ends that. */
export function openSpillFile(): SpillFile {
  const name = path.join(tmpdir(), `facing-pages-${randomUUID()}`);
  const file = openSync(name, 'wx+', 0o600);
  rmSync(name);
  return {
    write: (bytes, position) => {
      for (let done = 0; done < bytes.length;)
        done += writeSync(file, bytes, done, bytes.length - done, position + done);
    },
    read: (position, length) => {
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length;) {
        const read = readSync(file, bytes, done, length - done, position + done);
        if (read === 0) throw new Error('A temporary file has lost what was written to it.');
        done += read;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}

/** Why a file is not written, in words that follow “was not written:”. */
class Refusal extends Error {}

function refusing(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const reason = error instanceof Refusal ? error.message : reasonOf(error);
    throw new UnreadableInput(`${file} was not written: ${reason}.`);
  }
}

function assertWritable(real: string, folders: WritableFolders): void {
  if (folders.some((folder) => isInside(real, folder))) return;
  throw new Refusal(`a link leads out of the folder that it belongs to, to ${real}`);
}

/** Makes a folder and those above it. @returns its real path */
function makeFolder(folder: string, folders: WritableFolders): string {
  let existing = folder;
  while (!existsSync(existing) && path.dirname(existing) !== existing) existing = path.dirname(existing);
  assertWritable(realpathSync(existing), folders);
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  assertWritable(real, folders);
  return real;
}

/** Writes and flushes a file with a random name. @param like whose mode and owner it gets @returns its path */
function writeDraft(folder: string, text: string, like?: Stats): string {
  const draft = path.join(folder, `.facing-pages-${randomUUID()}.tmp`);
  const file = openSync(draft, 'wx', like ? 0o600 : 0o666);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done);
    if (like) keepOwner(file, like);
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return draft;
}

function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  if (process.platform === 'win32') return;
  const draft = fstatSync(file);
  try {
    if (draft.uid !== uid || draft.gid !== gid) fchownSync(file, uid, gid);
  } catch {
    throw new Refusal('its owner or group cannot be kept, as they are not yours');
  }
  fchmodSync(file, mode & 0o7777);
}

/** Unlike a rename, a link never replaces a file. Where the file system has no links, the name is taken before the rename. */
function moveToNewName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw error;
    closeSync(openSync(file, 'wx'));
    renameSync(draft, file);
  }
}

/** Not every system can flush a folder, and nothing is lost by it but time. */
function flushFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows
  }
}
