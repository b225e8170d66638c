// From a key press in the editor to the painted row of the panel, in a real VS Code (`npm run build` first).
//
//   npm run bench:typing [-- --keys 40] [--only sample|'real issue'|'1,000 items']
//
// On the samples' issue, on a real one of 22 KB where ../shared/corpus is there, and on one of 1,000 items. The
// yardstick is one plain remark-parse of the file's text, warm, in the same minute.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { root } from '../scripts/project.mjs';
import { parseIssue } from '../src/core/parse/issue.js';
import { Workbench } from '../test/screen/workbench.js';
import { PanelPage } from '../test/screen/panelPage.js';
import { printTable } from './alignment/print.js';
import { benchTexts, type BenchText } from './texts.js';

const { values } = parseArgs({ options: { keys: { type: 'string', default: '40' }, only: { type: 'string' } } });
const keys = Number(values.keys);

async function measure({ name, source, target }: BenchText): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-typing-'));
  mkdirSync(path.join(folder, '_posts'));
  writeFileSync(path.join(folder, '_posts/2026-01-01-letter.md'), source);
  writeFileSync(path.join(folder, '_posts/2026-01-02-letter_[FR].md'), target);
  const workbench = await Workbench.open({ folder, size: { width: 1700, height: 1000 }, settings: { 'editor.quickSuggestions': { other: 'off' }, 'editor.wordBasedSuggestions': 'off' } });
  try {
    workbench.page.setDefaultTimeout(60_000);
    await workbench.openFile('_posts/2026-01-02-letter_[FR].md');
    const panel = new PanelPage(workbench);
    await panel.open();
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.press('Control+G');
    await workbench.page.keyboard.type(String(lineToWriteIn(target)));
    await workbench.press('Enter');
    await workbench.press('End');
    const typed: number[] = [];
    for (let i = -5; i < keys; i++) {
      const word = `x${'qzjwv'[(i + 5) % 5]!}`;
      await workbench.page.keyboard.type(` ${word.slice(0, 1)}`);
      await workbench.page.waitForTimeout(350);
      const main = panel.page.locator('main');
      // Both clocks stand ready before the key is pressed. Nothing in them may have a name: tsx would have it call a
      // helper that the page does not have.
      const painted = await main.evaluateHandle((element, last) => ({
        at: new Promise<number>((resolve) => {
          const before = element.textContent.split(last).length;
          new MutationObserver((_, observer) => {
            if (element.textContent.split(last).length <= before) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
          }).observe(element, { subtree: true, childList: true, characterData: true });
        }),
      }), word);
      const pressed = await workbench.page.evaluateHandle(() => ({
        at: new Promise<number>((resolve) => document.addEventListener('keydown', () => resolve(performance.timeOrigin + performance.now()), { capture: true, once: true })),
      }));
      await workbench.page.keyboard.type(word.slice(1));
      const took = (await painted.evaluate(({ at }) => at)) - (await pressed.evaluate(({ at }) => at));
      if (i >= 0) typed.push(took);
    }
    const yardstick = parseTime(target);
    const at = (share: number): number => typed.sort((a, b) => a - b)[Math.min(typed.length - 1, Math.floor(typed.length * share))]!;
    return [name, `${Math.round(target.length / 1024)}`, at(0.5).toFixed(0), at(0.95).toFixed(0), yardstick.toFixed(0), (at(0.95) / yardstick).toFixed(1)];
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line, from 1, that the first paragraph of some length behind the middle of a text ends on. */
function lineToWriteIn(text: string): number {
  const { blocks, lines } = parseIssue(text);
  const paragraph = blocks.find(({ kind, text: words, span }) => kind === 'paragraph' && words.length > 150 && span.start > text.length / 2)!;
  return lines.positionAt(paragraph.span.end).line + 1;
}

function parseTime(text: string): number {
  const processor = unified().use(remarkParse);
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now();
    processor.parse(text);
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[7]!;
}

async function main(): Promise<void> {
  process.chdir(root);
  const rows: string[][] = [];
  for (const text of benchTexts(1000).filter(({ name }) => values.only === undefined || name === values.only)) rows.push(await measure(text));
  console.log('\nFrom key press to painted row, in milliseconds\n');
  printTable(['text', 'KB', 'p50', 'p95', 'one parse', 'p95 in parses'], rows);
}

void main();
