// Defects of typography: words, spaces and marks twice or lost, marks of another language, characters that nobody sees.
import { languageOf } from '../../../../src/core/language/locale.js';
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectKind, Planting } from '../defect.js';
import { couplesOf, one, plainWords, rawOf, textsOutsideLinks } from '../places.js';

/** Languages in which a doubled word is a slip, not a form of the word. */
const undoubled = /^(?:en|fr|es|pt|it|de)$/;
/** Words that no grammar doubles. */
const smallWords = /^(?:de|le|les|un|une|des|du|el|los|las|por|para|avec|pour|dans|uma|com|and|the|with)$/;

function atWord(
  id: string,
  says: string,
  foundBy: readonly string[],
  fits: RegExp,
  rewrite: (word: string) => string,
  languages = /./,
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed) {
      if (!languages.test(languageOf(bed.locales.target))) return undefined;
      const words = couplesOf(bed, 'paragraph', 'list-item').flatMap(({ target }) =>
        rawOf(bed.target, target).includes('<') ? [] : plainWords(bed.target, target),
      );
      const word = one(
        bed.random,
        words.filter(({ text }) => fits.test(text)),
      );
      return (
        word && {
          edits: [{ span: word, newText: rewrite(word.text) }],
          place: { start: word.start - 1, end: word.end + 1 },
        }
      );
    },
  };
}

/** A defect at what `pattern` matches in running text. */
function atMark(
  id: string,
  says: string,
  foundBy: readonly string[],
  pattern: RegExp,
  rewrite: (mark: string) => string,
  languages = /./,
  besides?: readonly string[],
  severity?: Planting['severity'],
): DefectKind {
  return {
    id,
    says,
    foundBy,
    ...(besides ? { besides } : {}),
    plant(bed) {
      if (!languages.test(languageOf(bed.locales.target))) return undefined;
      const found = couplesOf(bed, 'paragraph', 'list-item').flatMap(({ source, target }) =>
        textsOutsideLinks(target).flatMap(({ start, end }) =>
          [...bed.target.text.slice(start, end).matchAll(pattern)].map(
            (match): { source: Span; span: Span; text: string; block: Span } => ({
              source: source.span,
              text: match[0],
              block: target.span,
              span: { start: start + match.index, end: start + match.index + match[0].length },
            }),
          ),
        ),
      );
      const chosen = one(bed.random, found);
      return (
        chosen && {
          edits: [{ span: chosen.span, newText: rewrite(chosen.text) }],
          source: chosen.source,
          place: chosen.block,
          ...(severity ? { severity } : {}),
        }
      );
    },
  };
}

export const typographyKinds: readonly DefectKind[] = [
  atWord('double-word', 'a small word twice', ['doubled-words'], smallWords, (word) => `${word} ${word}`, undoubled),
  atMark('double-space', 'a space twice', ['doubled-spaces'], /(?<=\p{L}) (?=\p{L})/gu, () => '  '),
  atWord(
    'invisible',
    'a zero-width space inside a word',
    ['invisible-characters'],
    /^\p{Script=Latin}{4,}$/u,
    (word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`,
  ),
  atMark(
    'double-mark',
    'a comma twice',
    ['doubled-punctuation'],
    /(?<=\p{L}), (?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}])[，、](?=[\p{Script=Han}\p{Script=Hiragana}])/gu,
    (mark) => mark[0]! + mark,
  ),
  atMark(
    'lost-quote',
    'a closing quotation mark lost',
    ['unbalanced-quotes'],
    /(?<=[\p{L}.])\s?[»”](?=[\s.,])/gu,
    () => '',
  ),
  atMark('lost-opening-mark', 'Spanish without ¿ or ¡', ['spanish-opening-marks'], /[¿¡]/g, () => '', /^es$/),
  atMark(
    'lost-french-space',
    'French without the space before ; ! ?',
    ['french-spacing'],
    /(?<=\p{Ll}{3})[ \u00a0\u202f](?=[;!?] )/gu,
    () => '',
    /^fr$/,
  ),
  atMark(
    'narrow-mark',
    'a narrow comma among Chinese or Japanese',
    ['full-width-punctuation'],
    /(?<=\p{Script=Han})[，、](?=\p{Script=Han})/gu,
    () => ',',
    /^(?:zh|ja)$/,
  ),
];

/** For what is off by default: the check is switched on first. */
export const optionalKinds: readonly DefectKind[] = [
  atMark(
    'breaking-space',
    'an ordinary space where French has a no-break one (check switched on)',
    ['french-no-break-spaces'],
    /(?<=\p{L})[\u00a0\u202f](?=[;:!?])/gu,
    () => ' ',
    /^fr$/,
    [],
    { 'french-no-break-spaces': 'hint' },
  ),
];
