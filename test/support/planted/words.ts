// Text that means nothing, in the script of a given text, and shares no word with it.
import { fold, wordsOf } from '../../../src/core/text/words.js';
import type { Random } from './random.js';

const consonants = [...'bdfgjklmnprstvz'];
const vowels = [...'aeiou'];
const arabic = [...'بتثجحخدرزسشصضطعغفقكلمنهوي'];
const cyrillic = [...'бвгдежзиклмнопрстуфхцчшя'];
const kana = [...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ'];
const rareHan = Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x7800 + i));

/** Writes words that stand in neither of the texts it was made for. */
export interface Writer {
  /** About `length` code units of words, the first with a capital where the script has them. */
  phrase(length: number): string;
  sentence(length: number): string;
}

/** A writer in the script that most letters of `target` are in. */
export function writerFor(source: string, target: string, random: Random): Writer {
  const known = new Set([...wordsOf(source), ...wordsOf(target)].map(({ text }) => fold(text).slice(0, 5)));
  const script = scriptOf(target);
  const word = (): string => {
    for (;;) {
      const made = spell(script, random);
      if (!known.has(fold(made).slice(0, 5))) return made;
    }
  };
  const phrase = (length: number): string => {
    const gap = script === 'han' || script === 'kana' ? '' : ' ';
    let text = word();
    while (text.length < length) text += gap + word();
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return { phrase, sentence: (length) => phrase(length) + (script === 'han' || script === 'kana' ? '。' : '.') };
}

type Script = 'latin' | 'arabic' | 'cyrillic' | 'han' | 'kana';

function scriptOf(text: string): Script {
  const prose = text.replace(/\]\([^)]*\)|https?:\S+|^---[\s\S]*?^---|`[^`]*`/gm, '');
  const count = (pattern: RegExp): number => prose.match(pattern)?.length ?? 0;
  const kanaCount = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const counts: [Script, number][] = [
    ['latin', count(/\p{Script=Latin}/gu)],
    ['arabic', count(/\p{Script=Arabic}/gu)],
    ['cyrillic', count(/\p{Script=Cyrillic}/gu)],
    [kanaCount > 200 ? 'kana' : 'han', 2.7 * (kanaCount + count(/\p{Script=Han}/gu))],
  ];
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function spell(script: Script, random: Random): string {
  const letters = (alphabet: readonly string[], count: number): string =>
    Array.from({ length: count }, () => random.pick(alphabet)).join('');
  switch (script) {
    case 'latin':
      return Array.from({ length: 2 + random.below(3) }, () => random.pick(consonants) + random.pick(vowels)).join('');
    case 'arabic':
      return letters(arabic, 4 + random.below(3));
    case 'cyrillic':
      return letters(cyrillic, 4 + random.below(4));
    case 'kana':
      return letters(kana, 2 + random.below(3));
    case 'han':
      return letters(rareHan, 2);
  }
}
