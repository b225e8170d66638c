// A source that changed after it was translated, as a translator meets it in the panel: which rows, which words, and done.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { GitRepository } from '../support/gitRepository.js';
import { repositoryPath } from '../unit/support/repository.js';
import { PanelPage } from './panelPage';
import { withProblems } from './samples';
import { Workbench } from './workbench';

const source = '_posts/2026-03-08-Footpath_Letter_12.md';
/** The last item of the French translation's second section comes before the two others. */
const lastItem = /\*\*\*Qui cartographie les ferrys de nuit \?\*\*\*[^]*?\(https:\/\/ferries\.example\/diary\/7\)\n\n/;
const firstItem = '***Des bancs qui connaissent leur hauteur***';

describe('changes of the source, on the screen', () => {
  const repository = new GitRepository();
  let workbench: Workbench;
  let panel: PanelPage;
  before(async () => {
    cpSync(repositoryPath('samples'), repository.folder, { recursive: true });
    const text = repository.read(withProblems);
    const item = lastItem.exec(text)![0];
    repository.write(
      withProblems,
      text.replace(item, '').replace(firstItem, () => `${item}\\\\\n${firstItem}`),
    );
    repository.commit('2026-03-16');
    repository.replace(source, 'in 14 towns went out', 'in 17 towns and villages went out');
    repository.replace(source, '57 new lines', '61 new lines');
    repository.commit('2026-03-20');
    workbench = await Workbench.open({ folder: repository.folder, size: { width: 1700, height: 1000 }, theme: 'dark' });
    panel = new PanelPage(workbench);
    await workbench.openFile(withProblems);
    await panel.open();
  });
  after(async () => {
    await workbench.close();
    repository.remove();
  });

  it('are counted in the head, and their rows are shown alone', async () => {
    await panel.page.getByRole('button', { name: 'Changed 2' }).click({ timeout: 30_000 });
    await panel.row('A bench is easy to draw').waitFor();
    await panel.row('Back on land').waitFor();
    assert.equal(await panel.page.locator('.row[data-key]:not(.section-head)').count(), 2);
    await workbench.screenshot('panel-changed-only');
    await panel.page.getByRole('button', { name: /^All/ }).click();
  });

  it('are counted beside the progress in the view of the issues', async () => {
    await workbench.page.locator('.activitybar .action-item a[aria-label="Facing Pages"]').click();
    const rows = workbench.page.locator('.part.sidebar .monaco-list-row');
    await rows.filter({ hasText: 'Letter #12' }).first().locator('.monaco-tl-twistie').click();
    await rows
      .filter({ hasText: 'Français' })
      .filter({ hasText: /96 % · \d problems · 2 stale · \d remarks?/ })
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('issues-stale');
  });

  it('show their words, in three themes, and shut nobody out', async () => {
    const row = panel.row('A bench is easy to draw');
    await row.locator('summary', { hasText: 'What changed here' }).click();
    await row.locator('details del', { hasText: '14' }).waitFor();
    await row.locator('details ins', { hasText: '17' }).waitFor();
    await row.locator('[data-side=source] ins[data-changed]', { hasText: '17' }).waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
      await workbench.chooseTheme(theme);
      await panel.assertAccessible();
      await workbench.screenshot(`panel-changed-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  });

  it('are gone to with a key and marked as up to date with another, to be undone', async () => {
    const row = panel.row('A bench is easy to draw');
    await panel
      .row('Spring is here')
      .locator('[data-side=source]')
      .click({ position: { x: 60, y: 10 } });
    await panel.row('Spring is here').focus();
    await workbench.press('d');
    await panel.currentRow('A bench is easy to draw');
    await workbench.press('d');
    await panel.currentRow('Back on land'); // the rows are in the source's order
    await workbench.press('D');
    await panel.currentRow('A bench is easy to draw');
    await workbench.press('u');
    await panel.page.getByRole('button', { name: 'Changed 1' }).waitFor();
    await row.locator('summary', { hasText: 'What changed here' }).waitFor({ state: 'detached' });
    await row.focus();
    await workbench.press('Control+Z');
    await panel.page.getByRole('button', { name: 'Changed 2' }).waitFor();
  });

  it('do not hide what was moved: it goes home with one key', async () => {
    const title = panel.row('Who Maps the Night Ferries');
    await title
      .locator('.moved, .problem', { hasText: /order|moved|before|after/i })
      .first()
      .waitFor();
    await title.locator('[data-side=source]').click({ position: { x: 60, y: 10 } });
    await workbench.screenshot('panel-moved');
    await title.focus();
    await workbench.press('m');
    await workbench.page
      .locator('.editor-group-container .view-line', { hasText: 'Qui cartographie les ferrys' })
      .first()
      .waitFor();
    await title
      .locator('.moved, .problem', { hasText: /order|moved|before|after/i })
      .first()
      .waitFor({ state: 'detached' });
  });
});
