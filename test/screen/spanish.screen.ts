// The whole way on a real issue: open the Spanish translation, read what is wrong, mend it, see it beside its source.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { PanelPage } from './panelPage';
import { Workbench } from './workbench';

const corpus = process.env['FACING_PAGES_CORPUS'] ?? path.join(root, '../shared/corpus');
const translation = 'dair-ai/_posts/2020-02-23-Boletín_informativo_NLP_GPT-2_Explicado,_Entendie.md';

describe('the Spanish issue on the screen', () => {
  if (!existsSync(path.join(corpus, 'dair-ai'))) {
    it('needs the corpus');
    return;
  }
  let workbench: Workbench;
  let panel: PanelPage;
  before(async () => {
    workbench = await Workbench.open({ corpus: true, size: { width: 1700, height: 1000 }, theme: 'dark' });
    panel = new PanelPage(workbench);
    await workbench.openFile(translation);
  });
  after(() => workbench.close());

  it('is known for what it is', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: /Spanish, issue 5: 9\d %/ }).waitFor();
  });

  it('has its problems in the Problems view', async () => {
    const problems = await workbench.problems();
    await workbench.screenshot('spanish-problems');
    assert.ok(
      problems.some((message) => message.includes('arxiv.org/pdf/1503.02531.pdf')),
      problems.join('\n'),
    );
    assert.ok(
      problems.some((message) => message.includes('excerpt')),
      problems.join('\n'),
    );
  });

  it('gets the lost link back by the light bulb, in one step of undo', async () => {
    const line = async (): Promise<string> =>
      (await workbench.visibleText()).split('\n').find((text) => text.includes('En el contexto')) ?? '';
    await workbench.quickFix('1503.02531', '');
    await workbench.page
      .locator('.editor-group-container.active .view-line', { hasText: '1503.02531' })
      .first()
      .waitFor();
    await workbench.screenshot('spanish-fixed');
    await workbench.press('Control+Z');
    await workbench.page
      .locator('.editor-group-container.active .view-line', { hasText: '1503.02531' })
      .first()
      .waitFor({ state: 'detached' });
    assert.ok(!(await line()).includes('1503.02531'));
  });

  it('stands beside its source, and leads from row to line', async () => {
    await panel.open();
    await panel.row('JAX libraries').filter({ hasText: 'Librerías JAX' }).waitFor();
    await panel.row('JAX libraries').locator('.prose').last().click();
    await workbench.page
      .locator('.line-numbers.active-line-number', { hasText: /^\s*92\s*$/ })
      .first()
      .waitFor();
    await panel.currentRow('JAX libraries');
    await workbench.screenshot('spanish-panel');
  });

  it('gives way to another translation of the issue, right to left', async () => {
    await panel.translation('العربية').click();
    await panel.row('JAX libraries').locator('[dir=rtl]').first().waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /Arabic, issue 5/ }).waitFor();
    await workbench.screenshot('spanish-to-arabic');
  });
});
