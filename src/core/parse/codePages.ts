// The encodings that UTF-8 is read as by mistake, and which of their marks can stand together in a whole text.

/** An encoding of one byte a character. */
export interface CodePage {
  readonly name: 'Mac Roman' | 'Windows-1252';
  /** The byte of a character from 80 to FF; undefined for all others. */
  byteOf(character: string): number | undefined;
  /** Whether `characters`, which could be one character's bytes, can stand so in a text that is whole, behind `before` and in front of `behind`. */
  isUsual(characters: string, before: string, behind: string): boolean;
}

/** After https://encoding.spec.whatwg.org/#index-macintosh. Decoded at one go, which costs a start far less than one by one. */
const macRomanBytes = new Map(
  Array.from(
    new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
    (character, i) => [character, 128 + i],
  ),
);
/** Bytes C7 to D5 and some others: marks that stand right before a letter or a sign in whole texts. */
const usualLeads = new Set('’‘“”«»‹›–—…\u00a0€ÀÃÕﬁﬂ');

export const macRoman: CodePage = {
  name: 'Mac Roman',
  byteOf: (character) => macRomanBytes.get(character),
  isUsual: (characters) => characters.length === 2 && usualLeads.has(characters[0]!),
};

/** Bytes 80 to 9F, written out because Node 20 takes Windows-1252 for Latin-1; a space for those that have no character. */
const windowsMarks = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** Latin-1, whose bytes 80 to 9F are control characters, is read along: no text means those. The rest is Unicode's. */
const windowsBytes = new Map<string, number>([
  ...Array.from({ length: 128 }, (_, i): [string, number] => [String.fromCharCode(0x80 + i), 0x80 + i]),
  ...Array.from(windowsMarks, (mark, i): [string, number] => [mark, 0x80 + i]).filter(([mark]) => mark !== ' '),
]);
/** What stands right behind a letter in whole texts. */
const closing = /^[…–—‘’“”«»‹›„‚\u00a0\u00ad]+$/;
const sign = /^[…–—‘’“”«»‹›„‚\u00a0\u00ad©®™°²³¹ªº§¶·•†‡¡¿£€¢¥]+$/;

export const windows1252: CodePage = {
  name: 'Windows-1252',
  byteOf: (character) => windowsBytes.get(character),
  // `É…` and `CAFÉ©` can be meant; `dÃ©jÃ` cannot, with its capital inside a word.
  isUsual(characters, before, behind) {
    const isInside = /\p{Ll}/u.test(before) && /\p{Lu}/u.test(characters[0]!);
    const signs = characters.slice(1);
    return (
      !isInside && (closing.test(signs) || (characters.length === 2 && sign.test(signs) && !/\p{Ll}/u.test(behind)))
    );
  },
};
