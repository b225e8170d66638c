// The words of a block, by which it is known again in an earlier text, and a fingerprint of them.
import { fold, wordPattern, unspaced, wordsOf, type Word } from '../text/words.js';

/** A word, as it is written and as it is compared. */
export interface Token extends Word {
  /** Lower case, without accents. */
  readonly folded: string;
}

/** What carries meaning without being a word. */
const signs = /[\p{Sc}%‰]/gu;

/** Words, numbers, and signs of money and per cent, in order; `start` in UTF-16 code units of `text`. */
export function tokensOf(text: string): Token[] {
  const words = wordsOf(text);
  const found = [...text.matchAll(signs)].map((match) => ({ text: match[0], start: match.index }));
  const all = found.length === 0 ? words : [...words, ...found].sort((a, b) => a.start - b.start);
  return withWholeNumbers(text, all).map((word) => ({
    ...word,
    folded: folded(/^\d/.test(word.text) ? word.text.replace(thousands, '') : word.text),
  }));
}

/** What stands between the thousands of a number; `12.400` is one word as it is. */
const thousands = /(?<=\d)[,’'\u00a0\u202f ](?=\d{3}(?!\d))/g;
const withinNumber = /^(?:,\d+|[’'\u00a0\u202f ]\d{3})$/;

/** The words, of which the parts of `12,400` are one: of “400” alone nobody would know what it is. */
function withWholeNumbers(text: string, words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    const end = last ? last.start + last.text.length : 0;
    const isWithin =
      last !== undefined &&
      word.start === end + 1 &&
      /^\d{1,3}(?:$|[,’'\u00a0\u202f ])/.test(last.text) &&
      withinNumber.test(text.slice(end, word.start + word.text.length));
    if (isWithin)
      whole[whole.length - 1] = { text: text.slice(last.start, word.start + word.text.length), start: last.start };
    else whole.push(word);
  }
  return whole;
}

/** What two texts share that differ only in markup, white space, punctuation, case or accents. Empty if there is no word. */
export function keyOf(text: string): string {
  // Words of scripts without spaces need not be told apart to be compared.
  const words = unspaced.test(text) ? (text.match(wordPattern) ?? []) : wordsOf(text).map((word) => word.text);
  return [...words, ...(text.match(signs) ?? [])].map(folded).join(' ');
}

/** Of two kinds of apostrophe none says more. */
function folded(word: string): string {
  return fold(word).replace(/[’‘ʼ]/g, "'");
}

/** Characters of a fingerprint. */
const length = 5;

/** A few letters and digits that stand for a text's words: another text hardly ever has the same. FNV-1a, 32 bits. */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of keyOf(text)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36).padStart(length, '0').slice(-length);
}
