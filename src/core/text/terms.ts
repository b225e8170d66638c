// Finding a term in a text as it may stand there: inflected, with other accents and capitals, in any script.
import { fold, unspaced, wordPattern } from './words.js';

/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * How much a word may differ from a term's: `exact` but for accents, capitals and a plural; `inflected` in whatever
 * its language does to the ends of words.
 */
export type TermTolerance = 'exact' | 'inflected';

/** Scripts that write articles, prepositions and case endings onto words. */
const agglutinated = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}]/u;
/** A word's ending has at most so many letters, and its stem at least so many. */
const longestEnding = 4;
const shortestStem = 4;
/** Of a longer word two letters may give way to an ending, of a shorter one one. */
const longWord = 7;

/** The places of `term` in `text`, in order, none overlapping. */
export function findTerm(text: string, term: string, tolerance: TermTolerance): TermPlace[] {
  const wanted = term.trim();
  if (wanted === '') return [];
  if (unspaced.test(wanted) || agglutinated.test(wanted)) return findCharacters(text, wanted);
  const parts = foldedWords(wanted);
  if (parts.length === 0) return [];
  const words = foldedWords(text);
  const places: TermPlace[] = [];
  for (let i = 0; i + parts.length <= words.length; i++) {
    const fits = parts.every(
      (part, n) =>
        isForm(words[i + n]!.folded, part.folded, tolerance) &&
        (n === 0 || isJoint(text.slice(words[i + n - 1]!.end, words[i + n]!.start))),
    );
    if (!fits) continue;
    places.push({ start: words[i]!.start, end: words[i + parts.length - 1]!.end });
    i += parts.length - 1;
  }
  return places;
}

/** What may stand between the words of a term: white space, a hyphen, signs of emphasis; no full stop, no comma. */
function isJoint(between: string): boolean {
  return /^[\s\u00a0*_\-‐‑\0]{1,8}$/.test(between);
}

interface FoldedWord extends TermPlace {
  readonly folded: string;
}

/** What a word is cut into: hyphens and apostrophes part it, and so do letters of another alphabet, as in `BERT模型`. */
const partsOfWord = /[\p{Script=Latin}\p{N}\p{M}.+#&/]+|[^\p{Script=Latin}\p{N}’'‐‑-]+/gu;

/** Words, cut so that `l’apprentissage` has `apprentissage`; not within `C++` or `U.S.`. */
function foldedWords(text: string): readonly FoldedWord[] {
  if (last?.text === text) return last.words;
  const words: FoldedWord[] = [];
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    for (const { 0: part, index: at } of found.matchAll(partsOfWord)) {
      words.push({ folded: fold(part), start: index + at, end: index + at + part.length });
    }
  }
  if (text.length > shortText) last = { text, words };
  return words;
}

/** One text is looked through for every term of a glossary. */
let last: { readonly text: string; readonly words: readonly FoldedWord[] } | undefined;
const shortText = 60;

function isForm(word: string, part: string, tolerance: TermTolerance): boolean {
  if (word === part) return true;
  if (tolerance === 'exact')
    return (
      word === `${part}s` ||
      word === `${part}es` ||
      part === `${word}s` ||
      (part.endsWith('y') && word === `${part.slice(0, -1)}ies`)
    );
  let same = 0;
  while (same < word.length && same < part.length && word[same] === part[same]) same++;
  return (
    same >= shortestStem &&
    word.length - same <= longestEnding &&
    part.length - same <= (part.length >= longWord ? 2 : 1)
  );
}

/** Without word boundaries. Folding keeps no offsets, so character by character. */
function findCharacters(text: string, term: string): TermPlace[] {
  const sought = foldedCharacters(term)
    .map(({ folded }) => folded)
    .join('');
  const characters = foldedCharacters(text);
  const whole = characters.map(({ folded }) => folded).join('');
  const places: TermPlace[] = [];
  // Folded characters can be longer than one unit: from a place in `whole` back to the character.
  const ofUnit: number[] = [];
  characters.forEach(({ folded }, i) => {
    for (let unit = 0; unit < folded.length; unit++) ofUnit.push(i);
  });
  for (let at = sought === '' ? -1 : whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length)) {
    places.push({ start: characters[ofUnit[at]!]!.start, end: characters[ofUnit[at + sought.length - 1]!]!.end });
  }
  return places;
}

interface FoldedCharacter extends TermPlace {
  readonly folded: string;
}

/** Characters that count; vowel signs, the Arabic tatweel and white space do not. */
function foldedCharacters(text: string): FoldedCharacter[] {
  const found: FoldedCharacter[] = [];
  let at = 0;
  for (const character of text) {
    const folded = /\s|\u0640/.test(character) ? '' : fold(character);
    if (folded !== '') found.push({ folded, start: at, end: at + character.length });
    else if (found.length > 0 && /\p{M}/u.test(character))
      found[found.length - 1] = { ...found.at(-1)!, end: at + character.length };
    at += character.length;
  }
  return found;
}
