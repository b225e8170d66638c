// Earlier translations while one writes: the list of suggestions in the editor, and the list below the panel's field.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { PanelPage } from './panelPage';
import { withoutProblems } from './samples';
import { Workbench } from './workbench';

describe('earlier translations', () => {
  let workbench: Workbench;
  let panel: PanelPage;
  before(async () => {
    workbench = await Workbench.open({ size: { width: 1700, height: 1000 } });
    panel = new PanelPage(workbench);
    await workbench.openFile(withoutProblems);
  });
  after(() => workbench.close());

  const field = (): Locator => panel.page.locator('.writing textarea');
  const offer = (): Locator => panel.page.locator('.offer').first();

  it('are in the list of suggestions, with how alike they are and where they are from', async () => {
    await workbench.press('Control+End');
    await workbench.press('Shift+Home');
    await workbench.page.keyboard.type('Abonnez');
    await workbench.page.waitForTimeout(600); // the issue is read again
    await workbench.press('Control+Space');
    const row = workbench.page.locator('.suggest-widget .monaco-list-row').first();
    await row.waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? (await row.textContent()) ?? '', /Abonnez-vous/);
    await row.filter({ hasText: '100 % · #12' }).waitFor();
    await workbench.press('Control+Space'); // the pane beside the list
    await workbench.page.locator('.suggest-details-container', { hasText: 'line' }).waitFor();
    await workbench.screenshot('memory-suggestions');
    await workbench.press('Enter');
    await workbench.page
      .locator('.editor-group-container .view-line', { hasText: 'la prochaine dans votre boîte aux lettres' })
      .waitFor();
    await workbench.press('Control+Z');
    await workbench.press('Escape');
    await workbench.runCommand('File: Revert File');
  });

  it('are below the field in which one writes, to be taken with one key', async () => {
    await workbench.openFile(withoutProblems);
    await panel.open();
    const heading = panel.page.locator('.row', { hasText: 'Tools and Data' }).first();
    await heading.locator('[data-side=target]').dblclick({ position: { x: 60, y: 8 } });
    await field().waitFor();
    await field().fill('# ');
    await offer().filter({ hasText: '100 %' }).filter({ hasText: '#12' }).waitFor();
    await workbench.screenshot('memory-panel');
    await field().press('Control+Alt+Digit1');
    assert.equal(await field().inputValue(), '# Outils et données 🧰');
    await field().press('Control+Z'); // goes through VS Code, and comes back a moment later
    for (let tries = 0; tries < 50 && (await field().inputValue()) !== '# '; tries++)
      await workbench.page.waitForTimeout(100);
    assert.equal(await field().inputValue(), '# ');
  });

  it('and with arrows and Enter', async () => {
    await field().press('ArrowDown');
    await panel.page.locator('.offer:focus').waitFor();
    await workbench.press('ArrowUp');
    await panel.page.locator('.writing textarea:focus').waitFor();
    await field().press('ArrowDown');
    await workbench.press('Enter');
    assert.equal(await field().inputValue(), '# Outils et données 🧰');
    await panel.assertAccessible();
    await field().press('Escape');
  });

  it('shut nobody out in high contrast', async () => {
    await workbench.chooseTheme('Dark High Contrast');
    await panel.page
      .locator('.row', { hasText: 'Subscribe' })
      .last()
      .locator('[data-side=target]')
      .dblclick({ position: { x: 200, y: 8 } });
    await field().fill('S');
    await offer().waitFor();
    await panel.assertAccessible();
    await workbench.screenshot('memory-panel-contrast');
  });
});
