// Whether other words say the same: mended typos and grammar, which a translation has nothing of.
import leven from 'leven';
import { languageOf } from '../language/locale.js';

/** In shorter words one letter makes another word too easily. */
const leastLetters = 5;
/** The same for one vowel in the place of another. */
const leastLettersOfVowels = 7;
/** More words than this change how a sentence is built. */
const mostSmallWords = 3;

/**
 * Words that hold a sentence together and hardly ever change what it says, by language. Not among them: what denies,
 * counts, joins or leads somewhere. A language without a list has every word count.
 */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a an the of to in on at for with by as is are was were be been being has have had that this these those it its which who also'.split(
      ' ',
    ),
  ),
};

/**
 * Whether putting `added` in the place of `removed` mends spelling or grammar only. Words as `tokensOf` folds them.
 *
 * @param locale of the words, BCP 47; undefined if it is not known
 */
export function isSlight(removed: readonly string[], added: readonly string[], locale: string | undefined): boolean {
  if (isJoined(removed, added)) return true;
  const language = locale === undefined ? '' : languageOf(locale);
  const small = smallWords[language];
  if (
    small &&
    Math.max(removed.length, added.length) <= mostSmallWords &&
    [...removed, ...added].every((word) => small.has(word))
  )
    return true;
  if (removed.length !== added.length) return false;
  return removed.every(
    (old, i) => old === added[i] || isRespelled(old, added[i]!) || (language === 'en' && isInflected(old, added[i]!)),
  );
}

/** “e-mail” and “email”, “its” and “it's”; not “1.5” and “15”. */
function isJoined(removed: readonly string[], added: readonly string[]): boolean {
  const joined = (words: readonly string[]): string => words.join('').replace(/(?<=\p{L})['#/-]|['#/-](?=\p{L})/gu, '');
  return removed.length > 0 && added.length > 0 && /\p{L}/u.test(removed.join('')) && joined(removed) === joined(added);
}

/**
 * One letter too many, too few, at its neighbour's place, or one vowel for another. Any other letter in the place of
 * another makes “billion” of “million”.
 */
function isRespelled(old: string, now: string): boolean {
  if (/\d/.test(old + now) || Math.min(old.length, now.length) < leastLetters || old[0] !== now[0]) return false;
  if (old.length !== now.length) return Math.abs(old.length - now.length) === 1 && leven(old, now) === 1;
  const at = [...old].findIndex((letter, i) => letter !== now[i]);
  const [before, behind] = [old.slice(0, at), old.slice(at + 2)];
  if (before + (old[at + 1] ?? '') + old[at]! + behind === now) return true;
  const isVowel = /[aeiou]/.test(old[at]!) && /[aeiou]/.test(now[at]!);
  return isVowel && old.length >= leastLettersOfVowels && old.slice(at + 1) === now.slice(at + 1);
}

const endings = /^(?:|s|es|e|ing|y|ies)$/;
const leastStem = 4;

/** “comply”, “complies”, “complying”. A past is another thing. */
function isInflected(old: string, now: string): boolean {
  let same = 0;
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same++;
  return same >= leastStem && endings.test(old.slice(same)) && endings.test(now.slice(same));
}
