// The words of blocks, cut once for all who ask: blocks never change.
import type { Block } from '../model.js';
import { fold, wordsOf } from '../text/words.js';

/** A word as the aligner and the checks compare it. */
export interface ComparedWord {
  /** As it stands. */
  readonly text: string;
  readonly lower: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** Whether it has a letter; numbers have none. */
  readonly hasLetter: boolean;
}

const memory = new WeakMap<Block, readonly ComparedWord[]>();
const letter = /\p{L}/u;

/** The words of a block's text, in order. */
export function wordsOfBlock(block: Block): readonly ComparedWord[] {
  let words = memory.get(block);
  if (!words) memory.set(block, (words = comparedWords(block.text)));
  return words;
}

/** The words of any text, in order. */
export function comparedWords(text: string): ComparedWord[] {
  return wordsOf(text).map(({ text: word }) => ({ text: word, lower: word.toLowerCase(), folded: fold(word), hasLetter: letter.test(word) }));
}
