// A new user's hour with a real issue: from opening the French one to no warning left. Light bulbs do what needs no
// words; a lost line is marked as intended, and three places need words, which are typed.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { Workbench } from './workbench';

const corpus = process.env['FACING_PAGES_CORPUS'] ?? path.join(root, '../shared/corpus');
const translation = 'dair-ai/_posts/2020-03-09-NLP_Newsletter_#5_[FR].Md';

describe('the French issue on the screen', () => {
  if (!existsSync(path.join(corpus, 'dair-ai'))) {
    it('needs the corpus');
    return;
  }
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ corpus: true, size: { width: 1700, height: 1000 } });
    await workbench.openFile(translation);
    await workbench.page.locator('.statusbar-item', { hasText: /French, issue 5/ }).waitFor();
  });
  after(() => workbench.close());

  const warnings = (): Promise<string[]> =>
    workbench.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ has: workbench.page.locator('.codicon-warning') })
      .locator('.marker-message')
      .allTextContents();
  const gone = async (words: string): Promise<void> => (await workbench.problem(words)).waitFor({ state: 'detached' });

  it('has warnings', async () => {
    await workbench.problems();
    await workbench.screenshot('french-opened');
    assert.ok((await warnings()).length >= 5, (await warnings()).join('\n'));
  });

  for (const [problem, fix] of [
    ['excerpt” is empty', 'Copy “excerpt” from the source'],
    ['1*mS5NcoJ_c8hYTjiJsuu_8g.gif', 'Insert the picture'],
    ['receive future…” is missing here', 'This is intended: ignore missing-block here'],
    ['meetup.com/Machine-Learning-Tokyo', ''],
    ['forms.gle/3b7Q2w2bzsXE6uYo9', 'Restore the source’s address'],
  ] as const) {
    it(`the light bulb mends what says “${problem}”`, async () => {
      await workbench.quickFix(problem, fix);
      await gone(problem);
    });
  }

  for (const [problem, mended] of [
    [
      '[Online] Review/Discussion',
      () => '***Revue et discussion en ligne : première partie des lectures sur les fondements mathématiques***',
    ],
    ['“](”', (line: string) => line.replace('](pour', ' pour')],
    [
      'field “excerpt”',
      () => 'excerpt: "Ce numéro parle d’autodistillation, d’images qui deviennent des illustrations et d’éthique."',
    ],
  ] as const) {
    it(`a few words mend what says “${problem}”`, async () => {
      const row = await workbench.problem(problem);
      const lines = readFileSync(path.join(workbench.folder, translation), 'utf8').split('\n');
      const line = lines.find((one) => one.includes('](pour')) ?? '';
      await row.dblclick();
      await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await workbench.press('Control+L'); // the whole line
      await workbench.page.keyboard.insertText(`${mended(line)}\n`);
      await gone(problem);
    });
  }

  it('has no warning left', async () => {
    await workbench.problems();
    await workbench.page.waitForTimeout(500);
    assert.deepEqual(await warnings(), []);
    await workbench.screenshot('french-mended');
  });
});
