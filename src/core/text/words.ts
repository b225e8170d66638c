// Words, numbers and emoji of a text, in any script.

/** A word as it stands, and where: UTF-16 code units in the text that was given. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** A character of a script that writes without spaces. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A run of such characters, or of others. */
export const unspacedOrNot = new RegExp(`${unspaced.source}+|[^${unspaced.source.slice(1)}+`, 'gu');
/** A word of a script with spaces, or a run of characters of one without. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'\-.+#&/][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*[+#]*/gu;

/** Text whose letters and digits are all Latin ones, without combining marks: most of what there is. */
export const latin = /^[\0-\u024f\u2010-\u203b\u20a0-\u20bf]*$/;
const latinCharacters = 'A-Za-z\\d\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f';
/** What `wordPattern` finds in such text, several times faster. */
export const latinWord = new RegExp(`[${latinCharacters}]+(?:[’'\\-.+#&/][${latinCharacters}]+)*[+#]*`, 'g');

/** The words of `text`, in order. Scripts that write without spaces are cut by Intl.Segmenter. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const spaced = !unspaced.test(text);
  for (const match of text.matchAll(wordPattern)) {
    if (spaced || !unspaced.test(match[0])) words.push({ text: match[0], start: match.index });
    else
      for (const part of segmenter().segment(match[0]))
        if (part.isWordLike) words.push({ text: part.segment, start: match.index + part.index });
  }
  return words;
}

let cachedSegmenter: Intl.Segmenter | undefined;
function segmenter(): Intl.Segmenter {
  return (cachedSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' }));
}

/** A text of ASCII characters alone, which need no folding. */
export const ascii = /^[\0-\x7f]*$/;

/** A text of letters with spaces between words, and of usual punctuation: no emoji, no Chinese. */
const plain = /^[\0-\xa8\xaa-\xad\xaf-\u0dff\u2010-\u203b\u20a0-\u20bf]*$/;

/** Latin letters and the marks that are put on them. */
const latinMarks = /^[\0-\u02ff\u0300-\u036f\u2010-\u2044]*$/;

/** Lower case, without accents, so that `Compréhension` and `comprehension` are one. */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const parts = word.normalize('NFKD');
  return (latinMarks.test(parts) ? parts.replace(/[\u0300-\u036f]/g, '') : parts.replace(/\p{M}/gu, '')).toLowerCase();
}

/** One emoji: a flag, or a picture with what changes or joins it. */
export const emojiPattern =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*)*/gu;

/** The emoji of `text`, each as often as it stands, without variation selectors. */
export function emojiOf(text: string): string[] {
  if (plain.test(text)) return [];
  return (text.match(emojiPattern) ?? [])
    .filter((emoji) => !/^[©®™]$/u.test(emoji))
    .map((emoji) => emoji.replaceAll('\ufe0f', ''));
}

/**
 * How much room a text takes, comparable across scripts: a Chinese character says about as much as 2.7 Latin letters, a
 * sign of a syllable less: katakana least, which spell what is borrowed.
 */
export function textWeight(text: string): number {
  if (plain.test(text) || !unspaced.test(text)) return text.length;
  let weight = 0;
  for (const character of text) weight += !unspaced.test(character) ? 1 : katakana.test(character) ? 1.4 : 2.7;
  return weight;
}

const katakana = /\p{Script=Katakana}/u;
