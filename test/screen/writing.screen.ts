// Translating in the panel, as a translator does all day: write in a row, put links in, go on, with the keyboard alone.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { PanelPage } from './panelPage';
import { withProblems } from './samples';
import { Workbench } from './workbench';

describe('writing in the panel', () => {
  let workbench: Workbench;
  let panel: PanelPage;
  before(async () => {
    workbench = await Workbench.open({ size: { width: 1700, height: 1000 }, theme: 'dark' });
    panel = new PanelPage(workbench);
    await workbench.openFile(withProblems);
    await panel.open();
  });
  after(() => workbench.close());

  const field = (): Locator => panel.page.locator('.writing textarea');
  const editorSays = async (words: string): Promise<void> =>
    workbench.page.locator('.editor-group-container .view-line', { hasText: words }).first().waitFor();
  const undo = async (): Promise<void> => {
    await panel.page.locator('.row[tabindex="0"]').focus();
    await workbench.press('Control+Z');
  };

  it('a double click opens the row’s Markdown, and saving it is one step of undo', async () => {
    await panel
      .row('One result surprised everybody')
      .locator('[data-side=target]')
      .dblclick({ position: { x: 60, y: 12 } });
    await field().waitFor();
    assert.match(await field().inputValue(), /^Un résultat a surpris tout le monde/);
    await field().press('Control+End');
    await field().pressSequentially(' Zanzibar.');
    await workbench.screenshot('writing');
    await field().press('Control+S');
    await field().waitFor({ state: 'detached' });
    await panel.row('Zanzibar').waitFor();
    await undo();
    await panel.row('Zanzibar').waitFor({ state: 'detached' });
  });

  it('what is lost is shown as a ghost, to be clicked back in', async () => {
    const ghost = panel.page.locator('.ghost', { hasText: 'report' });
    await ghost.click();
    await ghost.waitFor({ state: 'detached' });
    await panel.row('A bench is easy to draw').locator('[data-side=target] a', { hasText: 'report' }).waitFor();
    await undo();
    await ghost.waitFor();
  });

  it('pointing at a link lights up its counterpart', async () => {
    const row = panel.row('Counting trees sounds like work');
    await row.locator('[data-side=source] a', { hasText: 'method' }).hover();
    await row.locator('[data-side=target] a.lit', { hasText: 'méthode' }).waitFor();
    assert.equal(await row.locator('.lit').count(), 2);
  });

  it('a picture has a number in both columns, and its counterpart lights up', async () => {
    const row = panel.page.locator('.row.kind-image.state-translated').first();
    await row.scrollIntoViewIfNeeded();
    await row.locator('[data-side=target] img').hover();
    assert.deepEqual(
      await row.locator('.picture.lit').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['number'])),
      ['1', '1'],
    );
  });

  it('a digit lights up what has that number, and says so', async () => {
    const row = panel.row('Counting trees sounds like work');
    await row.locator('[data-side=source]').click({ position: { x: 60, y: 10 } });
    await row.focus();
    await workbench.press('2');
    assert.equal(await row.locator('.lit').count(), 2);
    assert.match(await panel.page.getByRole('status').innerText(), /^2: .+; .+/);
    await workbench.screenshot('numbers');
  });

  it('a missing picture stands there faint, to be clicked back in', async () => {
    const ghost = panel.page.locator('.ghost-picture');
    await ghost.scrollIntoViewIfNeeded();
    await workbench.screenshot('ghost-picture');
    await ghost.click();
    await ghost.waitFor({ state: 'detached' });
    await undo();
    await ghost.waitFor();
  });

  it('with keys alone: next to do, write, put in what the source has, save, go on', async () => {
    await panel
      .row('Counting trees sounds like work')
      .locator('[data-side=source]')
      .click({ position: { x: 60, y: 10 } });
    await panel.row('Counting trees sounds like work').focus();
    await workbench.press('t');
    await workbench.press('Enter');
    await field().waitFor();
    const first = await panel.page.locator('.row', { has: field() }).getAttribute('data-key');
    await field().press('Control+A');
    await workbench.press('Control+1');
    assert.match(await field().inputValue(), /\]\(|\d/, 'the chip’s Markdown');
    await workbench.screenshot('writing-chips');
    await field().press('Control+Enter');
    await panel.page.locator(`.row:not([data-key="${first!}"]) .writing textarea`).waitFor();
    await workbench.press('Escape');
    await field().waitFor({ state: 'detached' });
    await undo();
  });

  it('a draft that was not saved is there again, and can be thrown away', async () => {
    const row = panel.row('One result surprised everybody');
    await row.locator('[data-side=target]').dblclick({ position: { x: 60, y: 12 } });
    await field().press('Control+End');
    await field().pressSequentially(' Timbuktu.');
    await field().press('Escape');
    await row.getByRole('button', { name: 'You have not saved what you wrote here' }).click();
    assert.match(await field().inputValue(), /Timbuktu\.$/);
    await panel.page.getByRole('button', { name: 'Discard what I wrote' }).click();
    await row.getByRole('button', { name: 'You have not saved' }).waitFor({ state: 'detached' });
    await row.locator('[data-side=target]').dblclick({ position: { x: 60, y: 12 } });
    assert.match(await field().inputValue(), /n'existent plus\.$/);
    await field().press('Escape');
  });

  it('what one writes stays with its translation when another one is shown', async () => {
    const row = panel.row('One result surprised everybody');
    await row.locator('[data-side=target]').dblclick({ position: { x: 60, y: 12 } });
    await field().press('Control+End');
    await field().pressSequentially(' Kalimantan.');
    await panel.translation('中文').click();
    await panel.page.locator('[data-side=target] .prose[lang^=zh]').first().waitFor();
    assert.equal(await field().count(), 0, 'French words in a field of the Chinese text');
    assert.equal(
      await row.getByRole('button', { name: 'You have not saved' }).count(),
      0,
      'a French draft of the Chinese text',
    );
    await panel.translation('Français').click();
    await row.getByRole('button', { name: 'You have not saved' }).click();
    assert.match(await field().inputValue(), /^Un résultat .* Kalimantan\.$/s);
    await panel.page.getByRole('button', { name: 'Discard what I wrote' }).click();
  });

  it('does not overwrite what changed in the file meanwhile', async () => {
    const row = panel.row('One result surprised everybody');
    await row.locator('[data-side=target]').dblclick({ position: { x: 60, y: 12 } });
    await field().press('Control+End');
    await field().pressSequentially(' Mine.');
    await workbench.page
      .locator('.editor-group-container .view-line', { hasText: 'Un résultat' })
      .first()
      .click({ position: { x: 2, y: 5 } });
    await workbench.press('Home');
    await workbench.page.keyboard.type('Theirs. ');
    await editorSays('Theirs.');
    await row.filter({ has: panel.page.locator('textarea') }).waitFor();
    await field().focus();
    await field().press('Control+S');
    await panel.page.getByRole('alert').filter({ hasText: 'Theirs.' }).waitFor();
    await workbench.screenshot('writing-refused');
    await panel.page.getByRole('button', { name: 'Keep mine' }).click();
    await field().press('Control+S');
    await field().waitFor({ state: 'detached' });
    await panel.row('Mine.').waitFor();
  });

  it('by key: all fixes of a row, and what is intended', async () => {
    const row = panel.row('A bench is easy to draw');
    const problem = row.locator('.problem', { hasText: 'benches.example/report.pdf' });
    for (const key of ['F', 'i']) {
      await row.locator('[data-side=source]').click({ position: { x: 60, y: 10 } });
      await row.focus();
      await workbench.press(key);
      await problem.waitFor({ state: 'detached' });
      await undo();
      await problem.waitFor();
    }
  });

  it('what is intended is not reported any more, and can be taken back', async () => {
    const problem = panel.page.locator('.problem', { hasText: 'benches.example/report.pdf' });
    await problem.getByRole('button', { name: 'This is intended' }).click();
    await problem.waitFor({ state: 'detached' });
    await panel.row('A bench is easy to draw').locator('.ignored', { hasText: '1 intended' }).waitFor();
    await undo();
    await problem.waitFor();
  });

  it('inserts everything that is missing with one click', async () => {
    await workbench.runCommand('Facing Pages: Insert All That Is Missing');
    await panel.page.locator('.state-missing').first().waitFor({ state: 'detached' });
  });

  for (const theme of ['Light Modern', 'Dark High Contrast']) {
    it(`shuts nobody out while one writes, in ${theme}`, async () => {
      await workbench.chooseTheme(theme);
      await panel
        .row('Counting trees sounds like work')
        .locator('[data-side=target]')
        .dblclick({ position: { x: 60, y: 12 } });
      await field().waitFor();
      await panel.assertAccessible();
      await workbench.screenshot(`writing-${theme.toLowerCase().replaceAll(' ', '-')}`);
      await field().press('Escape');
    });
  }
});
