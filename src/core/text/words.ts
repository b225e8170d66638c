// Words, numbers and emoji of a text, in any script.

/** A word as it stands, and where: UTF-16 code units in the text that was given. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** A character of a script that writes without spaces. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A run of such characters, or of others. */
export const unspacedOrNot = new RegExp(`${unspaced.source}+|[^${unspaced.source.slice(1)}+`, 'gu');
/** A word of a script with spaces, or a run of characters of one without. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'\-.+#&/][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*[+#]*/gu;

/** The words of `text`, in order. Scripts that write without spaces are cut by Intl.Segmenter. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const spaced = !unspaced.test(text);
  for (const match of text.matchAll(wordPattern)) {
    if (spaced || !unspaced.test(match[0])) words.push({ text: match[0], start: match.index });
    else for (const part of segmenter().segment(match[0])) if (part.isWordLike) words.push({ text: part.segment, start: match.index + part.index });
  }
  return words;
}

let cachedSegmenter: Intl.Segmenter | undefined;
function segmenter(): Intl.Segmenter {
  return (cachedSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' }));
}

/** A text of ASCII characters alone, which need no folding. */
export const ascii = /^[\0-\x7f]*$/;

/** Lower case, without accents, so that `Compréhension` and `comprehension` are one. */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One emoji: a flag, or a picture with what changes or joins it. */
export const emojiPattern = /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*)*/gu;

/** The emoji of `text`, each as often as it stands, without variation selectors. */
export function emojiOf(text: string): string[] {
  return (text.match(emojiPattern) ?? [])
    .filter((emoji) => !/^[©®™]$/u.test(emoji))
    .map((emoji) => emoji.replaceAll('\ufe0f', ''));
}

/** How much room a text takes, comparable across scripts: a Chinese character says about as much as 2.7 Latin letters. */
export function textWeight(text: string): number {
  if (!unspaced.test(text)) return text.length;
  let weight = 0;
  for (const character of text) weight += unspaced.test(character) ? 2.7 : 1;
  return weight;
}
