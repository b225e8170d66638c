// The accident of the seeds: a text's UTF-8 is taken for Mac Roman and saved so.

const asMacRoman = new TextDecoder('macintosh');

/** `text` as it looks after the accident. */
export function damaged(text: string): string {
  return asMacRoman.decode(new TextEncoder().encode(text));
}

/** Bytes 80 to 9F of Windows-1252. Node 20’s own decoder takes it for Latin-1. */
const windowsMarks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** `text` as it looks when its UTF-8 is taken for another encoding; for the real Latin-1, not what the web calls so. */
export function misread(text: string, as: 'macintosh' | 'windows-1252' | 'latin-1'): string {
  const bytes = new TextEncoder().encode(text);
  if (as === 'macintosh') return asMacRoman.decode(bytes);
  return Array.from(
    bytes,
    (byte) => (as === 'windows-1252' ? windowsMarks[byte - 0x80] : undefined) ?? String.fromCharCode(byte),
  ).join('');
}
