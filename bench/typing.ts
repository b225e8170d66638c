// From a key press in the editor to the painted row of the panel, in a real VS Code (`npm run build` first).
//
//   npm run bench:typing [-- --keys 40] [--only sample|'real issue'|'1,000 items']
//
// On the samples' issue, on a real one of 22 KB where ../shared/corpus is there, and on one of 1,000 items. The
// yardsticks: one plain remark-parse of the file's text, warm, in the same minute; and the floor, the same keys in the
// same file with the smallest extension in our place, which paints the line that was typed in (bench/typing/probe).
// It also says how long the keys held up the extension host at a stretch.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { typeKeys, type Key } from './typing/keys.js';

const { values } = parseArgs({ options: { keys: { type: 'string', default: '40' }, only: { type: 'string' } } });
const keys = Number(values.keys);
const probe = path.join(root, 'bench/typing/probe');

/** What the probe in the extension host saw; times in milliseconds since 1970. */
interface Seen {
  readonly heard: readonly number[];
  readonly busy: readonly { readonly until: number; readonly took: number; readonly computed: number }[];
}

interface Measured {
  readonly keys: readonly Key[];
  readonly seen: Seen;
}

/** Types into the translation while the panel, ours or the smallest one, shows it. */
async function measure({ source, target }: BenchText, whose: 'ours' | 'smallest'): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-typing-'));
  const seen = path.join(folder, 'seen.json');
  mkdirSync(path.join(folder, '_posts'));
  writeFileSync(path.join(folder, '_posts/2026-01-01-letter.md'), source);
  writeFileSync(path.join(folder, '_posts/2026-01-02-letter_[FR].md'), target);
  const settings = {
    'editor.quickSuggestions': { other: 'off' },
    'editor.wordBasedSuggestions': 'off',
    'facingPagesProbe.file': seen,
  };
  const workbench = await Workbench.open({
    folder,
    size: { width: 1700, height: 1000 },
    settings,
    ...(whose === 'ours' ? { besides: [probe] } : { extensionPath: probe }),
  });
  try {
    workbench.page.setDefaultTimeout(180_000);
    await workbench.openFile('_posts/2026-01-02-letter_[FR].md');
    const panel = new PanelPage(workbench);
    if (whose === 'ours') await panel.open();
    else await workbench.runCommand('Probe: Open the Smallest Panel');
    await panel.page.locator('.row[data-key]').first().waitFor();
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.press('Control+G');
    await workbench.page.keyboard.type(String(lineToWriteIn(target)));
    await workbench.press('Enter');
    await workbench.press('End');
    const typed = await typeKeys(workbench.page, panel.page.locator('main'), keys);
    await workbench.runCommand('Probe: Write Down');
    while (!existsSync(seen)) await workbench.page.waitForTimeout(200);
    await workbench.page.waitForTimeout(200);
    return { keys: typed, seen: JSON.parse(readFileSync(seen, 'utf8')) as Seen };
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line, from 1, that the first paragraph of some length behind the middle of a text ends on. */
function lineToWriteIn(text: string): number {
  const { blocks, lines } = parseIssue(text);
  const paragraph = blocks.find(
    ({ kind, text: words, span }) => kind === 'paragraph' && words.length > 150 && span.start > text.length / 2,
  )!;
  return lines.positionAt(paragraph.span.end).line + 1;
}

function parseTime(text: string): number {
  const processor = unified().use(remarkParse);
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now();
    processor.parse(text);
    return performance.now() - begin;
  });
  return quantile(times, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** What a row of the tables says: medians of the stages, and the whole at p50 and p95. */
function stagesOf({ keys: typed, seen }: Measured): string[] {
  const heardAfter = (at: number): number => seen.heard.find((one) => one >= at) ?? NaN;
  const median = (of: (key: Key) => number): string => quantile(typed.map(of), 0.5).toFixed(0);
  const whole = typed.map(({ pressed, painted }) => painted - pressed);
  return [
    median(({ pressed }) => heardAfter(pressed) - pressed),
    median(({ pressed, arrived }) => arrived - heardAfter(pressed)),
    median(({ arrived, painted }) => painted - arrived),
    quantile(whole, 0.5).toFixed(0),
    quantile(whole, 0.95).toFixed(0),
  ];
}

/** The longest stretch of computing of the host while each key was worked on, until the next one. */
function busiest({ keys: typed, seen }: Measured): number[] {
  return typed
    .slice(0, -1)
    .map(({ pressed }, i) =>
      Math.max(
        0,
        ...seen.busy
          .filter(({ until }) => until > pressed && until < typed[i + 1]!.pressed)
          .map(({ computed }) => computed),
      ),
    );
}

async function main(): Promise<void> {
  process.chdir(root);
  const rows: string[][] = [];
  const turns: string[][] = [];
  for (const text of benchTexts(1000).filter(({ name }) => values.only === undefined || name === values.only)) {
    const [ours, smallest] = [await measure(text, 'ours'), await measure(text, 'smallest')];
    const yardstick = parseTime(text.target).toFixed(0);
    rows.push(
      [text.name, `${Math.round(text.target.length / 1024)}`, ...stagesOf(ours), yardstick],
      ['… the floor', '', ...stagesOf(smallest), ''],
    );
    for (const [name, measured] of [
      [text.name, ours],
      ['… the floor', smallest],
    ] as const) {
      turns.push([name, ...[0.5, 0.95, 1].map((share) => quantile(busiest(measured), share).toFixed(0))]);
    }
  }
  console.log('\nFrom key press to painted row, in milliseconds: medians of the stages, then the whole\n');
  printTable(
    ['text', 'KB', 'until a host hears', 'until the page hears', 'until painted', 'p50', 'p95', 'one parse'],
    rows,
  );
  console.log(
    '\nThe longest stretch that the extension host computes without a pause, from a key to the next, in milliseconds\n',
  );
  printTable(['text', 'p50', 'p95', 'most'], turns);
}

void main();
