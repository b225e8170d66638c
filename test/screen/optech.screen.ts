// The whole way with a real newsletter: a translation that nobody has started is started, translated, and overtaken by its source.
import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { GitRepository } from '../support/gitRepository.js';
import { PanelPage } from './panelPage';
import { Workbench } from './workbench';

const corpus = process.env['FACING_PAGES_CORPUS'] ?? path.join(root, '../shared/corpus');
const name = '2023-07-05-newsletter.md';
const [english, french] = [`_posts/en/newsletters/${name}`, `_posts/fr/newsletters/${name}`];

describe('an issue of Bitcoin Optech on the screen', function () {
  this.timeout(180_000); // a tree of some 150 posts
  if (!existsSync(path.join(corpus, 'optech'))) {
    it('needs the corpus');
    return;
  }
  let repository: GitRepository;
  let workbench: Workbench;
  let real: string;
  before(async () => {
    const origin = new GitRepository();
    cpSync(path.join(corpus, 'optech'), origin.folder, { recursive: true });
    real = origin.read(french);
    rmSync(path.join(origin.folder, french));
    origin.commit('2026-04-01');
    workbench = await Workbench.open({ folder: origin.folder, size: { width: 1700, height: 1000 }, theme: 'dark' });
    origin.remove();
    repository = new GitRepository(workbench.folder); // the copy that is worked in
  });
  after(async () => {
    await workbench.close();
  });

  it('is started in French, in its place and with its head', async () => {
    rmSync(path.join(repository.folder, french), { force: true });
    await workbench.openFile(english);
    await workbench.page
      .locator('.statusbar-item', { hasText: 'English, issue 258: source' })
      .waitFor({ timeout: 60_000 });
    await workbench.runCommand('Facing Pages: Start Translation…');
    await workbench.page.locator('.quick-input-widget input[type="text"]').first().fill('French');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Français' }).first().click();
    await workbench.page
      .locator('.statusbar-item', { hasText: /French, issue 258: \d+ %/ })
      .waitFor({ timeout: 60_000 });
    const [head, itsHead] = [repository.read(french), real].map((text) => text.split('---\n')[1]);
    assert.equal(head, itsHead);
    await new PanelPage(workbench).page
      .locator('.section-head', { hasText: 'Nouvelles' })
      .first()
      .waitFor({ timeout: 60_000 });
    await workbench.screenshot('optech-started');
  });

  it('has exactly two stale units when two paragraphs of its source were changed in a commit', async () => {
    repository.write(french, real);
    repository.commit('2026-04-02');
    const paragraphs = repository.read(english).split('\n\n');
    const changed = [...paragraphs.keys()]
      .filter((i) => paragraphs[i]!.startsWith('- [') && paragraphs[i]!.length > 250)
      .slice(0, 2);
    for (const i of changed) paragraphs[i] = paragraphs[i]!.replace(/ (?=[a-z]+ [a-z]+ )/, ' seventeen ');
    repository.write(english, paragraphs.join('\n\n'));
    repository.commit('2026-05-02');
    const panel = new PanelPage(workbench);
    await panel.page.getByRole('button', { name: 'Changed 2' }).click({ timeout: 30_000 });
    assert.equal(await panel.page.locator('.row[data-key]:not(.section-head)').count(), 2);
    await panel.page.locator('ins[data-changed]', { hasText: 'seventeen' }).first().waitFor();
    await workbench.screenshot('optech-stale');
  });
});
