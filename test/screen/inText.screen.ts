// What stands in the text of a translation, and behind its name in the explorer, as a translator sees it.
import assert from 'node:assert/strict';
import { withProblems } from './samples';
import { Workbench } from './workbench';

describe('in the text on the screen', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ size: { width: 1400, height: 900 } });
    await workbench.openFile(withProblems);
  });
  after(() => workbench.close());

  const lens = (text: string | RegExp) => workbench.page.locator('.codelens-decoration a').filter({ hasText: text });

  it('each heading has a line above it, with the section’s progress and the way to what is next to do', async () => {
    await lens(/\d+ of \d+ translated/)
      .first()
      .waitFor();
    await lens(/all \d+ translated/)
      .first()
      .waitFor();
    await workbench.screenshot('lenses');
    const before = await workbench.page.locator('.line-numbers.active-line-number').first().innerText();
    await lens('next to do').first().click();
    await workbench.page.waitForFunction(
      (line) =>
        [...document.querySelectorAll('.line-numbers.active-line-number')].some(
          ({ textContent }) => textContent?.trim() !== line,
        ),
      before.trim(),
    );
  });

  it('the explorer shows how far the translation is, and its folder nothing', async () => {
    const row = workbench.page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'Sentier_12_[FR]' });
    await row
      .filter({
        has: workbench.page.locator(
          '.monaco-icon-label[class*="badge"], .monaco-decoration-iconBadge, [class*="itemBadge"]',
        ),
      })
      .first()
      .waitFor();
    assert.match((await row.locator('.monaco-icon-label').first().getAttribute('aria-label')) ?? '', /96 % translated/);
    await workbench.screenshot('badges');
  });

  it('a hover shows what the source says, and leads there', async () => {
    await workbench.press('Control+Home');
    await workbench.page
      .locator('.view-line', { hasText: 'printemps est là' })
      .first()
      .hover({ position: { x: 120, y: 8 } });
    const hover = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Go to Counterpart' }).first();
    await hover.filter({ hasText: 'Spring is here' }).waitFor();
    await workbench.screenshot('hover');
    await hover.getByText('Peek', { exact: true }).click();
    await workbench.page.locator('.peekview-widget').filter({ hasText: 'Footpath_Letter_12.md' }).first().waitFor();
    await workbench.page.locator('.peekview-widget .view-line').filter({ hasText: 'Spring is here' }).first().waitFor();
    await workbench.screenshot('peek');
  });
});
