// The accident of the seeds: a text's UTF-8 is taken for Mac Roman and saved so.

const asMacRoman = new TextDecoder('macintosh');

/** `text` as it looks after the accident. */
export function damaged(text: string): string {
  return asMacRoman.decode(new TextEncoder().encode(text));
}
