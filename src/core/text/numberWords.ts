// Numbers in words: “dix” is 10 in French.
import { languageOf } from '../language/locale.js';
import { spelled, spelledNumbers } from './numberWordsData.js';
import { fold, unspaced } from './words.js';

/** What CLDR files under another code. */
const sameWords: Readonly<Record<string, string>> = { nb: 'no', tl: 'fil' };
/** Words of this length or longer are looked up by their beginning, as they are inflected. */
const shortestStem = 4;

const memory = new Map<string, ReadonlyMap<number, readonly string[]>>();

/** The words of each number that the language of `locale` is known to spell, folded; undefined if none are known. */
function wordsFor(locale: string): ReadonlyMap<number, readonly string[]> | undefined {
  const language = languageOf(locale);
  const line = spelled[sameWords[language] ?? language];
  if (line === undefined) return undefined;
  let words = memory.get(language);
  if (!words) {
    const parts = line.split(';');
    words = new Map(
      spelledNumbers.map((number, i) => [
        number,
        (parts[i] ?? '')
          .split('|')
          .filter((word) => word !== '')
          .map(fold),
      ]),
    );
    memory.set(language, words);
  }
  return words;
}

/** The words for one number in a language, folded, ordinals and inflections among them; empty if they are not known. */
export function wordsForNumber(value: number, locale: string): readonly string[] {
  return wordsFor(locale)?.get(value) ?? [];
}

/**
 * Whether a text may say a number in words: true as well if its words are not known in that language.
 *
 * @param folded the text, folded (see `fold`)
 */
export function maySay(value: number, folded: string, locale: string): boolean {
  const words = wordsFor(locale);
  if (!words) return true;
  const forms = words.get(value) ?? (value > 20 && value < 100 ? words.get(Math.floor(value / 10) * 10) : undefined);
  if (!forms || forms.length === 0) return value < 100;
  return forms.some((form) => saysWord(form, folded));
}

function saysWord(form: string, folded: string): boolean {
  if (unspaced.test(form) || /\p{Script=Hangul}/u.test(form)) return folded.includes(form);
  const stem = form.length > shortestStem + 1 ? form.slice(0, -1) : form;
  for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1)) {
    const isWhole = stem.length >= shortestStem || !/[\p{L}\p{M}]/u.test(folded[at + stem.length] ?? ' ');
    // Compounds such as “fünfzehnjährig” and “vingt-deux”, and clitics of Arabic and Hebrew, begin in the middle of a word.
    if (isWhole && (!/[\p{L}\p{M}]/u.test(folded[at - 1] ?? ' ') || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(form)))
      return true;
  }
  return false;
}
