// Tables of contents: list items that repeat the titles of the same issue.
import type { Block } from '../model.js';
import { wordsOfBlock } from './blockWords.js';

/** In a run of list items, from this share of repeated titles on, all of them are contents. */
const mostly = 0.5;
const fewestEntries = 3;

/** The blocks, by index, that belong to a table of contents. They translate nothing but another table of contents. */
export function contentsOf(blocks: readonly Block[]): ReadonlySet<number> {
  const runs = listRuns(blocks).filter(({ length }) => length >= fewestEntries);
  const contents = new Set<number>();
  if (runs.length === 0) return contents;
  const titles = new Set(blocks.filter(isTitle).map(bare));
  for (const run of runs) {
    const repeated = run.filter((block) => block.text !== '' && titles.has(bare(block))).length;
    if (repeated >= fewestEntries && repeated >= run.length * mostly) for (const { index } of run) contents.add(index);
  }
  return contents;
}

/** Whether a block may be one of them, or be named by one. */
export function mayBeInContents(block: Block): boolean {
  return block.kind === 'list-item' || block.kind === 'title' || block.kind === 'heading';
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
function bare(block: Block): string {
  let letters = '';
  for (const { folded, hasLetter } of wordsOfBlock(block)) if (hasLetter) letters += folded;
  return letters.replace(/[^\p{L}]+/gu, '');
}
