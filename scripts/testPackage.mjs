// `npm run test:package`: makes the .vsix, says how large it is, installs it into VS Code and tests it there.
import { statSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './host/browser.mjs';
import { ensureHost } from './host/install.mjs';
import { manifest, root } from './project.mjs';
import { run } from './run.mjs';
import { runMocha } from './runMocha.mjs';

await ensureBrowser();
await ensureHost();
const { name, version } = manifest();
const vsix = path.join(root, `${name}-${version}.vsix`);
if ((await run('npm', ['run', '--silent', 'package'], { cwd: root })) === 0) {
  process.stdout.write(`${path.basename(vsix)}: ${(statSync(vsix).size / 1024).toFixed(0)} KB\n`);
  process.exitCode = await runMocha('test/package/**/*.test.ts', process.argv.slice(2), { FACING_PAGES_VSIX: vsix });
} else {
  process.exitCode = 1;
}
