// Temporary folders with short names: VS Code's sockets live in them, and macOS allows a socket's path 103 characters.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Makes an empty temporary folder; its name begins with `facing-` and the purpose.
 * @param {string} purpose for example `host`
 */
export function makeTemporary(purpose) {
  const parent = process.platform === 'darwin' ? '/tmp' : os.tmpdir();
  return mkdtempSync(path.join(realpathSync(parent), `facing-${purpose}-`));
}

/**
 * Removes a temporary folder. A process that is only just ending may still write into it, so it tries a few times.
 * @param {string} folder
 */
export function removeTemporary(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
