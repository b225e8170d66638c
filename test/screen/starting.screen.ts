// A new issue, suggestions in its style, and a translation that is updated, as people see them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench';

describe('starting on the screen', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  const input = () => workbench.page.locator('.quick-input-widget input[type="text"]').first();
  const suggestion = (text: string) =>
    workbench.page.locator('.suggest-widget .monaco-list-row').filter({ hasText: text }).first();

  it('a new issue asks for its day and opens where one begins to write', async () => {
    await workbench.openFile('_posts/2026-03-08-Footpath_Letter_12.md');
    await workbench.runCommand('Facing Pages: New Issue…');
    await workbench.page.locator('.quick-input-title').filter({ hasText: 'Number 13' }).waitFor();
    await workbench.screenshot('new-issue-day');
    await input().fill('2026-04-05');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab[data-resource-name="2026-04-05-Footpath_Letter_13.md"]').waitFor();
    await workbench.page.keyboard.type('Rain');
    await workbench.page.locator('.view-line').filter({ hasText: '#13 [EN]: Rain' }).first().waitFor();
    await workbench.screenshot('new-issue');
  });

  it('suggestions write an item as the others are written', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Control+Space');
    await suggestion('Item').waitFor();
    await suggestion('Picture').waitFor();
    await workbench.page.waitForTimeout(800); // the details come a moment later
    await workbench.screenshot('suggestions');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('A Gate in the Hedge');
    await workbench.page.locator('.view-line').filter({ hasText: '***A Gate in the Hedge***' }).first().waitFor();
  });

  it('an updated translation shows what came in', async () => {
    const source = path.join(workbench.folder, '_posts/2026-03-08-Footpath_Letter_12.md');
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace(
        '# Tools and Data',
        '# Weather Report ☔\n\nThe rain has washed the lower path away; walkers take the [upper one](https://weather.example/upper) until May.\n\n# Tools and Data',
      ),
    );
    await workbench.openFile('_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md');
    await workbench.runCommand('Facing Pages: Update Translation');
    await workbench.page.locator('.statusbar-item').filter({ hasText: '1 section' }).waitFor();
    assert.equal(await workbench.page.locator('.view-line').filter({ hasText: 'Weather Report' }).count(), 1);
    await workbench.screenshot('updated');
  });
});
