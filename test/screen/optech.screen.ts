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

describe('an issue of Bitcoin Optech on the screen', () => {
  if (!existsSync(path.join(corpus, 'optech'))) {
    it('needs the corpus');
    return;
  }
  const repository = new GitRepository();
  let workbench: Workbench;
  let real: string;
  before(async () => {
    cpSync(path.join(corpus, 'optech'), repository.folder, { recursive: true });
    real = repository.read(french);
    rmSync(path.join(repository.folder, french));
    repository.commit('2026-04-01');
    workbench = await Workbench.open({ folder: repository.folder, size: { width: 1700, height: 1000 }, theme: 'dark' });
    await workbench.openFile(english);
  });
  after(async () => {
    await workbench.close();
    repository.remove();
  });

  it('is started in French, in its place and with its head', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'English, issue 258: source' }).waitFor({ timeout: 60_000 });
    await workbench.runCommand('Facing Pages: Start Translation…');
    await workbench.page.locator('.quick-input-widget input[type="text"]').first().fill('French');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Français' }).first().click();
    await workbench.page.locator('.statusbar-item', { hasText: /French, issue 258: \d+ %/ }).waitFor({ timeout: 60_000 });
    const [head, itsHead] = [repository.read(french), real].map((text) => text.split('---\n')[1]);
    assert.equal(head, itsHead);
    await new PanelPage(workbench).page.getByText('Nouvelles', { exact: true }).first().waitFor();
    await workbench.screenshot('optech-started');
  });

  it('has exactly two stale units when two paragraphs of its source were changed in a commit', async () => {
    repository.write(french, real);
    repository.commit('2026-04-02');
    const paragraphs = repository.read(english).split('\n\n');
    const changed = [...paragraphs.keys()].filter((i) => paragraphs[i]!.startsWith('- [') && paragraphs[i]!.length > 250).slice(0, 2);
    for (const i of changed) paragraphs[i] = paragraphs[i]!.replace(/ (?=[a-z]+ [a-z]+ )/, ' seventeen ');
    repository.write(english, paragraphs.join('\n\n'));
    repository.commit('2026-05-02');
    const panel = new PanelPage(workbench);
    await panel.page.getByRole('button', { name: 'Changed 2' }).click({ timeout: 30_000 });
    assert.equal(await panel.page.locator('ins[data-changed]', { hasText: 'seventeen' }).count(), 2);
    await workbench.screenshot('optech-stale');
  });
});
