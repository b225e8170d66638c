// Time: what aligning takes beside parsing the two texts, and how both grow with the number of items.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { alignIssues } from '../../src/core/align/align.js';
import type { parseIssue } from '../../src/core/parse/issue.js';
import type { KnownPair } from '../../test/support/planted/pair.js';
import { grownPair, type GrownPair } from './grown.js';
import { printTable } from './print.js';

interface Core {
  readonly parseIssue: typeof parseIssue;
  readonly alignIssues: typeof alignIssues;
}

/** Milliseconds. */
interface Taken {
  readonly parse: number;
  readonly align: number;
}

/** Items in the texts, and how often each size is measured. */
const sizes: readonly (readonly [number, number])[] = [
  [10, 60],
  [100, 25],
  [1000, 7],
];
/** From texts to other texts: no divisor of the number of ways in which they are made new. */
const stride = 37;
/** How often everything is done before it is measured, so that the engine has compiled what it will. */
const warmUp = 40;

/** Prints medians for each size, and the exponents with which they grow from size to size. */
export function benchTime(pair: KnownPair): void {
  const core = bundledCore();
  for (let i = 0; i < warmUp; i++) measure(core, grownPair(pair, sizes[0]![0], i * stride));
  const rows: string[][] = [];
  let before: (Taken & { readonly items: number }) | undefined;
  for (const [items, times] of sizes) {
    const texts = grownPair(pair, items);
    const taken = Array.from({ length: times }, (_, i) => measure(core, grownPair(pair, items, i * stride)));
    const now = {
      items,
      parse: median(taken.map(({ parse }) => parse)),
      align: median(taken.map(({ align }) => align)),
    };
    const ratio = median(taken.map(({ parse, align }) => align / parse));
    const growth = (of: keyof Taken): string =>
      before ? (Math.log(now[of] / before[of]) / Math.log(items / before.items)).toFixed(2) : '–';
    const kilobytes = Math.round((texts.source.length + texts.target.length) / 1024);
    const { blocks } = core.parseIssue(texts.source);
    rows.push([
      String(items),
      String(blocks.length),
      String(kilobytes),
      now.parse.toFixed(1),
      now.align.toFixed(1),
      ratio.toFixed(3),
      growth('parse'),
      growth('align'),
    ]);
    before = now;
  }
  printTable(
    [
      'items',
      'blocks',
      'both texts, KB',
      'parsing both, ms',
      'aligning, ms',
      'ratio',
      'growth of parsing',
      'of aligning',
    ],
    rows,
  );
}

/** Other texts each time, so that nothing is known of their words when they are read, and of their blocks when they are aligned. */
function measure({ parseIssue, alignIssues }: Core, { source, target }: GrownPair): Taken {
  const start = performance.now();
  const issues = [parseIssue(source), parseIssue(target)] as const;
  const parsed = performance.now();
  alignIssues(...issues);
  return { parse: parsed - start, align: performance.now() - parsed };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

/** The core as it ships: in one file. What runs TypeScript directly wraps every function, which takes time of its own. */
function bundledCore(): Core {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-pages-'));
  try {
    const file = path.join(folder, 'core.cjs');
    const contents =
      "export { parseIssue } from './src/core/parse/issue.js'; export { alignIssues } from './src/core/align/align.js';";
    buildSync({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: file,
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(file) as Core;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
