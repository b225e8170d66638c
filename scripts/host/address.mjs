// The address of VS Code's page: which folder it opens, and what it loads besides.
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Opening
 * @property {string | undefined} [folder] a folder or a .code-workspace file
 * @property {string | undefined} [file] a file to open at once
 * @property {readonly string[]} [developmentPaths] extensions to load from their working copies
 * @property {string | undefined} [testsPath] tests for the extension host to run
 * @property {boolean} [withoutExtensions] leaves installed extensions out
 */

/**
 * The address that opens a folder as asked. `?folder=` and not the server's `--default-folder`: with the latter,
 * VS Code shows neither squiggles nor badges.
 * @param {{ url: string, authority: string }} server
 * @param {Opening} opening
 */
export function addressOf(server, opening) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(opening.developmentPaths ?? []).map((folder) => ['extensionDevelopmentPath', remote(folder)]),
  ];
  if (opening.testsPath) payload.push(['extensionTestsPath', remote(opening.testsPath)]);
  if (opening.file) payload.push(['openFile', remote(opening.file)]);
  if (opening.withoutExtensions) payload.push(['disableExtensions', 'true']);
  const query = new URLSearchParams();
  if (opening.folder) query.set(opening.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', opening.folder);
  else query.set('ew', 'true'); // an empty window
  query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query}`;
}
