// Digits of every script, read as ASCII ones.

let cachedValues: ReadonlyMap<string, number> | undefined;

/** What each digit is worth, in all numbering systems that Intl knows. */
function values(): ReadonlyMap<string, number> {
  if (cachedValues) return cachedValues;
  const known = new Map<string, number>();
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
    for (let value = 0; value < 10; value++) {
      const digit = format.format(value);
      if (/^\p{Nd}$/u.test(digit)) known.set(digit, value);
    }
  }
  return (cachedValues = known);
}

/** `text` with its digits in ASCII: `٤٠٠٠` and `４０００` are `4000`. Digits beyond the BMP stay. */
export function withAsciiDigits(text: string): string {
  return /^[\x00-\x7f]*$/.test(text)
    ? text
    : text.replace(/\p{Nd}/gu, (digit) => (digit.length > 1 ? digit : String(values().get(digit) ?? digit)));
}

/** The ASCII digits of `text` in the script of the first digit of `like`. */
export function withDigitsLike(text: string, like: string): string {
  const sample = /\p{Nd}/u.exec(like)?.[0];
  const value = sample === undefined || /\d/.test(sample) ? undefined : values().get(sample);
  if (sample === undefined || value === undefined) return text;
  const zero = sample.codePointAt(0)! - value;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
