// The walkthrough, as somebody meets it who has just installed the extension: four steps on a sample.
import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('the walkthrough on the screen', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ size: { width: 1700, height: 1000 } });
  });
  after(() => workbench.close());

  const step = (title: string) =>
    workbench.page
      .locator('.gettingStartedContainer .getting-started-step')
      .filter({ has: workbench.page.locator('.step-title', { hasText: title }) })
      .first();
  const button = (label: string) =>
    workbench.page
      .locator(
        '.gettingStartedContainer .getting-started-step.expanded .monaco-button, .gettingStartedContainer .getting-started-step.expanded a',
      )
      .filter({ hasText: label })
      .first();
  const isDone = (title: string) => step(title).locator('.codicon.complete').first().waitFor();

  it('has four steps, each with a picture in the theme’s colours', async () => {
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: 'Get Started with Facing Pages' })
      .first()
      .click();
    await step('Open a translation').first().waitFor();
    assert.equal(await workbench.page.locator('.gettingStartedContainer .getting-started-step').count(), 4);
    await workbench.page.waitForTimeout(1500); // the picture is a page of its own
    await workbench.screenshot('walkthrough-open');
  });

  it('works on the sample, and ticks off what was done', async () => {
    await button('Open a Sample').click();
    await workbench.page.locator('.tab[data-resource-name^="2026-04-12-Lettre_du_Port"]').waitFor();
    await isDone('Open a translation');
    await step('See what does not match').click();
    await button('Show the Problems').click();
    await workbench.page
      .locator('.markers-panel .marker-message')
      .filter({ hasText: 'A walk at low tide' })
      .first()
      .waitFor();
    await isDone('See what does not match');
    await workbench.screenshot('walkthrough-problems');
    await step('Mend it').click();
    await button('Fix All Safe Problems').click();
    await workbench.page
      .locator('.markers-panel .marker-message')
      .filter({ hasText: 'does not work' })
      .first()
      .waitFor({ state: 'detached' });
    await isDone('Mend it');
    await step('Translate on facing pages').click();
    await button('Open Side by Side').click();
    await workbench.page.locator('.tab').filter({ hasText: 'Facing Pages: #3' }).waitFor(); // pictures of steps are webviews too, so that the panel's page has no name of its own
    await isDone('Translate on facing pages');
    await workbench.screenshot('walkthrough-facing');
  });
});
