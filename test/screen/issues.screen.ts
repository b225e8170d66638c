// The view “Issues”, and starting a translation from it, as a translator sees them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench';

describe('issues on the screen', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  const rows = () => workbench.page.locator('.part.sidebar .monaco-list-row');
  const row = (text: string) => rows().filter({ hasText: text }).first();

  it('are listed with their languages, how far these are, and what is not started', async () => {
    await workbench.page.locator('.activitybar .action-item a[aria-label="Facing Pages"]').click();
    await row('Letter #12').waitFor();
    assert.match(await rows().first().innerText(), /#12/); // the newest first
    await row('Letter #12').locator('.monaco-tl-twistie').click();
    await row('Français').filter({ hasText: '96 %' }).waitFor();
    await row('Letter #11').locator('.monaco-tl-twistie').click();
    await row('not started').waitFor();
    assert.equal(await rows().filter({ hasText: 'not started' }).count(), 2);
    await workbench.screenshot('issues');
  });

  it('a language that is not started is started with one click, beside its source', async () => {
    const missing = rows().filter({ hasText: 'not started' }).filter({ hasText: '中文' });
    await missing.hover();
    await missing.locator('a[aria-label^="Start Translation"]').click();
    await workbench.page.locator('.tab[data-resource-name$="Footpath_Letter_11[ZH].md"]').waitFor();
    await rows().filter({ hasText: 'not started' }).filter({ hasText: '中文' }).waitFor({ state: 'detached' });
    await rows().filter({ hasText: '中文' }).filter({ hasText: /\d+ %/ }).nth(1).waitFor();
    await workbench.screenshot('started');
  });

  it('any other language is found by its name or tag', async () => {
    await workbench.openFile('_posts/2026-02-08-Footpath_Letter_11.md');
    await workbench.runCommand('Facing Pages: Start Translation…');
    const input = workbench.page.locator('.quick-input-widget input[type="text"]').first();
    await input.fill('sw');
    const rowsOfInput = workbench.page.locator('.quick-input-widget .monaco-list-row');
    await rowsOfInput.first().filter({ hasText: 'Kiswahili' }).waitFor();
    await input.fill('German');
    const choice = rowsOfInput.first();
    await choice.filter({ hasText: 'Deutsch' }).waitFor();
    await workbench.screenshot('languages');
    await choice.click();
    await workbench.page.locator('.tab[data-resource-name*="[DE]"]').waitFor();
    const made = readdirSync(path.join(workbench.folder, '_posts')).find((name) => name.includes('[DE]'));
    assert.match(readFileSync(path.join(workbench.folder, '_posts', made ?? ''), 'utf8'), /^title: .*\[DE\]/m);
  });
});
