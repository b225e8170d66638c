// Texts that stand in one issue twice.
import type { Block } from '../model.js';
import { textWeight } from '../text/words.js';

/** What takes less room is repeated without being a copy: `Read more`. In Latin letters. */
const shortest = 30;

/** For each block whether it is a copy of an earlier one, long enough to be none by chance. */
export function copiesIn(blocks: readonly Block[]): boolean[] {
  const originals = originalsIn(blocks);
  return blocks.map(({ text }, i) => originals[i]! >= 0 && textWeight(text) >= shortest);
}

/** For each block the last one before it that it repeats word for word, links and all; -1 if there is none. */
export function originalsIn(blocks: readonly Block[]): Int32Array {
  const met = new Map<string, Block>();
  return Int32Array.from(blocks, (block) => {
    const before = met.get(block.text);
    met.set(block.text, block);
    return before && repeats(block, before) ? before.index : -1;
  });
}

function repeats(block: Block, other: Block): boolean {
  return (
    block.kind === other.kind &&
    block.links.length === other.links.length &&
    block.links.every(({ key }, i) => key === other.links[i]!.key)
  );
}
