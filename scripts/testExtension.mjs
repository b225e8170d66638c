// `npm run test:extension`: runs test/extension/ inside a real VS Code. Where the download of the desktop VS Code
// works and there is a display, that one; otherwise the VS Code of the browser. Words after `--` choose tests by title.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildExtensionTests } from './buildTests.mjs';
import { hasDisplay } from './display.mjs';
import { ensureBrowser } from './host/browser.mjs';
import { ensureHost } from './host/install.mjs';
import { writeSettings } from './host/settings.mjs';
import { root } from './project.mjs';
import { makeTemporary, removeTemporary } from './temporary.mjs';
import { makeWorkspace } from './workspace.mjs';

const probeLimit = 5_000;

const extensionTestsPath = await buildExtensionTests();
const desktop = hasDisplay() && (await canDownload());
if (!desktop) {
  await ensureBrowser();
  await ensureHost();
}
process.stdout.write(`Testing in ${desktop ? 'the desktop VS Code' : 'the VS Code of the browser'}.\n`);
const workspace = makeWorkspace({ corpus: true });
const profile = makeTemporary('profile');
writeSettings(path.join(profile, 'user'));
try {
  await runTests({
    ...(!desktop && { vscodeExecutablePath: fileURLToPath(new URL('host/code.mjs', import.meta.url)) }),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [
      workspace.folder,
      '--disable-extensions',
      `--user-data-dir=${path.join(profile, 'user')}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
    ],
    extensionTestsEnv: { FACING_PAGES_GREP: process.argv.slice(2).join(' ') },
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  workspace.remove();
  removeTemporary(profile);
}

async function canDownload() {
  try {
    const address = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(address, { signal: AbortSignal.timeout(probeLimit) })).ok;
  } catch {
    return false;
  }
}
