// From a word that a reader points at to its place in the Markdown.

/** A word of a rendered text: the `nth` (from 0) that reads so. */
export interface ReadWord {
  readonly word: string;
  readonly nth: number;
}

/** What stands in the Markdown and is not read: addresses of links and pictures, labels of references, tags, comments. */
const unread =
  /!\[[^\]]*\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^\]\n]*\])?|\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\]\[[^\]\n]*\]|<!--[^]*?-->|<\/?[A-Za-z][^<>]*>/g;

/**
 * Where a word begins in `markdown`, in UTF-16 code units; the last that reads so where there are fewer, undefined
 * where there is none.
 */
export function placeOfWord(markdown: string, { word, nth }: ReadWord): number | undefined {
  if (word === '') return undefined;
  const read = markdown.replace(unread, (hidden) => ' '.repeat(hidden.length));
  const places = [...read.matchAll(wholeWords(word))].map(({ index }) => index);
  return places[Math.min(nth, places.length - 1)];
}

/** Matches `word` where it is no part of another. */
function wholeWords(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
}
