// Words behind a number that multiply it: million, млрд, 万, lakh.
import { languageOf } from '../language/locale.js';
import { unspaced } from './words.js';
import { wordsForNumber } from './numberWords.js';

/** Short signs that newsletters of all languages use, unless the language has its own meaning for them. */
const international: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, bn: 1e9, T: 1e12 };
const lakhs: Readonly<Record<string, number>> = { lakh: 1e5, lakhs: 1e5, lac: 1e5, crore: 1e7, crores: 1e7 };

/** The multipliers of a language. */
export interface Multipliers {
  /** By what it stands for; words of three letters or more are in lower case. */
  readonly words: ReadonlyMap<string, number>;
  /** Those of scripts without spaces, and of Hangul, as a pattern for the beginning of a text: they follow each other, as in 百万. */
  readonly unspaced: RegExp | undefined;
}

const unspacedWord =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u;
/** Scripts of which one character is a word. */
const characterWord = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

const memory = new Map<string, Multipliers>();

/** The multipliers that a text in `locale` may use, from the compact notation of Unicode CLDR. */
export function multipliersOf(locale: string): Multipliers {
  let found = memory.get(locale);
  if (!found) memory.set(locale, (found = collect(locale)));
  return found;
}

function collect(locale: string): Multipliers {
  const words = new Map<string, number>(Object.entries(international));
  const add = (word: string, value: number): void => void words.set(multiplierKey(word), value);
  for (const [word, value] of [...compactWords('en'), ...(languageOf(locale) === 'en' ? Object.entries(lakhs) : [])])
    if (word.length > 2) add(word, value);
  for (const [word, value] of compactWords(locale)) add(word, value);
  const composed = (value: number): string[] => wordsForNumber(value, locale).map((word) => word.normalize('NFC')); // folding takes Hangul apart
  const ones = composed(1);
  for (const value of [100, 1000]) {
    for (const word of composed(value)) {
      if (characterWord.test(word) || unspaced.test(word) || word.length > 3) add(word, value);
      // “One thousand” is one word, 一千; behind a figure it stands without its one, as in 5千.
      const one = ones.find((written) => word.startsWith(written) && word.length === written.length + 1);
      if (one !== undefined && characterWord.test(word)) add(word.slice(one.length), value);
    }
  }
  const signs = [...words.keys()].filter((word) => unspacedWord.test(word)).sort((a, b) => b.length - a.length);
  return { words, unspaced: signs.length > 0 ? new RegExp(`^(?:${signs.join('|')})`, 'u') : undefined };
}

/** How a word is looked up: signs of one or two letters as they are, words in lower case without a full stop. */
export function multiplierKey(word: string): string {
  const bare = word.replace(/\.$/, '').replace(/[\u00a0\u202f]/g, ' ');
  return bare.length <= 2 ? bare : bare.toLowerCase();
}

function compactWords(locale: string): [string, number][] {
  const found: [string, number][] = [];
  for (const compactDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, numberingSystem: 'latn' });
    for (let power = 3; power < 14; power++) {
      for (const count of [1, 2, 5]) {
        const value = count * 10 ** power;
        const parts = format.formatToParts(value);
        const shown = Number(
          parts
            .filter(({ type }) => type === 'integer' || type === 'group')
            .map((part) => (part.type === 'group' ? '' : part.value))
            .join(''),
        );
        const word = parts
          .filter(({ type }) => type === 'compact')
          .map((part) => part.value)
          .join('')
          .trim();
        if (word !== '' && shown > 0) found.push([word, value / shown]);
      }
    }
  }
  return found;
}
