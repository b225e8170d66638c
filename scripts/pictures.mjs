// `npm run pictures`: takes the pictures of the README in a real VS Code, on the samples, into docs/images/.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/** What is shown: the file's picture, the translation, VS Code's theme, and words of the row that the cursor is put into. */
const pictures = [
  {
    name: 'panel-dark',
    post: '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md',
    theme: 'Dark Modern',
    words: 'Back on land',
  },
  {
    name: 'panel-light',
    post: '_posts/2026-03-11-Footpath_Letter_12[ZH].md',
    theme: 'Light Modern',
    words: 'The results are on a',
  },
  {
    name: 'panel-arabic',
    post: '_posts/2026-03-19-Footpath_Letter.AR._12_Benches_And_More.md',
    theme: 'Dark Modern',
    words: 'Back on land',
  },
  {
    name: 'panel-high-contrast',
    post: '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md',
    theme: 'Dark High Contrast',
    words: 'A bench is easy to draw',
  },
];

/** The source of the picture of changes, and what its newest commit changes. */
const changed = {
  name: 'panel-changed',
  source: '_posts/2026-03-08-Footpath_Letter_12.md',
  words: 'Back on land',
  changes: [
    ['57 new lines', '61 new lines'],
    ['scanning weekend', 'scanning week'],
  ],
};

const { GitRepository } = await import(new URL('../test/support/gitRepository.ts', import.meta.url).href);
const { Workbench } = await import(new URL('../test/screen/workbench.ts', import.meta.url).href);
const folder = path.join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const settings = {
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'editor.lineNumbers': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};
const french = '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md';
const size = { width: 1480, height: 900 };

const workbench = await Workbench.open({ size, theme: 'dark', settings });
try {
  await openPanel(workbench, french);
  for (const { name, post, theme, words } of pictures) {
    await workbench.runCommand('View: Focus First Editor Group').catch(() => undefined);
    await workbench.openFile(post);
    await workbench.chooseTheme(theme);
    await workbench
      .panel()
      .locator('.columns .path', { hasText: path.basename(post) })
      .waitFor();
    await take(workbench, name, words);
  }
} finally {
  await workbench.close();
}

const repository = new GitRepository();
try {
  cpSync(path.join(root, 'samples'), repository.folder, { recursive: true });
  repository.commit('2026-03-16');
  for (const [before, now] of changed.changes) repository.replace(changed.source, before, now);
  repository.commit('2026-03-20');
  const other = await Workbench.open({ folder: repository.folder, size, theme: 'dark', settings });
  try {
    await openPanel(other, french);
    await other.chooseTheme('Light Modern');
    await other.panel().locator('.filters button', { hasText: 'Changed 2' }).click();
    await other.panel().locator('summary', { hasText: 'What changed here' }).first().click();
    await take(other, changed.name, changed.words);
  } finally {
    await other.close();
  }
} finally {
  repository.remove();
}

/**
 * @param {any} within
 * @param {string} post
 */
async function openPanel(within, post) {
  await within.openFile(post);
  await within.runCommand('View: Toggle Primary Side Bar Visibility');
  await within.runCommand('Facing Pages: Open Side by Side');
}

/**
 * Puts the cursor into the row with these words, waits until nothing moves, and takes the picture.
 * @param {any} of
 * @param {string} name
 * @param {string} words
 */
async function take(of, name, words) {
  await of.panel().locator('nav button .percent').nth(2).waitFor(); // all translations were looked at
  const row = of.panel().locator('.row[data-key]:not(.section-head)', { hasText: words }).first();
  await row.evaluate((/** @type {Element} */ element) => element.scrollIntoView({ block: 'center' }));
  await row.locator('[data-side=target] .prose').click({ position: { x: 5, y: 5 } });
  await row.locator('xpath=self::*[@aria-current="true"]').waitFor();
  await of.page.mouse.move(700, 895);
  await of.page.waitForTimeout(700);
  writeFileSync(path.join(folder, `${name}.png`), await of.page.screenshot());
}
