// The size from which on a text is no newsletter issue, so that no post takes long or much memory.

/** UTF-16 code units. The longest real issue that we know has 56,000. */
const mostCharacters = 250_000;
/** A picture that is written out in its address is data, and cheap: its characters count apart. */
const picture = /data:image\/[\w.+-]{1,40};base64,[A-Za-z\d+/=]+/g;
const mostWithPictures = 4_000_000;
/** Every block has a line of its own. That issue has 900. */
const mostLines = 2_500;
const lineOfText = /[^ \t\r\n][^\r\n]*/g;
/** Signs that may be markup, and become nodes of the tree: emphasis, brackets, cells, entities. That issue has 1,500. */
const mostSigns = 25_000;
const sign = /[*_[\]`<!~|&\\]|\r(?!\n)/g;

/** The most that an issue has, for messages, tests and whoever asks for a file's size first. */
export const largest = {
  characters: mostCharacters,
  withPictures: mostWithPictures,
  lines: mostLines,
  signs: mostSigns,
} as const;

/**
 * Why `text` is not read as an issue, as the end of a sentence about the file: `has more than 2,500 lines of text, which is
 * too many for a newsletter issue.` Undefined if it may be read. Takes time linear in the text, and builds nothing.
 */
export function whyTooLarge(text: string): string | undefined {
  if (text.length > mostWithPictures) return tooMany(mostWithPictures, 'characters');
  if (text.length > mostCharacters && text.replace(picture, '').length > mostCharacters)
    return tooMany(mostCharacters, 'characters');
  if (hasMore(text, lineOfText, mostLines)) return tooMany(mostLines, 'lines of text');
  if (hasMore(text, sign, mostSigns)) return tooMany(mostSigns, 'signs of markup, such as * [ | and `');
  return undefined;
}

function tooMany(most: number, things: string): string {
  return `has more than ${most.toLocaleString('en')} ${things}, which is too many for a newsletter issue.`;
}

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  if (text.length <= most) return false;
  pattern.lastIndex = 0;
  for (let count = 0; count <= most; count++) if (!pattern.test(text)) return false;
  return true;
}
