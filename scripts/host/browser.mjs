// The Chromium that shows VS Code to the tests: found on the machine, or installed where that is possible.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runQuietly } from '../run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Debian's packages for the languages and signs that newsletters have, and a font that shows each package is there. */
const fonts = {
  'fonts-noto-core': 'Noto Sans Arabic',
  'fonts-noto-cjk': 'Noto Sans CJK',
  'fonts-noto-color-emoji': 'Noto Color Emoji',
};

/**
 * Finds Chromium: what the variable CHROMIUM names, or one of the usual names on PATH.
 * @returns {string | undefined}
 */
export function findBrowser() {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM'];
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...elsewhere].find(
    isExecutable,
  );
}

/**
 * Answers where Chromium is. On Debian as root it installs what is missing, the fonts too; elsewhere it fails
 * with one line that says what to install. Missing fonts alone only spoil screenshots, so they are no failure.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...missingFonts()];
  if (missing.length > 0 && canInstall()) {
    process.stderr.write(`Installing ${missing.join(', ')} with apt-get, once...\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update'], { env });
    await runQuietly('apt-get', ['install', '-y', ...missing], { env });
  }
  const found = findBrowser();
  if (!found)
    throw new Error(
      'No Chromium found: install Chromium or Google Chrome, or name its executable in the variable CHROMIUM.',
    );
  return found;
}

/**
 * Starts Chromium without a window and cut off from the network, this machine excepted.
 * @param {{ handleSignals?: boolean }} [options] `handleSignals: false` leaves Ctrl+C to the caller
 */
export async function launchBrowser({ handleSignals = true } = {}) {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    handleSIGINT: handleSignals,
    handleSIGTERM: handleSignals,
    args: [
      '--no-sandbox', // Chromium refuses to run as root with its sandbox; it opens nothing but this project
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
}

function missingFonts() {
  if (process.platform !== 'linux') return [];
  let installed = '';
  try {
    installed = execFileSync('fc-list', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // No fc-list: it comes with Chromium, so no fonts either.
  }
  return Object.entries(fonts).flatMap(([name, font]) => (installed.includes(font) ? [] : [name]));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
