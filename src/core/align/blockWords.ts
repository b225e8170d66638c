// The words of blocks, cut once for all who ask: blocks never change.
import type { Block } from '../model.js';
import { wordsOf, type Word } from '../text/words.js';

const memory = new WeakMap<Block, readonly Word[]>();

/** The words of a block's text, in order; their places count in that text. */
export function wordsOfBlock(block: Block): readonly Word[] {
  let words = memory.get(block);
  if (!words) memory.set(block, (words = wordsOf(block.text)));
  return words;
}
