// Starts and stops the server of the VS Code that runs in a browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporary, removeTemporary } from '../temporary.mjs';
import { runQuietly } from '../run.mjs';
import { ensureHost } from './install.mjs';
import { writeSettings } from './settings.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] 0, the default, takes any free port
 * @property {string} [userDataFolder] kept afterwards; without it a temporary one
 * @property {string} [extensionsFolder] where installed extensions are; without it an empty, temporary one
 * @property {Record<string, unknown>} [settings] user settings, for a user-data folder that has none
 * @property {boolean} [testDriver] false without the page's test driver, and then it ignores the extension and the tests
 *   that its address names
 * @property {boolean} [asksForTrust] true has folders begin in restricted mode, as long as nobody trusts them; else all are trusted
 * @property {Record<string, string>} [env] more variables for the server, and so for the extension host
 * @property {(code: number | null) => void} [onUnexpectedEnd] called if the server ends before `stop()`
 *
 * @typedef {object} Server
 * @property {string} url for example `http://localhost:8400`; as `localhost` it counts as secure, which webviews need
 * @property {string} authority the host and port in it
 * @property {() => string} log what the server has printed so far
 * @property {() => Promise<void>} stop ends it and removes its temporary folder
 */

/** A folder that nobody was asked about is not trusted. */
const restricted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

const startLimit = 60_000;
const stopLimit = 5_000;

/**
 * Starts the server and waits until it answers. The variable FACING_PAGES_HOST_LOG names a file for all it prints.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const host = await ensureHost();
  const temporary = makeTemporary('host');
  const userDataFolder = options.userDataFolder ?? path.join(temporary, 'user');
  writeSettings(userDataFolder, { ...(options.asksForTrust && restricted), ...options.settings });
  const child = spawn(
    host.node,
    [
      host.serverMain,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-telemetry'],
      ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver === false ? [] : ['--enable-smoke-test-driver']),
      ...['--log', 'info'],
      ...['--server-data-dir', path.join(temporary, 'server'), '--user-data-dir', userDataFolder],
      ...['--extensions-dir', options.extensionsFolder ?? path.join(temporary, 'extensions')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...cleanEnvironment(), ...options.env } },
  );
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  let stopping = false;
  let output = '';
  const stop = async () => {
    stopping = true;
    await end(child);
    process.off('exit', killAtExit);
    removeTemporary(temporary);
  };
  try {
    const url = await new Promise((resolve, reject) => {
      const listen = (/** @type {Buffer} */ data) => {
        output += data;
        if (process.env['FACING_PAGES_HOST_LOG']) appendFileSync(process.env['FACING_PAGES_HOST_LOG'], data);
        const address = /Web UI available at (\S+)/.exec(output)?.[1];
        if (address) resolve(address);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`VS Code's server ended (${code}) instead of starting:\n${output}`));
        if (!stopping) options.onUnexpectedEnd?.(code);
      });
      setTimeout(
        () => reject(new Error(`VS Code's server did not start within ${startLimit / 1000} s:\n${output}`)),
        startLimit,
      ).unref();
    });
    return { url, authority: new URL(url).host, log: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a packaged extension into an extensions folder, as a user's VS Code would.
 * @param {string} vsix
 * @param {string} extensionsFolder
 */
export async function installExtension(vsix, extensionsFolder) {
  const host = await ensureHost();
  const temporary = makeTemporary('install');
  try {
    await runQuietly(
      host.node,
      [
        ...[host.serverMain, '--install-extension', vsix, '--accept-server-license-terms', '--disable-telemetry'],
        ...['--server-data-dir', path.join(temporary, 'server'), '--user-data-dir', path.join(temporary, 'user')],
        ...['--extensions-dir', extensionsFolder],
      ],
      { env: cleanEnvironment() },
    );
  } finally {
    removeTemporary(temporary);
  }
}

/** The environment without what a VS Code around us has put there: its terminal and its debugger set variables. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  if (hasEnded() || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), stopLimit);
  await ended;
  clearTimeout(kill);
}
