// Which item of the source a block belongs to.
import type { Block, Issue } from '../../model.js';
import type { PairContext } from '../check.js';
import { oncePer } from './memo.js';

/** Index of the first block of the item that holds a block, by the block's index; a section's heading is its own. */
export const itemStarts = oncePer((issue: Issue): readonly number[] => {
  const starts: number[] = issue.blocks.map((block) => block.index);
  for (const section of issue.sections) {
    for (const item of section.items) for (let i = item.first; i <= item.last; i++) starts[i] = item.first;
  }
  return starts;
});

/** Names the item of the source that a block of the source is in; two blocks of one item get one answer. */
export function itemOfSource(context: PairContext, block: Block): number | undefined {
  return itemStarts(context.source)[block.index];
}
