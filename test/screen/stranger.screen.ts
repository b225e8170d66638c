// What the panel saves: a real issue, one item of which is missing and three links of which are wrong, is mended in the
// panel and in two plain editors, and every key stroke and click is counted. In the plain editors one is told what to do
// and where; in the panel one finds out by oneself.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { Hands } from './hands';
import { PanelPage } from './panelPage';
import { PlainEditor } from './plainEditor';
import { Workbench } from './workbench';

const corpus = process.env['FACING_PAGES_CORPUS'] ?? path.join(root, '../shared/corpus');
const source = 'dair-ai/_posts/2020-02-23-NLP_Newsletter_The_Annotated_GPT-2,_Understanding.md';
const translation = 'dair-ai/_posts/2020-02-29-NLP_Newsletter[PT-BR]_The_Annotated_GPT-2,_Understanding.md';

/** The addresses that are to be right in the end. */
const addresses = {
  lost: 'https://arxiv.org/abs/2001.08055',
  schemeless: 'https://deeplearning.ai',
  rewritten: 'sentence-segmentation-b362c5d07684',
};

/** An item as the translator wrote it, in the pieces in which one writes it. */
interface Item {
  readonly title: string;
  /** What stands before the first link, the words of that link, what stands behind it, the words of the second, and so on. */
  readonly text: readonly string[];
  /** The text in Markdown. */
  readonly markdown: string;
}

/** Takes an item and the mark-up of a link out of the translation. @returns the item, to be written again, and the words of the link */
function spoil(folder: string): { readonly item: Item; readonly linkWords: string } {
  const file = path.join(folder, translation);
  const lines = readFileSync(file, 'utf8').split('\n');
  const text = lines.findIndex((line) => line.startsWith('[GANILLA]'));
  const title = lines.findLastIndex((line, i) => i < text && line.startsWith('***'));
  const next = lines.findIndex((line, i) => i > text && line.startsWith('***'));
  // The links that the translator added on her own are no part of the task.
  const plain = lines[text]!.replace(/\[(GANILLA|GANs)\]\([^)]*\)/g, '$1');
  const item = {
    title: lines[title]!.replaceAll('*', ''),
    text: plain.split(/\[\**([^\]*]*)\**\]\([^)]*\)/),
    markdown: plain,
  };
  lines.splice(title, next - title);
  const link = new RegExp(`\\[\\*\\*([^\\]]*)\\*\\*\\]\\(${addresses.lost}\\)`);
  const linkWords = link.exec(lines.join('\n'))![1]!;
  writeFileSync(file, lines.join('\n').replace(link, '**$1**'));
  return { item, linkWords };
}

