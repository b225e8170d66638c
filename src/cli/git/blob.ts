// The names that git gives to the contents of files: a hash over a header and the bytes.
// https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { maxFileBytes } from '../files.js';

/** The object name of a blob. @param nameLength 40 hexadecimal digits for SHA-1, 64 for SHA-256 */
export function blobName(content: Uint8Array, nameLength: number): string {
  const hash = createHash(nameLength === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}

/**
 * Whether a file of the working tree has the content of a blob. Git may have turned line feeds into CRLF on the way out,
 * so both ways to write a line break count as the same. False for a file that cannot be read.
 */
export function hasBlob(file: string, name: string): boolean {
  const content = contentOf(file);
  if (content === undefined) return false;
  return blobName(content, name.length) === name || blobName(withLineFeeds(content), name.length) === name;
}

/** What git keeps of a file: its bytes, or where a link leads. */
function contentOf(file: string): Buffer | undefined {
  try {
    const found = lstatSync(file);
    if (found.isSymbolicLink()) return Buffer.from(readlinkSync(file));
    return found.isFile() && found.size <= maxFileBytes ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

function withLineFeeds(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
