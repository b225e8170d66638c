// Tables of contents: list items that repeat the titles of the same issue.
import type { Block } from '../model.js';
import { fold } from '../text/words.js';

/** In a run of list items, from this share of repeated titles on, all of them are contents. */
const mostly = 0.5;
const fewestEntries = 3;

/** The blocks, by index, that belong to a table of contents. They translate nothing but another table of contents. */
export function contentsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const titles = new Set(blocks.filter(isTitle).map(({ text }) => bare(text)));
  const contents = new Set<number>();
  for (const run of listRuns(blocks)) {
    const repeated = run.filter(({ text }) => text !== '' && titles.has(bare(text))).length;
    if (repeated >= fewestEntries && repeated >= run.length * mostly) for (const { index } of run) contents.add(index);
  }
  return contents;
}

function isTitle({ kind, text }: Block): boolean {
  return (kind === 'title' || kind === 'heading') && text !== '';
}

function listRuns(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'list-item') return;
    if (blocks[i - 1]?.kind === 'list-item') runs.at(-1)!.push(block);
    else runs.push([block]);
  });
  return runs;
}

/** Without numbers, spaces and signs, which differ between a list and the titles. */
function bare(text: string): string {
  return fold(text).replace(/[^\p{L}]+/gu, '');
}
