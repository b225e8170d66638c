// Words and short phrases that stand twice in a row.
import { oncePerText } from '../../text/remember.js';
import type { Span } from '../../text/span.js';

export interface Doubling {
  readonly first: Span;
  readonly second: Span;
}

/** Words that grammar, or a habit of speech, puts twice in a row. */
const grammatical: Readonly<Record<string, readonly string[]>> = {
  en: ['that', 'had', 'is', 'her', 'do', 'in', 'very', 'really', 'so', 'bye', 'no'],
  fr: ['nous', 'vous', 'en', 'que', 'faire', 'très', 'si', 'non'],
  de: ['der', 'die', 'das', 'den', 'dem', 'sie', 'es', 'wenn', 'denen', 'sich', 'sehr', 'ist'],
  nl: ['die', 'dat', 'zijn', 'is', 'heel', 'te', 'het', 'er', 'ze'],
  es: ['muy', 'casi', 'no', 'nos', 'que', 'sí'],
  pt: ['muito', 'quase', 'não', 'sim', 'que', 'nos'],
  it: ['piano', 'poco', 'via', 'così', 'quasi', 'mano', 'molto', 'che', 'sì', 'no'],
  ca: ['molt', 'gairebé', 'que', 'nos'],
  gl: ['moi', 'case', 'que', 'nos'],
  sv: ['är', 'mycket', 'det'],
  da: ['er', 'meget', 'der', 'det'],
  nb: ['er', 'det', 'veldig'],
  nn: ['er', 'det'],
  no: ['er', 'det', 'veldig'],
  fi: ['hyvin', 'ei'],
  pl: ['się', 'bardzo'],
  cs: ['se', 'si', 'velmi'],
  sk: ['sa', 'si', 'veľmi'],
  sl: ['se', 'zelo'],
  hr: ['se', 'vrlo', 'je'],
  ro: ['foarte', 'încet'],
  el: ['σιγά', 'πολύ', 'πρώτα', 'να'],
  ga: ['a'],
};
const always = ['bla', 'blah', 'ha', 'hi', 'ho', 'la', 'ah', 'oh', 'cha', 'pom', 'tut'];

const word = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu;
const longestPhrase = 3;
/** `A A` and `x x` are no words of a sentence. */
const fewestLetters = 2;
const fewestOfPhrase = 6;

/** `d’un un`, `qu’une une`: the article without what is elided before it. */
function bareWord(lower: string): string {
  return lower.replace(/^(?:d|qu)[’'](?=une?$)/, '');
}

/** The doublings of a text, in order; none that the grammar of `language` (as `en`) makes. */
export const doublingsIn = oncePerText(
  (text: string, language: string): readonly Doubling[] => {
    const words = Array.from(text.matchAll(word), (match) => ({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
    const follows = words.map(
      (one, i) => i > 0 && /^(?:[ \u00a0]|[ \t]*\r?\n[ \t]*)$/.test(text.slice(words[i - 1]!.end, one.start)),
    );
    const exempt = new Set([...(grammatical[language] ?? []), ...always]);
    const found: Doubling[] = [];
    for (let at = 0; at < words.length; at++) {
      const length = [1, 2, 3].find((count) => count <= longestPhrase && isDoubled(at, count));
      if (length === undefined) continue;
      const [first, second] = [
        { start: words[at]!.start, end: words[at + length - 1]!.end },
        { start: words[at + length]!.start, end: words[at + 2 * length - 1]!.end },
      ];
      const goesOn = words[at + 2 * length]?.lower === words[at]!.lower && follows[at + 2 * length];
      if (!goesOn) found.push({ first, second });
      at += 2 * length - 1;
    }
    return found;

    function isDoubled(at: number, count: number): boolean {
      if (at + 2 * count > words.length) return false;
      for (let i = 0; i < count; i++) if (bareWord(words[at + i]!.lower) !== words[at + count + i]!.lower) return false;
      for (let i = 1; i < 2 * count; i++) if (!follows[at + i]) return false;
      const phrase = words.slice(at, at + count);
      if (phrase.some((one) => /\p{N}/u.test(one.text))) return false;
      // Names and slogans: Duran Duran, New New.
      if (phrase.every((one) => /^\p{Lu}/u.test(one.text)) && /^\p{Lu}/u.test(words[at + count]!.text)) return false;
      const letters = phrase.reduce((sum, one) => sum + one.text.length, 0);
      return count === 1 ? letters >= fewestLetters && !exempt.has(phrase[0]!.lower) : letters >= fewestOfPhrase - 1;
    }
  },
  (language) => language,
);
