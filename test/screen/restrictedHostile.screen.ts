// A folder that attacks whoever opens it, in restricted mode: a repository that names programs, posts that name pictures
// on a server. No program is started and no connection is made, and problems, hovers, panel and fixes work.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { PanelPage } from './panelPage';
import { Workbench, type WorkbenchOptions } from './workbench';

const source = '_posts/2026-05-01-Harbour_Newsletter_7.md';
const target = '_posts/2026-05-01-Harbour_Newsletter_7[FR].md';

describe('restricted mode on the screen, in a hostile folder', () => {
  let temporary: string;
  let folder: string;
  let marks: string;
  let server: Server;
  /** Also those that never come to a request: the pictures are asked for over TLS, which this server cannot. */
  let connections = 0;

  before(async function () {
    if (process.platform === 'win32') this.skip(); // the programs are shell scripts
    server = createServer((_, response) => response.end());
    server.on('connection', () => connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/`);
    assert.equal(connections, 1, 'the server counts');

    temporary = makeTemporary('hostile-restricted');
    folder = path.join(temporary, 'letters');
    marks = path.join(temporary, 'marks');
    mkdirSync(path.join(folder, '_posts'), { recursive: true });
    mkdirSync(path.join(folder, '.vscode'));
    mkdirSync(marks);
    writeFileSync(
      path.join(folder, source),
      post(port, 'en', {
        news: 'News',
        words: 'The',
        open: 'open again',
        trees: 'Many trees were counted along the long street this year',
        more: 'Next month the boats come back to the quay',
      }),
    );
    writeFileSync(
      path.join(folder, target),
      post(port, 'fr', {
        news: 'Nouvelles',
        words: 'Le',
        open: 'rouvrent',
        trees: 'Beaucoup d’arbres ont été comptés dans la longue rue cette année',
        more: 'Le mois prochain, les bateaux reviennent au quai',
      }).replace('(https://example.org/library', '(ttps://example.org/library'),
    );
    writeFileSync(
      path.join(folder, '.vscode/settings.json'),
      JSON.stringify({
        'git.path': program('path'),
        'facingPages.panel.showPictures': true,
        'facingPages.panel.remotePictures': true,
        'facingPages.sourceMarks': true,
      }),
    );
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Letters');
    const hooks = path.join(folder, '.git/hooks');
    for (const hook of [
      'post-index-change',
      'post-checkout',
      'reference-transaction',
      'fsmonitor-watchman',
      'pre-auto-gc',
    ]) {
      writeFileSync(path.join(hooks, hook), readFileSync(program(`hook-${hook}`)));
      chmodSync(path.join(hooks, hook), 0o755);
    }
    writeFileSync(path.join(folder, '.git/info/attributes'), '* filter=evil diff=evil\n');
    appendFileSync(
      path.join(folder, '.git/config'),
      `[core]\n\tfsmonitor = ${program('fsmonitor')}\n\tpager = ${program('pager')}\n\tsshCommand = ${program('ssh')}\n[filter "evil"]\n\tclean = ${program('clean')}\n\tsmudge = ${program('smudge')}\n[diff]\n\texternal = ${program('diff')}\n[diff "evil"]\n\ttextconv = ${program('textconv')}\n`,
    );
  });
  after(async () => {
    await new Promise((resolve) => server?.close(resolve));
    if (temporary) removeTemporary(temporary);
  });
  beforeEach(() => (connections = 0));

  /** A program that leaves a mark. */
  function program(name: string): string {
    const file = path.join(temporary, `${name}.sh`);
    if (!existsSync(file)) writeFileSync(file, `#!/bin/sh\ntouch '${path.join(marks, name)}'\nexec cat\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** Opens the folder and its translation, waits for the problems, works, and closes the window. */
  async function inWindow(options: WorkbenchOptions, work: (workbench: Workbench) => Promise<void>): Promise<void> {
    const workbench = await Workbench.open({ folder, ...options });
    try {
      await workbench.openFile(target);
      assert.match((await workbench.problems()).join('\n'), /address is damaged/);
      await work(workbench);
    } catch (error) {
      await workbench.screenshot('failed-hostile');
      throw error;
    } finally {
      await workbench.close();
    }
  }

  /** Points at each of the places whose counterparts try to become pictures. */
  async function hoverAll(workbench: Workbench): Promise<void> {
    for (const [words, shown] of [
      ['rouvrent', 'open again'],
      ['Beaucoup', 'Many trees'],
      ['indented', '127.0.0.1'],
    ] as const) {
      await workbench.page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
      await workbench.page
        .locator('.view-line', { hasText: words })
        .first()
        .hover({ position: { x: 70, y: 8 } });
      const hover = workbench.page
        .locator('.monaco-hover:not(.hidden)')
        .filter({ hasText: 'Go to Counterpart' })
        .first();
      await hover.filter({ hasText: shown }).waitFor();
      await workbench.page.waitForTimeout(500); // a picture would be on its way by then
      assert.equal(await hover.locator('img').count(), 0, words);
      await workbench.screenshot(`restricted-hover-${words.replaceAll(/\P{L}+/gu, '')}`);
      await workbench.page.mouse.move(5, 5);
    }
  }

  /** Opens the panel and goes through all of it, so that nothing waits to be scrolled to. */
  async function lookThroughPanel(workbench: Workbench): Promise<PanelPage> {
    const panel = new PanelPage(workbench);
    await panel.open();
    await panel.page.locator('body').evaluate(async () => {
      const main = document.querySelector('main')!;
      for (let top = 0; top <= main.scrollHeight; top += 200) {
        main.scrollTo(0, top);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
    return panel;
  }

  it('nothing is started or loaded, and everything works', async () => {
    await inWindow({ untrusted: true }, async (workbench) => {
      await workbench.page.locator('[id="status.workspaceTrust"]').waitFor();
      await hoverAll(workbench);
      const panel = await lookThroughPanel(workbench);
      await panel.page.locator('.no-picture', { hasText: 'plain' }).first().waitFor();
      assert.deepEqual(
        await panel.page.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src)),
        [],
      );
      assert.doesNotMatch(await policy(panel), /https:(?!\/\/)/);
      await workbench.screenshot('restricted-hostile');
      await workbench.openFile(target);
      await workbench.runCommand('Facing Pages: Fix All Safe Problems');
      const text = (): string => readFileSync(path.join(workbench.folder, target), 'utf8');
      for (let left = 20; left > 0 && text().includes('(ttps:'); left--) {
        await workbench.page.waitForTimeout(500);
        await workbench.press('Control+S');
      }
      assert.doesNotMatch(text(), /\(ttps:/);
      await workbench.page.waitForTimeout(1000);
      assert.deepEqual(readdirSync(marks), []);
      assert.equal(connections, 0);
    });
  });

  it('trusted, hovers load nothing either, the panel loads pictures from the web, and git starts what the repository says', async () => {
    await inWindow({}, async (workbench) => {
      await hoverAll(workbench);
      assert.equal(connections, 0, 'after the hovers');
      const panel = await lookThroughPanel(workbench);
      assert.match(await policy(panel), /https:(?!\/\/)/);
      assert.ok(connections > 0, 'the panel’s pictures are asked for');
      for (let left = 20; left > 0 && readdirSync(marks).length === 0; left--) await workbench.page.waitForTimeout(500);
      assert.notDeepEqual(readdirSync(marks), [], 'the marks would be there');
      await workbench.screenshot('trusted-hostile');
    });
  });

  it('trusted, with pictures from the web switched off, the panel loads none, whatever the folder’s settings say', async () => {
    await inWindow({ settings: { 'facingPages.panel.remotePictures': false } }, async (workbench) => {
      const panel = await lookThroughPanel(workbench);
      await panel.page.locator('.no-picture', { hasText: 'plain' }).first().waitFor();
      assert.doesNotMatch(await policy(panel), /https:(?!\/\/)/);
      assert.equal(connections, 0);
    });
  });
});

/** What the panel's page may load pictures from. */
async function policy(panel: PanelPage): Promise<string> {
  const content = await panel.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  return /img-src ([^;]*)/.exec(content ?? '')![1]!;
}

/** A post that names pictures on the server in every way. */
function post(
  port: number,
  lang: string,
  { news, words, open, trees, more }: Readonly<Record<'news' | 'words' | 'open' | 'trees' | 'more', string>>,
): string {
  const picture = (name: string): string => `http://127.0.0.1:${port}/${lang}-${name}.png`;
  const [harbour, library] = lang === 'en' ? ['harbour', 'library'] : ['port', 'bibliothèque'];
  return `---
title: "Harbour Newsletter #7${lang === 'en' ? '' : ' [FR]'}"
lang: ${lang}
image: ${picture('front')}
---

# ${news}

${words} [${harbour}](https://example.org/harbour) ${lang === 'en' ? 'and the' : 'et la'} [${library}](https://example.org/library) ${open}. !<!-- -->[hidden](${picture('hidden')})

![plain](${picture('plain')})

<img src="${picture('html')}" alt="in HTML">

![by reference][pic]

${trees}: [the list](https://example.org/trees). ![within](${picture('within')}) <img src=${picture('unquoted')}>

    ![indented](${picture('indented')})

${more}: [boats](https://example.org/boats).

[pic]: ${picture('reference')}
`;
}
