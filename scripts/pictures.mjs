// `npm run pictures`: takes the pictures of the README in a real VS Code, on the samples, into docs/images/.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/** What is shown: the file's picture, the translation, VS Code's theme, and words of the row that the cursor is put into. */
const pictures = [
  { name: 'panel-dark', post: '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md', theme: 'Dark Modern', words: 'Back on land' },
  { name: 'panel-light', post: '_posts/2026-03-11-Footpath_Letter_12[ZH].md', theme: 'Light Modern', words: 'The results are on a' },
  { name: 'panel-arabic', post: '_posts/2026-03-19-Footpath_Letter.AR._12_Benches_And_More.md', theme: 'Dark Modern', words: 'Back on land' },
  { name: 'panel-high-contrast', post: '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md', theme: 'Dark High Contrast', words: 'A bench is easy to draw' },
];

const { Workbench } = await import(new URL('../test/screen/workbench.ts', import.meta.url).href);
const folder = path.join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const settings = { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'workbench.activityBar.location': 'hidden', 'editor.lineNumbers': 'off', 'window.commandCenter': false, 'workbench.layoutControl.enabled': false };
const workbench = await Workbench.open({ size: { width: 1480, height: 900 }, theme: 'dark', settings });
try {
  let opened = false;
  for (const { name, post, theme, words } of pictures) {
    await workbench.runCommand('View: Focus First Editor Group').catch(() => undefined);
    await workbench.openFile(post);
    if (!opened) {
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.runCommand('Facing Pages: Open Side by Side');
      opened = true;
    }
    await workbench.chooseTheme(theme);
    const panel = workbench.panel();
    const label = path.basename(post);
    await panel.locator('.columns .path', { hasText: label }).waitFor();
    await panel.locator('nav button .percent').nth(2).waitFor(); // all translations were looked at
    const row = panel.locator('.row[data-key]:not(.section-head)', { hasText: words }).first();
    await row.evaluate((/** @type {Element} */ element) => element.scrollIntoView({ block: 'center' }));
    await row.locator('[data-side=target] .prose').click({ position: { x: 5, y: 5 } });
    await row.locator('xpath=self::*[@aria-current="true"]').waitFor();
    await workbench.page.mouse.move(700, 895);
    await workbench.page.waitForTimeout(700);
    writeFileSync(path.join(folder, `${name}.png`), await workbench.page.screenshot());
  }
} finally {
  await workbench.close();
}
