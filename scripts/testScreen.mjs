// `npm run test:screen`: runs test/screen/ with mocha, each file against its own window of VS Code in Chromium.
// Words after `--` go to mocha, for example `npm run test:screen -- --fgrep "the panel"`.
import { ensureBrowser } from './host/browser.mjs';
import { ensureHost } from './host/install.mjs';
import { runMocha } from './runMocha.mjs';

await ensureBrowser();
await ensureHost();
process.exitCode = await runMocha('test/screen/**/*.screen.ts', process.argv.slice(2));
