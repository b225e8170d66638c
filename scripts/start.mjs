// `npm start`: builds the extension and opens VS Code with it on samples/: the desktop VS Code if there is one,
// otherwise VS Code in the browser, at the address it prints. PORT names another port than 8400. Ctrl+C stops.
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { hasDisplay } from './display.mjs';
import { ensureHost } from './host/install.mjs';
import { linkExtension } from './host/linkExtension.mjs';
import { startServer } from './host/server.mjs';
import { root } from './project.mjs';
import { run, runQuietly } from './run.mjs';

const samples = path.join(root, 'samples');

await runQuietly('npm', ['run', '--silent', 'build'], { cwd: root });
if (hasDisplay() && isOnPath('code')) {
  process.exitCode = await run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, samples]);
} else {
  await openInBrowser();
}

async function openInBrowser() {
  const { dataFolder } = await ensureHost();
  /** @type {(code: number) => void} */
  let finish = () => {};
  const finished = new Promise((resolve) => (finish = resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish(0));
  const server = await startServer({
    port: await freePort(Number(process.env['PORT'] || 8400)),
    userDataFolder: path.join(dataFolder, 'user'),
    extensionsFolder: linkExtension(path.join(dataFolder, 'extensions')),
    testDriver: false,
    onUnexpectedEnd: () => finish(1),
  });
  const folder = encodeURIComponent(samples).replaceAll('%2F', '/');
  process.stdout.write(`Open ${server.url}/?folder=${folder} in a browser (Ctrl+C stops)\n`);
  process.exitCode = await finished;
  await server.stop();
}

/**
 * The port that was asked for, or 0, which takes any, if it is taken.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}

/** @param {string} command */
function isOnPath(command) {
  const names = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) =>
    names.some((name) => {
      try {
        accessSync(path.join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}
