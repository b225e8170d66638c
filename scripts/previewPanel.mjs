// Shows the panel's page without VS Code, for those who work on its look: takes a picture of a source and a
// translation in each of VS Code's own themes, and lets axe-core look for what shuts people out.
//
//   npm run build && npm run preview -- samples/_posts/2026-03-08-Footpath_Letter_12.md 'samples/_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md'
//     [--width 1100] [--height 1400] [--only dark] [--before the-source-as-it-was.md] [--do "…"]
//
// Pictures go to out/preview/. `--do` is a line of script for the page before the picture, for example
// "document.querySelectorAll('.filters button')[1].click()".
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './host/browser.mjs';
import { host, panelOfFiles } from './preview/panelOfFiles.mjs';
import { root } from './project.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1100' },
    height: { type: 'string', default: '1400' },
    only: { type: 'string' },
    do: { type: 'string' },
    name: { type: 'string', default: 'panel' },
    before: { type: 'string' },
  },
});
const [source, target] = positionals;
if (!source || !target) throw new Error('Name a source and a translation.');

const state = await panelOfFiles(source, target, values.before);
const themes = JSON.parse(readFileSync(path.join(root, 'scripts/preview/themes.json'), 'utf8'));
const dist = (/** @type {string} */ name) => readFileSync(path.join(root, 'dist', name), 'utf8');
const font = readFileSync(path.join(root, 'dist/codicon.ttf')).toString('base64');
const styles =
  dist('codicon.css').replace(/url\([^)]*\)[^;]*/, `url(data:font/ttf;base64,${font})`) + dist('webview.css');
mkdirSync(path.join(root, 'out/preview'), { recursive: true });

const browser = await launchBrowser();
try {
  for (const [theme, variables] of Object.entries(themes)) {
    if (values.only && values.only !== theme) continue;
    const page = await browser.newPage({ viewport: { width: Number(values.width), height: Number(values.height) } });
    page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
    await page.route(
      ({ href }) => href.startsWith(host),
      (route) => route.fulfill({ path: decodeURI(route.request().url().slice(host.length)) }),
    );
    const css = Object.entries(variables)
      .map(([name, value]) => `${name}: ${value};`)
      .join('\n');
    const kind = theme === 'dark' ? 'vscode-dark' : theme === 'light' ? 'vscode-light' : 'vscode-high-contrast';
    await page.setContent(
      `<!DOCTYPE html><html lang="en"><head><title>Facing Pages</title><style>:root { ${css} }\n${styles}</style></head><body class="${kind}"></body></html>`,
    );
    await page.evaluate(() => {
      Object.assign(window, {
        sent: [],
        acquireVsCodeApi: () => ({
          postMessage: (/** @type {unknown} */ m) => /** @type {any} */ (window).sent.push(m),
          getState() {},
          setState() {},
        }),
      });
    });
    await page.addScriptTag({ content: dist('webview.js') });
    await page.evaluate((message) => window.postMessage(message, '*'), { type: 'state', state });
    await page.locator('.row[data-key]').first().waitFor();
    const current = state.sections
      .flatMap((/** @type {any} */ { rows }) => rows)
      .find((/** @type {any} */ { problems }) => problems.length > 0);
    if (current && !values.do)
      await page.evaluate((message) => window.postMessage(message, '*'), {
        type: 'current',
        key: current.key,
        side: 'target',
      });
    if (values.do) await page.evaluate(values.do);
    await page.waitForTimeout(300);
    const name = `${values.name}-${theme.replaceAll(' ', '-')}.png`;
    writeFileSync(path.join(root, 'out/preview', name), await page.screenshot());
    await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
    const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    process.stdout.write(`out/preview/${name}: ${violations.length} violations\n`);
    for (const { impact, id, help, nodes } of violations)
      process.stdout.write(
        `  ${impact} ${id}: ${help} (${nodes.length}) ${nodes[0].html.slice(0, 160)} ${nodes[0].any?.[0]?.message ?? ''}\n`,
      );
    await page.close();
  }
} finally {
  await browser.close();
}
