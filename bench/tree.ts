// Checking a whole tree beside markdownlint, in one run: time of the processor, time on the clock, memory, with and
// without what was found before, and how soon Ctrl+C ends it (`npm run build -- --production` first).
//
//   npm run bench:tree [-- --posts 1000,3000,10000] [--tree FOLDER] [--brief] [--write]
//
// The trees: FOLDER, or ../shared/corpus/optech where it is there, and generated ones; none of FOLDER's for `--tree none`.
// `--brief` leaves out all but markdownlint and the plainest check. `--write` renews docs/speed.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/project.mjs';
import { corpusFolder } from '../scripts/workspace.mjs';
import { tableOf } from './alignment/print.js';
import { renewPart } from './speed/page.js';
import { writeTree } from './tree/generate.js';
import { costOf, endAfterInterrupt, type Cost } from './tree/program.js';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,3000,10000' },
    tree: { type: 'string' },
    brief: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const cli = path.join(root, 'dist/cli.mjs');
const markdownlint = path.join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

async function measure(name: string, folder: string): Promise<string[][]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'facing-cache-'));
  const kept = ['--cache', '--cache-location', path.join(scratch, 'kept')];
  try {
    const yardstick = await costOf([markdownlint, '**/*.md'], folder);
    const rows: [string, Cost][] = [['markdownlint-cli2', yardstick]];
    const run = async (what: string, args: readonly string[]): Promise<void> =>
      void rows.push([what, await costOf(args, folder)]);
    if (values.brief) {
      await run('check --threads 1', [cli, 'check', '--threads', '1']);
      return rows.map(([what, cost]) => rowOf(name, what, cost, yardstick));
    }
    await run('remark-parse alone', [path.join(root, 'bench/tree/plainParse.mjs')]);
    await run('check --threads 1', [cli, 'check', '--threads', '1']);
    await run('check --threads 2', [cli, 'check', '--threads', '2']);
    await run('check --cache, first', [cli, 'check', ...kept]);
    await run('check --cache, again', [cli, 'check', ...kept]);
    const clock = rows.find(([what]) => what === 'check --threads 2')![1].wall;
    const ended = await endAfterInterrupt([cli, 'check'], folder, clock / 2);
    return [
      ...rows.map(([what, cost]) => rowOf(name, what, cost, yardstick)),
      [name, 'Ctrl+C halfway, until it is gone', '', '', ended === undefined ? '–' : (ended / 1000).toFixed(2), ''],
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function rowOf(name: string, what: string, { cpu, wall, memory }: Cost, yardstick: Cost): string[] {
  return [name, what, cpu.toFixed(1), (cpu / yardstick.cpu).toFixed(2), wall.toFixed(1), memory.toFixed(0)];
}

async function generated(posts: number): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-tree-'));
  try {
    const bytes = writeTree(folder, posts);
    return await measure(
      `${posts.toLocaleString('en')} posts made from the samples, ${(bytes / 1e6).toFixed(1)} MB`,
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const corpus = corpusFolder();
  const real = values.tree === 'none' ? undefined : (values.tree ?? (corpus && path.join(corpus, 'optech')));
  const rows =
    real === undefined
      ? []
      : await measure(
          values.tree === undefined ? '153 posts of Bitcoin Optech, 2.2 MB' : values.tree,
          path.resolve(real),
        );
  for (const posts of values.posts.split(',').map(Number).filter(Boolean)) rows.push(...(await generated(posts)));
  const table = tableOf(['tree', 'program', 'CPU, s', '× markdownlint', 'on the clock, s', 'memory, MB'], rows);
  console.log(table);
  if (values.write) renewPart('tree', table);
}

void main();
