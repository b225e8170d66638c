// The arguments of the desktop `code` executable, as far as `@vscode/test-electron` passes them.
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reads them. Unknown arguments are ignored, as `code` itself ignores Chromium's.
 * @param {readonly string[]} args
 */
export function readCodeArguments(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  /** @type {string[]} */
  const paths = [];
  for (const arg of args) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name) options.set(name, [...(options.get(name) ?? []), value]);
    else paths.push(toPath(arg));
  }
  const all = (/** @type {string} */ name) => (options.get(name) ?? []).map(toPath);
  const last = (/** @type {string} */ name) => all(name).at(-1);
  const opened = [...paths, ...all('folder-uri')];
  return {
    developmentPaths: all('extensionDevelopmentPath'),
    testsPath: last('extensionTestsPath'),
    folder: opened.find(isWorkspace),
    file: opened.find((name) => !isWorkspace(name)),
    userDataFolder: last('user-data-dir'),
    extensionsFolder: last('extensions-dir'),
    withoutExtensions: options.has('disable-extensions'),
  };
}

/** @param {string} value a path or a file: address */
function toPath(value) {
  return value.startsWith('file:') ? fileURLToPath(value) : path.resolve(value);
}

/** @param {string} name */
function isWorkspace(name) {
  return name.endsWith('.code-workspace') || statSync(name).isDirectory();
}
