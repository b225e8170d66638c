// A post that attacks whoever looks at it, in the real panel: nothing runs, nothing loads, nothing gets out of its row.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { hostile } from '../unit/view/hostile';
import { PanelPage } from './panelPage';
import { Workbench } from './workbench';

describe('a hostile post on the screen', () => {
  let workbench: Workbench;
  let folder: string;
  const requests: string[] = [];
  const dialogs: string[] = [];

  before(async () => {
    folder = makeTemporary('hostile');
    mkdirSync(path.join(folder, '_posts'), { recursive: true });
    const attacks = hostile.filter((text) => !text.includes('\0')); // a file with such a character is no post
    const links = (words: string): string =>
      Array.from({ length: 12 }, (_, i) => `- ${words} [${i}](https://example.org/${i}).`).join('\n');
    const post = (title: string, words: string): string =>
      `---\ntitle: "${title} <img src=x onerror=alert(1)>"\ntags: [newsletter]\n---\n\n# Links\n\n${links(words)}\n\n${attacks.map((text, i) => `# Attack ${i}\n\n${text}\n`).join('\n')}`;
    writeFileSync(
      path.join(folder, '_posts/2026-03-08-Newsletter_12.md'),
      post('Newsletter #12', 'This is where the story of our readers goes on, with number'),
    );
    writeFileSync(
      path.join(folder, '_posts/2026-03-15-Newsletter_12_[FR].md'),
      post('Newsletter #12 [FR]', 'Voici où continue l’histoire de nos lectrices, avec le numéro'),
    );
    workbench = await Workbench.open({ folder });
    workbench.page.on('request', (request) => requests.push(request.url()));
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  after(async () => {
    await workbench.close();
    removeTemporary(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is shown as harmless text', async () => {
    await workbench.openFile('_posts/2026-03-15-Newsletter_12_[FR].md');
    const panel = new PanelPage(workbench);
    await panel.open();
    const page = panel.page.locator('body');
    await page.evaluate(async () => {
      const main = document.querySelector('main')!;
      for (let top = 0; top < main.scrollHeight; top += 400) {
        main.scrollTo(0, top);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const found = await page.evaluate(() => ({
      sections: document.querySelectorAll('.section-head').length,
      strange: [...document.querySelectorAll('.prose *')].flatMap((element) => [
        ...(element.matches(
          'script, style, iframe, object, embed, svg, math, form, input, button, link, meta, base, video, audio, dialog',
        )
          ? [element.tagName]
          : []),
        ...element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style' || name === 'id'),
      ]),
      links: [...document.querySelectorAll<HTMLAnchorElement>('.prose a[href]')].map(({ protocol }) => protocol),
      outside: document.querySelectorAll('body > :not(header):not(main):not(script):not(.heard)').length,
    }));
    assert.ok(found.sections > 100, `${found.sections} sections`);
    assert.deepEqual(found.strange, []);
    assert.deepEqual(
      found.links.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol)),
      [],
    );
    assert.equal(found.outside, 0);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      requests.filter((url) => /evil/.test(url) && !/\.(?:png|jpe?g|svg)/.test(url)),
      [],
    );
    await workbench.screenshot('panel-hostile');
  });
});
