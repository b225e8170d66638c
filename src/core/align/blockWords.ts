// The words of blocks, cut once for all who ask: blocks never change.
import type { Block } from '../model.js';
import { oncePerBlock } from '../text/remember.js';
import { ascii, fold, latin, latinWord, unspaced, unspacedOrNot, wordPattern } from '../text/words.js';

/** A word as the aligner and the checks compare it. */
export interface ComparedWord {
  /** As it stands. */
  readonly text: string;
  readonly lower: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** Whether it has a letter; numbers have none. */
  readonly hasLetter: boolean;
  /** What of it can be recognised in another language: its beginning, or `number` with its digits; undefined if too little. */
  readonly feature: string | undefined;
}

const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
const lastAscii = 0x7f;
/** Letters that words of related languages share at their beginning: `theor|etical`, `théor|ique`. */
const stemLength = 5;
const shortestWord = 3;

/** The words of a block's text, in order. */
export const wordsOfBlock = oncePerBlock((block: Block): readonly ComparedWord[] => comparedWords(block.text));

/** The words of a block's text, folded, with a space between any two: what two blocks have in common that say the same. */
export const foldedText = oncePerBlock((block: Block): string =>
  wordsOfBlock(block)
    .map(({ folded }) => folded)
    .join(' '),
);

/**
 * The words of any text, in order. Where a script has no spaces, every two neighbouring characters count as one: two
 * texts share them however each would be cut into words.
 */
export function comparedWords(text: string): ComparedWord[] {
  if (latin.test(text)) return (text.match(latinWord) ?? []).map(compared);
  const words: ComparedWord[] = [];
  for (const found of text.match(wordPattern) ?? []) {
    if (ascii.test(found) || !unspaced.test(found)) words.push(compared(found));
    else
      for (const run of found.match(unspacedOrNot) ?? [])
        words.push(...(unspaced.test(run) ? pairsIn(run) : [run]).map(compared));
  }
  return words;
}

/** Words met lately: a text says most of its words again and again. Some megabytes when full. */
const met = new Map<string, ComparedWord>();
const mostMet = 40_000;
/** A longer word cut out of a text may be a view of it, and would keep all of it in memory. */
const longestMet = 12;

function compared(text: string): ComparedWord {
  if (text.length > longestMet) return compareWord(text);
  let word = met.get(text);
  if (!word) {
    if (met.size >= mostMet) met.clear();
    met.set(text, (word = compareWord(text)));
  }
  return word;
}

function compareWord(text: string): ComparedWord {
  const lower = text.toLowerCase();
  const folded = ascii.test(text) ? lower : fold(text);
  return { text, lower, folded, hasLetter: letter.test(text), feature: featureOfWord(folded) };
}

function featureOfWord(folded: string): string | undefined {
  const digits = digit.test(folded) ? folded.replace(/[^\p{Nd}]/gu, '') : '';
  if (digits.length > 1) return `number ${digits}`;
  return folded.length >= shortestWord || folded.charCodeAt(0) > lastAscii ? folded.slice(0, stemLength) : undefined;
}

function pairsIn(run: string): string[] {
  const characters = [...run];
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => characters[i]! + character);
}
