// The panel, as a translator uses it: beside the editor, with mouse and keyboard, in light, dark and high contrast.
import assert from 'node:assert/strict';
import { PanelPage } from './panelPage';
import { withProblems } from './samples';
import { Workbench } from './workbench';

describe('the panel on the screen', () => {
  let workbench: Workbench;
  let panel: PanelPage;
  before(async () => {
    workbench = await Workbench.open({ size: { width: 1700, height: 1000 } });
    panel = new PanelPage(workbench);
    await workbench.openFile(withProblems);
    await panel.open();
  });
  after(() => workbench.close());

  const cursorAt = (line: number): Promise<void> =>
    workbench.page
      .locator('.line-numbers.active-line-number', { hasText: new RegExp(`^\\s*${line}\\s*$`) })
      .first()
      .waitFor();
  const editorSays = async (words: string): Promise<void> =>
    workbench.page.locator('.editor-group-container .view-line', { hasText: words }).first().waitFor();

  it('shows source and translation in one row, each in its language', async () => {
    const row = panel.row('Spring is here');
    await row.filter({ hasText: 'Le printemps est là' }).waitFor();
    assert.deepEqual(
      await row
        .locator('.prose')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('lang'), one.getAttribute('dir')])),
      [
        ['en', 'ltr'],
        ['fr', 'ltr'],
      ],
    );
    await workbench.screenshot('panel');
  });

  it('loads the pictures that stand beside the posts', async () => {
    const picture = panel.page.locator('img[alt*="bench"]').first();
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image) => (image as HTMLImageElement).decode());
    assert.ok((await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)) > 0);
  });

  it('a click on a row shows its line in the editor', async () => {
    await panel
      .row('The map of our region')
      .locator('[data-side=target] li')
      .click({ position: { x: 60, y: 8 } });
    await cursorAt(17);
    await panel.currentRow('The map of our region');
  });

  it('a click on a word puts the cursor on that word', async () => {
    const words = panel.row('Our website has moved').locator('[data-side=target] li');
    const place = await words.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue!.indexOf('remarqu');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at + 2);
        range.setEnd(walker.currentNode, at + 4);
        const [box, own] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        return { x: box.x - own.x + 1, y: box.y - own.y + box.height / 2 };
      }
      return undefined;
    });
    await words.click({ position: place! });
    await workbench.runCommand('View: Focus First Editor Group'); // whose cursor the status bar tells
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /Ln 19, Col 162/ }).waitFor();
  });

  it('follows the cursor of the editor', async () => {
    await workbench.page.locator('.view-line', { hasText: 'Enquêtes' }).first().click();
    await panel.page.locator('.section-head[aria-current=true]').filter({ hasText: 'Surveys and Studies' }).waitFor();
  });

  it('folds a section, and finds words in both columns', async () => {
    const fold = panel.page.locator('.section-head', { hasText: 'News from the Path' }).getByRole('button');
    await fold.click();
    await panel.row('The map of our region').waitFor({ state: 'detached' });
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await panel.page.getByRole('searchbox').fill('MACHINE plus petite');
    await panel.row('smaller machine').waitFor();
    assert.equal(await panel.page.locator('.row[data-key]:not(.section-head)').count(), 1);
    await workbench.press('Escape');
    await fold.click();
    await panel.row('The map of our region').waitFor();
  });

  it('filters what is to do and what has problems', async () => {
    await panel.page.getByRole('button', { name: /^To do/ }).click();
    assert.deepEqual(await panel.page.locator('.row[data-key]:not(.section-head) .state .heard').allTextContents(), [
      'Missing',
      'Not translated yet',
    ]);
    await panel.page.getByRole('button', { name: /^Problems/ }).click();
    assert.equal(await panel.page.locator('.problem').count(), 3);
    await workbench.screenshot('panel-problems');
  });

  it('a fix is one click, and one step of undo', async () => {
    const problem = panel.page.locator('.problem', { hasText: 'A ferry under the moon' });
    await problem.getByRole('button', { name: 'Insert' }).click();
    await problem.waitFor({ state: 'detached' });
    await editorSays('![A ferry under the moon]');
    await workbench.page
      .locator('.editor-group-container .view-line', { hasText: 'A ferry under the moon' })
      .first()
      .click();
    await workbench.press('Control+Z');
    await problem.waitFor();
  });

  it('shows what one types, and stays where it is', async () => {
    await panel.page.getByRole('button', { name: /^All/ }).click();
    await panel
      .row('Two towns that share a river')
      .locator('[data-side=target]')
      .click({ position: { x: 60, y: 8 } });
    await panel.row('Two towns that share a river').focus();
    await workbench.press('o');
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await panel.currentRow('Two towns that share a river');
    const before = await panel.scrolled();
    assert.ok(before > 0, 'the panel has followed the cursor');
    await workbench.page.keyboard.type(' Zanzibar');
    await panel.row('Zanzibar').waitFor();
    assert.ok(Math.abs((await panel.scrolled()) - before) < 60);
    for (let i = 0; i < 3; i++) await workbench.press('Control+Z');
    await panel.row('Zanzibar').waitFor({ state: 'detached' });
  });

  it('is worked with keys alone', async () => {
    await panel
      .row('The map of our region')
      .locator('[data-side=source]')
      .click({ position: { x: 60, y: 8 } });
    await panel.row('The map of our region').focus();
    await workbench.press('ArrowDown');
    const focused = (): Promise<string> => panel.page.locator(':focus').innerText();
    assert.match(await focused(), /translation room/);
    await workbench.press('n');
    assert.match(await focused(), /benches\.example/);
    await workbench.press('t');
    assert.match(await panel.page.locator(':focus .state').innerText(), /Missing/);
    await workbench.press('/');
    assert.equal(await panel.page.getByRole('searchbox').evaluate((input) => input === document.activeElement), true);
    await workbench.press('Escape');
    await workbench.press('o');
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });

  it('switches to a translation that runs from right to left, and opens it', async () => {
    await panel.translation('العربية').click();
    await panel.page.locator('[data-side=target] .prose[dir=rtl][lang=ar]').first().waitFor();
    await workbench.page.locator('.tab.active', { hasText: '.AR.' }).first().waitFor();
    assert.equal(await panel.translation('العربية').getAttribute('aria-pressed'), 'true');
    await workbench.screenshot('panel-arabic');
  });

  it('has room for both columns beside an editor in a small window', async () => {
    await workbench.page.setViewportSize({ width: 1050, height: 1000 });
    try {
      await workbench.page.waitForTimeout(500);
      const widths = await panel.page.locator('main').evaluate((main) => [main.scrollWidth, main.clientWidth]);
      assert.ok(widths[1]! < 420, `the panel is narrow: ${widths[1]}`);
      assert.equal(widths[0], widths[1], 'nothing is cut off at the side');
      await workbench.screenshot('panel-narrow');
    } finally {
      await workbench.page.setViewportSize({ width: 1700, height: 1000 });
    }
  });

  it('switches with the editor, too', async () => {
    await workbench.openFile('_posts/2026-03-11-Footpath_Letter_12[ZH].md');
    await panel.page.locator('[data-side=target] .prose[lang^=zh]').first().waitFor();
    await workbench.screenshot('panel-chinese');
  });

  it('switches to another issue from the head', async () => {
    await panel.page.getByRole('button', { name: /choose another issue/ }).click();
    const choice = workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: '#11' });
    await choice.waitFor();
    await workbench.screenshot('choose-issue');
    await choice.click();
    await panel.page.locator('h1', { hasText: '11' }).waitFor();
    await workbench.openFile('_posts/2026-03-11-Footpath_Letter_12[ZH].md');
    await panel.page.locator('[data-side=target] .prose[lang^=zh]').first().waitFor();
  });

  it('leaves the editor alone of somebody who has gone there meanwhile', async () => {
    const other = '2026-02-08-Footpath_Letter_11.md';
    // The text editor follows the panel's keys a moment later; here after a long one, as on a busy machine.
    await panel.page.locator('body').evaluate(() => {
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, after: number) => {
        if (after !== 120) return setTimeout(run, after);
        window.setTimeout = setTimeout;
        return setTimeout(run, 4000);
      }) as typeof setTimeout;
    });
    await panel.page.locator('.row[tabindex="0"]').focus();
    await workbench.press('ArrowDown');
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(`_posts/${other}`);
    await panel.page.locator('h1', { hasText: '11' }).waitFor();
    await workbench.press('Control+End');
    await workbench.page.keyboard.type('Words');
    await workbench.page.waitForTimeout(5000);
    await workbench.page.keyboard.type('AndMore');
    const text = await workbench.visibleText();
    await workbench.press('Escape');
    for (let i = 0; i < 2; i++) await workbench.press('Control+Z');
    assert.match(text, /WordsAndMore$/);
    assert.equal(
      await workbench.page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
      other,
    );
    await workbench.openFile('_posts/2026-03-11-Footpath_Letter_12[ZH].md');
    await panel.page.locator('[data-side=target] .prose[lang^=zh]').first().waitFor();
  });

  it('is there again after the window was reloaded, at the same place', async () => {
    const fold = panel.page.locator('.section-head', { hasText: 'News from the Path' }).getByRole('button');
    await fold.click();
    const there = panel.row('Who Maps the Night Ferries');
    await panel.page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    await there.evaluate((row) => row.scrollIntoView({ block: 'center' }));
    await workbench.page.waitForTimeout(500); // the page notes where it is a moment after it was scrolled
    await workbench.runCommand('Developer: Reload Window');
    await there.waitFor({ state: 'detached' });
    await there.waitFor();
    await workbench.page.waitForTimeout(500);
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    const box = await there.evaluate((row) => ({ top: row.getBoundingClientRect().top, height: innerHeight }));
    assert.ok(box.top > 0 && box.top < box.height, `the row is in sight: ${JSON.stringify(box)}`);
    await fold.click();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast']) {
    it(`shuts nobody out in ${theme}`, async () => {
      await workbench.chooseTheme(theme);
      await panel.assertAccessible();
      await workbench.screenshot(`panel-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('goes on in a window of its own', async () => {
    await workbench.openFile(withProblems);
    await panel.row('Spring is here').waitFor();
    const tab = workbench.page.locator('.tab', { hasText: 'Facing Pages' });
    await tab.click(); // the editor that was just opened may still be about to take the focus
    await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: 'Facing Pages' }).waitFor();
    const opened = workbench.page.context().waitForEvent('page');
    await workbench.runCommand('View: Move Editor into New Window');
    const other = await opened;
    const inside = other.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await inside.locator('.row[data-key]', { hasText: 'Le printemps est là' }).waitFor();
    await inside.getByRole('button', { name: /^To do/ }).click();
    await inside.locator('.state-missing').waitFor();
    await inside.getByRole('button', { name: /^All/ }).click();
    await other.close();
  });
});