describe('one item and three links', function () {
  if (!existsSync(path.join(corpus, 'dair-ai'))) {
    it('needs the corpus');
    return;
  }
  this.timeout(180_000);
  const figures = new Map<string, Hands>();
  let workbench: Workbench;
  let spoilt: ReturnType<typeof spoil>;
  let hands: Hands;
  /** Every try begins with a window and hands of its own, so that nothing is counted twice. */
  const open = async (): Promise<void> => {
    workbench = await Workbench.open({
      corpus: true,
      size: { width: 1700, height: 1000 },
      settings: { 'editor.minimap.enabled': false },
    });
    spoilt = spoil(workbench.folder);
    hands = new Hands(workbench.page);
  };
  afterEach(() => workbench.close());

  /** Waits for the file to be saved, and reads whether all is as it should be. */
  const saved = async (): Promise<void> => {
    const { item } = spoilt;
    const said = (): string => readFileSync(path.join(workbench.folder, translation), 'utf8');
    const wanted = [
      `***${item.title}***\n`,
      `${item.markdown}\n`,
      '1*l_B4vfaHVkXDwzM7SldiqQ.png)\n',
      `](${addresses.lost})`,
      `](${addresses.schemeless})`,
      addresses.rewritten,
    ];
    for (let i = 0; i < 50 && !wanted.every((words) => said().includes(words)); i++)
      await workbench.page.waitForTimeout(100);
    assert.deepEqual(
      wanted.filter((words) => !said().includes(words)),
      [],
    );
  };

  it('in the panel', async () => {
    await open();
    const panel = new PanelPage(workbench);
    await workbench.openFile(translation);
    await panel.open();
    const problem = (check: string) => panel.page.locator(`.row[tabindex="0"] .problem[aria-label$="${check}"]`);
    const field = panel.page.locator('.writing textarea');
    const goTo = async (check: string): Promise<void> => {
      for (let i = 0; i < 20 && (await problem(check).count()) === 0; i++) {
        await hands.press('n');
        await workbench.page.waitForTimeout(200);
      }
      assert.equal(await problem(check).count(), 1, check);
    };
    const mend = async (check: string): Promise<void> => {
      await goTo(check);
      await workbench.screenshot(`stranger-${check}`);
      await hands.press('f');
      await problem(check).waitFor({ state: 'detached' });
    };
    await hands.click(panel.page.locator('.row.kind-paragraph [data-side=target]').first());
    await mend('link-missing');
    await goTo('missing-item');
    await hands.press('Enter');
    await field.waitFor();
    await workbench.screenshot('stranger-title');
    await hands.write(spoilt.item.title);
    await hands.press('Control+Enter');
    await panel.page.locator('.row.kind-paragraph .writing').waitFor();
    for (const [i, words] of spoilt.item.text.entries()) {
      if (i % 2 === 1) await hands.press(`Control+${(i + 1) / 2}`);
      if (i === 1) await workbench.screenshot('stranger-link');
      await hands.write(words);
      if (i % 2 === 1) await hands.press('Tab');
    }
    await workbench.screenshot('stranger-text');
    await hands.press('Control+Enter');
    await panel.page.locator('.row.kind-image .writing').waitFor();
    await workbench.screenshot('stranger-picture');
    await hands.press('Control+S');
    await field.waitFor({ state: 'detached' });
    await mend('url-damaged');
    await mend('link-changed');
    await hands.press('Control+S');
    await saved();
    await workbench.screenshot('stranger-done');
    figures.set('the panel', hands);
  });

  it('in two plain editors', async () => {
    await open();
    const { item, linkWords } = spoilt;
    const { page } = workbench;
    await workbench.openFile(source);
    await workbench.runCommand('View: Split Editor Right');
    await workbench.openFile(translation);
    await workbench.runCommand('View: Close Primary Side Bar').catch(() => undefined);
    const [left, right] = [new PlainEditor(page, hands, 0), new PlainEditor(page, hands, 1)];
    const copy = async (editor: PlainEditor, find: string, from: string, to: string): Promise<void> => {
      await editor.enter();
      await editor.find(find);
      await editor.select(from, to);
      const text = readFileSync(path.join(workbench.folder, source), 'utf8');
      const start = text.indexOf(from);
      hands.copy(text.slice(start, text.indexOf(to, start) + to.length));
    };
    const over = async (from: string, to: string, words: string): Promise<void> => {
      await right.select(from, to);
      await hands.write(words);
      await page.waitForTimeout(200);
    };
    // The lost link: its address is copied, and its words are put into brackets.
    await copy(left, '2001.08', addresses.lost, addresses.lost);
    await right.enter();
    await right.find(linkWords.slice(0, 8));
    await right.select(linkWords, linkWords);
    await hands.press('[', 'ArrowRight', 'ArrowRight', '(');
    await hands.paste();
    await hands.press(')');
    await workbench.screenshot('plain-link');
    // The missing item: copied, and its words written over, those of the links one by one.
    await copy(left, 'GANILLA', '***Improving', '1*l_B4vfaHVkXDwzM7SldiqQ.png)');
    await right.enter();
    await right.find('***Andrew');
    await hands.press('Home');
    await hands.paste();
    await hands.press('Enter', 'Enter', '\\', '\\', 'Enter');
    await over('Improving', 'translation', item.title);
    const links = ['image-to-image translation', 'available', 'here'];
    const between = ['GANILLA is an', 'unpaired ', ' task. In', 'models are made ', '. Read', 'full paper '];
    for (const [i, words] of item.text.entries()) {
      if (i % 2 === 1) await over(`${links[(i - 1) / 2]!}`, links[(i - 1) / 2]!, words);
      else if (i < 6) await over(between[i]!, between[i + 1]!, words);
    }
    await workbench.screenshot('plain-text');
    // The address without a scheme, and the one that was rewritten.
    await right.enter();
    await right.find('(deepl');
    await hands.press('ArrowLeft', 'ArrowRight');
    await hands.type('https://');
    await copy(left, 'b362', 'https://medium.com/dair-ai/fundamentals', 'b362c5d07684');
    await right.enter();
    await right.find('b362');
    await right.select('https://medium.com/dair-ai/fundamentals', 'b362c5d07684');
    await hands.paste();
    await hands.press('Control+s');
    await saved();
    figures.set('two plain editors', hands);
  });

  it('takes fewer strokes and clicks in the panel', () => {
    for (const [name, { strokes, clicks, written }] of figures)
      process.stdout.write(
        `      in ${name}: ${strokes} key strokes and ${clicks} clicks, besides the ${written} characters of the translation\n`,
      );
    const [inPanel, inEditors] = ['the panel', 'two plain editors'].map((name) => figures.get(name)!);
    assert.ok(Math.abs(inPanel!.written - inEditors!.written) < 5, 'the same is written');
    assert.ok(inPanel!.strokes * 3 < inEditors!.strokes && inPanel!.clicks * 3 < inEditors!.clicks);
  });
});
