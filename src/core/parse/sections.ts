// Groups blocks into the sections and items that an issue's reader sees.
import type { Block, Item, Section } from '../model.js';

/**
 * The sections of an issue. The topmost level of heading that stands more than once makes sections (the topmost, if
 * none does). Inside, a title, a deeper heading or a list item of the first level opens an item.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  if (blocks.length === 0) return [];
  const level = sectionLevel(blocks);
  const opens = (block: Block): boolean => block.kind === 'heading' && block.depth <= level;
  return rangesBy(blocks, 0, blocks.length - 1, opens).map(([first, last]) => {
    const heading = opens(blocks[first]!) ? first : undefined;
    return { first, last, heading, items: itemsOf(blocks, heading === undefined ? first : first + 1, last) };
  });
}

function sectionLevel(blocks: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const block of blocks) if (block.kind === 'heading') counts.set(block.depth, (counts.get(block.depth) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a - b);
  return levels.find((level) => counts.get(level)! > 1) ?? levels[0] ?? 0;
}

function itemsOf(blocks: readonly Block[], first: number, last: number): Item[] {
  const opens = (block: Block): boolean => namesItem(block) || (block.kind === 'list-item' && block.depth === 1);
  return rangesBy(blocks, first, last, opens).map(([from, to]) => ({
    first: from,
    last: to,
    title: namesItem(blocks[from]!) ? from : undefined,
  }));
}

function namesItem(block: Block): boolean {
  return block.kind === 'title' || block.kind === 'heading';
}

/** Cuts `first..last` before each block that `opens`; first and last of each part, both inclusive. */
function rangesBy(
  blocks: readonly Block[],
  first: number,
  last: number,
  opens: (block: Block) => boolean,
): [number, number][] {
  const ranges: [number, number][] = [];
  for (let i = first; i <= last; i++) {
    if (i === first || opens(blocks[i]!)) ranges.push([i, i]);
    else ranges.at(-1)![1] = i;
  }
  return ranges;
}
