// Sentences of a text, in any script, by their closing marks.
import { oncePerText } from './remember.js';

/** A sentence as it stands, and where: UTF-16 code units in the text that was given. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** Closing marks, and what may stand between them and the next sentence. Marks of scripts without spaces need none. */
const ending =
  /(?<![.!?…؟۔।॥])[.!?…؟۔।॥]+["”’»)\]*_]*(?=\s)\s+|[。！？｡]+["”’」』）)\]*_]*\s*|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/gu;
/** What ends in a full stop without ending a sentence: initials, `e.g.`, `et al.`, `vs.`, ordinals. */
const abbreviation =
  /(?:^|[\s("“‘«\p{Ps}])(?:\p{L}\.|(?:\p{L}\.){2,}|\p{L}\.\p{L}\.|al\.|etc\.|vs\.|cf\.|ex\.|Fig\.|fig\.|No\.|no\.|Mr\.|Dr\.|approx\.|\d{1,3}\.)$/u;
/** Looked at before a full stop; no abbreviation is longer. */
const longestAbbreviation = 12;

/** The sentences of `text`, in order, white space around them left out. A blank line ends one; a single line break does not. */
export const sentencesOf = oncePerText((text: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const sentence = text.slice(start, end);
    const trimmed = sentence.trim();
    if (trimmed !== '') sentences.push({ text: trimmed, start: start + sentence.indexOf(trimmed) });
    start = end;
  };
  for (const { index, 0: mark } of text.matchAll(ending)) {
    const end = index + mark.length;
    if (
      mark.startsWith('.') &&
      !mark.startsWith('..') &&
      abbreviation.test(text.slice(Math.max(start, index - longestAbbreviation), index + 1))
    )
      continue;
    close(end);
  }
  close(text.length);
  return sentences;
});
