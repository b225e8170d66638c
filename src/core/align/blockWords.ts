// The words of blocks, cut once for all who ask: blocks never change.
import type { Block } from '../model.js';
import { ascii, fold, unspaced, unspacedOrNot, wordPattern } from '../text/words.js';

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

/**
 * The words of any text, in order. Where a script has no spaces, every two neighbouring characters count as one: two
 * texts share them however each would be cut into words.
 */
export function comparedWords(text: string): ComparedWord[] {
  const words: ComparedWord[] = [];
  for (const found of text.match(wordPattern) ?? []) {
    if (ascii.test(found) || !unspaced.test(found)) words.push(compared(found));
    else for (const run of found.match(unspacedOrNot) ?? []) words.push(...(unspaced.test(run) ? pairsIn(run) : [run]).map(compared));
  }
  return words;
}

function compared(text: string): ComparedWord {
  const lower = text.toLowerCase();
  return ascii.test(text) ? { text, lower, folded: lower, hasLetter: /[a-z]/.test(lower) } : { text, lower, folded: fold(text), hasLetter: letter.test(text) };
}

function pairsIn(run: string): string[] {
  const characters = [...run];
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => characters[i]! + character);
}
