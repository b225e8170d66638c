// What is worked out of a block is worked out once, wherever edits elsewhere move it.
import type { Block } from '../model.js';

/**
 * `compute`, remembering its answer by the block's identity. The answer must be made of the block alone and of the
 * characters that it covers, and may name no places but such as count from its beginning, and no numbers of blocks.
 */
export function oncePerBlock<Rest extends readonly unknown[], Value>(compute: (block: Block, ...rest: Rest) => Value): (block: Block, ...rest: Rest) => Value {
  const known = new WeakMap<object, { readonly value: Value }>();
  return (block, ...rest) => {
    let found = known.get(block.identity);
    if (!found) known.set(block.identity, (found = { value: compute(block, ...rest) }));
    return found.value;
  };
}
