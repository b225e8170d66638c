// The extension on a large tree, in a real VS Code: what its start costs, how soon the first problems are there, what
// reading the tree costs, what it does when nothing happens and when one file changes (`npm run build -- --production` first).
//
//   npm run bench:editor [-- --posts 2000] [--write]
//
// All times but those on the clock are the processor's, of the whole extension host. `--write` renews docs/speed.md.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { manifest, root } from '../scripts/project.mjs';
import { Workbench } from '../test/screen/workbench.js';
import { tableOf } from './alignment/print.js';
import { renewPart } from './speed/page.js';
import { writeTree } from './tree/generate.js';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '2000' }, write: { type: 'boolean', default: false } },
});
const posts = Number(values.posts);

/** What the probe wrote down; times in milliseconds. */
interface Seen {
  readonly started: { readonly load: number; readonly activate: number; readonly called: number };
  /** When there were the first problems, and how many files had been read by then. */
  readonly first: { readonly after: number; readonly described: number; readonly cpu: number };
  /** The longest that the host was busy at a stretch from opening the file to its first problems, and how much of that it computed. */
  readonly stretch: { readonly took: number; readonly computed: number };
  readonly reading: { readonly after: number; readonly cpu: number; readonly memory: number };
  readonly idleBefore: number;
  readonly idleAfter: number;
  readonly edited: { readonly cpu: number; readonly work: Readonly<Record<string, number>> };
}

async function measure(): Promise<Seen> {
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-editor-'));
  const file = path.join(folder, '..', `${path.basename(folder)}.json`);
  writeTree(folder, posts);
  const names = readdirSync(path.join(folder, '_posts'))
    .filter((name) => name.includes('FR'))
    .sort();
  // The window has a copy open, whose place is known only then: the post is named by its place in it.
  const workbench = await Workbench.open({
    folder,
    besides: [path.join(root, 'bench/editor/probe')],
    settings: {
      'facingPagesProbe.bundle': path.join(root, manifest().main),
      'facingPagesProbe.open': path.join('_posts', names[Math.floor(names.length / 2)]!),
      'facingPagesProbe.posts': posts,
      'facingPagesProbe.file': file,
    },
  });
  try {
    while (!existsSync(file)) await wait(500);
    await wait(500);
    return JSON.parse(readFileSync(file, 'utf8')) as Seen;
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
}

function rowsOf({ started, first, stretch, reading, idleBefore, idleAfter, edited }: Seen): string[][] {
  const ms = (time: number): string => `${time.toFixed(0)} ms`;
  return [
    ['loading what `activate` is in', ms(started.load)],
    ['`activate`', ms(started.activate)],
    ['`activate`, on the clock', ms(started.called)],
    [
      'first problems, on the clock, after the file was opened',
      `${ms(first.after)}, ${first.described} files read by then`,
    ],
    ['from opening to first problems', ms(first.cpu)],
    ['the longest stretch in between', ms(stretch.computed)],
    ['all files read, on the clock', ms(reading.after)],
    ['all files read', ms(reading.cpu)],
    ['heap then', `${reading.memory.toFixed(0)} MB`],
    ['a minute of nothing, without Facing Pages', ms(idleBefore)],
    ['a minute of nothing, afterwards', ms(idleAfter)],
    [
      'one post edited and saved',
      `${ms(edited.cpu)}: ${Object.entries(edited.work)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ')}`,
    ],
  ];
}

async function main(): Promise<void> {
  process.chdir(root);
  const table = tableOf([`a tree of ${posts.toLocaleString('en')} posts`, ''], rowsOf(await measure()));
  console.log(table);
  if (values.write) renewPart('editor', table);
}

void main();
