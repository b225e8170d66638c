// Where the project is on disk, and what its manifest says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Reads package.json: name, publisher and version name the extension and its package, `main` the file with which it begins.
 * @returns {{ name: string, publisher: string, version: string, main: string }}
 */
export function manifest() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
}
