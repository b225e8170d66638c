// Defects of typography, which look alike in most languages: words and spaces twice, characters that nobody sees.
import type { DefectKind } from '../defect.js';
import { couplesOf, one, plainWords } from '../places.js';

function atWord(id: string, says: string, foundBy: readonly string[], fits: RegExp, rewrite: (word: string) => string): DefectKind {
  return {
    id, says, foundBy,
    plant(bed) {
      const words = couplesOf(bed, 'paragraph', 'list-item').flatMap(({ target }) => plainWords(bed.target, target));
      const word = one(bed.random, words.filter(({ text }) => fits.test(text)));
      return word && { edits: [{ span: word, newText: rewrite(word.text) }] };
    },
  };
}

export const typographyKinds: readonly DefectKind[] = [
  atWord('double-word', 'a word twice', ['doubled-word', 'doubled-words'], /^(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}){4,}$/u, (word) => `${word} ${word}`),
  atWord('invisible', 'a zero-width space inside a word', ['invisible-character', 'invisible-characters'], /^\p{Script=Latin}{4,}$/u, (word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`),
];
