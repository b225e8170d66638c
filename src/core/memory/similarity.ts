// How alike two segments are: the share of words that need no change.
import { emojiOf, fold, wordsOf } from '../text/words.js';
import { plainText } from './inner.js';

/** Words as the memory compares them. The same number always stands for the same word. */
export interface Tokens {
  readonly words: Int32Array;
  /** The same, smallest first. */
  readonly sorted: Int32Array;
  /** What all of them count. */
  readonly weight: number;
}

/** Words by number, and what each counts: a long word says more than “the”. */
export class Lexicon {
  private readonly numbers = new Map<string, number>();
  private readonly weights: number[] = [];

  /** The words and emoji of Markdown, in order, without case and accents. */
  tokensOf(markdown: string): Tokens {
    const text = plainText(markdown);
    const words = Int32Array.from([...wordsOf(text).map((word) => fold(word.text)), ...emojiOf(text)], (word) =>
      this.numberOf(word),
    );
    return { words, sorted: words.slice().sort(), weight: words.reduce((sum, word) => sum + this.weightOf(word), 0) };
  }

  /** A word's length in UTF-16 code units. */
  weightOf(word: number): number {
    return this.weights[word]!;
  }

  private numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.weights.push(word.length) - 1;
      this.numbers.set(word, number);
    }
    return number;
  }
}

/**
 * How alike two segments are, 0 to 1: one less the edit distance (Levenshtein 1966) between their words, as a share of
 * the longer one. So do OmegaT and most other tools for translators; here each word counts by its length, so that a
 * heading that gained a “the” is still nearly the same.
 *
 * @param least what is less alike may be answered with 0
 */
export function similarity(a: Tokens, b: Tokens, lexicon: Lexicon, least = 0): number {
  const longer = Math.max(a.weight, b.weight);
  if (longer === 0 || Math.min(a.weight, b.weight) < least * longer || shared(a, b, lexicon) < least * longer) return 0;
  const distance = editDistance(a.words, b.words, lexicon, longer * (1 - least));
  return Math.max(0, 1 - distance / longer);
}

/** What the words weigh that both have, whatever their order: no more than that can stay as it is. */
function shared(a: Tokens, b: Tokens, lexicon: Lexicon): number {
  let weight = 0;
  for (let i = 0, j = 0; i < a.sorted.length && j < b.sorted.length;) {
    const difference = a.sorted[i]! - b.sorted[j]!;
    if (difference === 0) weight += lexicon.weightOf(a.sorted[i]!);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return weight;
}

/** @returns infinity as soon as it is more than `most` */
function editDistance(a: Int32Array, b: Int32Array, lexicon: Lexicon, most: number): number {
  let before = new Float64Array(b.length + 1);
  let row = new Float64Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) before[j] = before[j - 1]! + lexicon.weightOf(b[j - 1]!);
  for (const word of a) {
    const weight = lexicon.weightOf(word);
    let nearest = (row[0] = before[0]! + weight);
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1]!;
      const ofOther = lexicon.weightOf(other);
      const replaced = before[j - 1]! + (word === other ? 0 : Math.max(weight, ofOther));
      row[j] = Math.min(replaced, before[j]! + weight, row[j - 1]! + ofOther);
      nearest = Math.min(nearest, row[j]!);
    }
    if (nearest > most) return Infinity;
    [before, row] = [row, before];
  }
  return before[b.length]!;
}
