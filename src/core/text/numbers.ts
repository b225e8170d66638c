// Numbers in running text, with all that each can mean: 40,000, 40 000, 40.000, ４００００, ٤٠٠٠٠ and 4万 are one.
import { withAsciiDigits } from './digits.js';
import { multiplierKey, multipliersOf, type Multipliers } from './multipliers.js';
import type { Span } from './span.js';
import { oncePerText } from './remember.js';
import { unspaced } from './words.js';

/** A number as it stands in a text. */
export interface NumberInText {
  /** All of it, its multiplier included. */
  readonly span: Span;
  /** Its digits and the signs between them. */
  readonly digits: Span;
  /** As it is written, in lower case, with ASCII digits and plain spaces. */
  readonly raw: string;
  /** What it may be worth: `1.500` is 1500 or 1.5, `1990s` 1990 or 90. */
  readonly readings: ReadonlySet<string>;
  /** Without its multiplier; the same as `readings` where it has none. */
  readonly bases: ReadonlySet<string>;
  readonly isMultiplied: boolean;
  /** Whether it is a percentage, which is not told in words where the source has it in digits. */
  readonly isPercentage: boolean;
  /** Where it may just as well be several numbers, as `2 000` may be: these. */
  readonly parts: readonly NumberInText[];
  /** Whether it is a time of day, a size with its unit, or another thing that languages write each in its own way. */
  readonly isLoose: boolean;
}

const numeral =
  /\p{Nd}+(?:[.,'’٫٬]\p{Nd}+)*(?:(?:(?:[ \u2000-\u200a\u202f]|\u00a0{1,6})\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?)?/gu;
/** A year without its century, ’26, with one sign before it. */
const shortYear = /^(?:[^\p{L}\p{N}])?['’‘]\p{Nd}{2}$/u;
/** Scripts whose letters may stand right before a number without making it a name: no spaces, or prefixes. */
const mayPrecede =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * The numbers of a text, in order. Digits that belong to a name (`GPT-2`, `x86`, `3D`) are none.
 *
 * @param text where characters are hidden (U+0000), nothing stands
 * @param locale BCP 47; English multipliers are understood everywhere
 */
export const numbersIn = oncePerText(
  (text: string, locale: string = 'en'): readonly NumberInText[] => {
    const multipliers = multipliersOf(locale);
    const found: NumberInText[] = [];
    const pattern = new RegExp(numeral);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      let written = match[0];
      const space = written.search(/[ \u00a0\u2000-\u200a\u202f]/);
      if (space > 3 || /[.,'’٫٬]/.test(written.slice(0, Math.max(0, space)))) written = written.slice(0, space);
      pattern.lastIndex = match.index + written.length;
      const end = nameEnd(text, match.index, pattern.lastIndex, multipliers);
      if (end === undefined) found.push(numberAt(text, match.index, written, multipliers));
      else pattern.lastIndex = end;
      if (found.length > 0) pattern.lastIndex = Math.max(pattern.lastIndex, found.at(-1)!.digits.end);
    }
    return joined(found, text).map((number, i, all) => withNextMultiplier(number, all[i + 1], text));
  },
  (locale) => locale ?? '',
);

// eslint-disable-next-line regexp/no-super-linear-move -- asked of 24 characters
const nameWithHyphen = /\p{Lu}[\p{L}\p{N}]*[-‑–]$/u;

/** The end of the name that the digits from `start` to `end` are part of; undefined if they are a number. */
function nameEnd(text: string, start: number, end: number, multipliers: Multipliers): number | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const run = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(end, end + 40))![0];
  const other = run.search(mayPrecede);
  const behind = other < 0 ? run : run.slice(0, other);
  const nameBefore = /[\p{L}\p{M}_]$/u.test(before)
    ? !mayPrecede.test(before.at(-1)!)
    : nameWithHyphen.test(before) || /(?:[@/\\=&+^]|(?<!\p{Nd})~)[\p{L}\p{N}._-]*$/u.test(before);
  if (nameBefore) return end + behind.length;
  const letters = /^[\p{L}\p{M}]+/u.exec(behind)?.[0] ?? '';
  if (letters === '' || multipliers.words.has(multiplierKey(letters))) return undefined;
  if (behind.length > letters.length && !/^h\d\d$/i.test(behind)) return end + behind.length;
  return undefined;
}

function numberAt(text: string, start: number, written: string, multipliers: Multipliers): NumberInText {
  const end = start + written.length;
  const behind = text.slice(end, end + 40);
  const multiplied =
    multiplierBehind(behind, multipliers) ?? ofMoney(text.slice(Math.max(0, start - 2), start), behind);
  const bases = readingsOf(withAsciiDigits(written), behind);
  if (shortYear.test(text.slice(Math.max(0, start - 2), end)))
    for (const century of ['19', '20']) bases.add(century + withAsciiDigits(written));
  const span = { start, end: end + (multiplied?.length ?? 0) };
  const readings = multiplied ? new Set([...bases].map((base) => canonical(Number(base) * multiplied.value))) : bases;
  const parts = /[ \u00a0\u2000-\u200a\u202f]/.test(written) ? partsOf(text, start, written, multipliers) : [];
  return {
    span,
    digits: { start, end },
    raw: rawOf(text.slice(span.start, span.end)),
    readings,
    bases,
    isMultiplied: multiplied !== undefined,
    parts,
    isPercentage:
      /^[ \u00a0\u202f]?(?:[%٪％‰]|per ?cent\b)/u.test(behind) ||
      /[%٪％]$/u.test(text.slice(Math.max(0, start - 1), start)),
    isLoose: isLoose(text.slice(Math.max(0, start - 4), start), written, behind, multiplied !== undefined),
  };
}

function rawOf(written: string): string {
  return withAsciiDigits(written).replace(/\s/g, ' ').toLowerCase();
}

function partsOf(text: string, start: number, written: string, multipliers: Multipliers): NumberInText[] {
  return Array.from(written.matchAll(/[^ \u00a0\u2000-\u200a\u202f]+/g), (part) =>
    numberAt(text, start + part.index, part[0], multipliers),
  );
}

/** Times of day (10:30, 3 pm, 15h), sizes (5G), clock zones (+2): compared, but never told to be missing. */
function isLoose(before: string, written: string, behind: string, isMultiplied: boolean): boolean {
  return (
    /\p{Nd}[:：]$/u.test(before) ||
    /^[:：]\p{Nd}/u.test(behind) ||
    /[+~^]$/.test(before) ||
    /^[x×*/]\p{Nd}/iu.test(behind) ||
    /\p{Nd}[x×*/]$/iu.test(before) ||
    (/^s\b/.test(behind) && !/^\p{Nd}{4}$/u.test(written)) ||
    /^\s?(?:[ap]m\b|[ap]\.m\.|h\b|h\d|uhr\b|時|点|點|시)/iu.test(behind) ||
    (!isMultiplied && /^\p{Lu}/u.test(behind) && !/^[KMGT]i?B\b/.test(behind)) ||
    isList(written)
  );
}

/** `10,20,30` without spaces. */
function isList(written: string): boolean {
  return /^\p{Nd}+(?:,\p{Nd}+){2,}$/u.test(written) && !/^\p{Nd}{1,3}(?:,\p{Nd}{2,3})*,\p{Nd}{3}$/u.test(written);
}

function multiplierBehind(
  behind: string,
  { words, unspaced: signs }: Multipliers,
): { value: number; length: number } | undefined {
  if (signs) {
    let [length, value] = [/^\s?/.exec(behind)![0].length, 1];
    for (let sign = signs.exec(behind.slice(length)); sign; sign = signs.exec(behind.slice(length))) {
      value *= words.get(sign[0])!;
      length += sign[0].length;
    }
    if (value > 1) return { value, length };
  }
  const next = /^([ \u00a0\u202f-]?|[^\S\n]*\n\s*)([\p{L}\p{M}]+\.?)(?:[ \u00a0\u202f]([\p{L}\p{M}]+))?/u.exec(behind);
  if (!next) return undefined;
  const [, gap, word, second] = next as unknown as [string, string, string, string | undefined];
  const two = second === undefined ? undefined : words.get(multiplierKey(`${word} ${second}`));
  if (two !== undefined) return { value: two, length: next[0].length };
  const one = words.get(multiplierKey(word));
  // “5 M” and “3 B” with a space may be anything.
  if (one === undefined || (gap !== '' && /^[A-Za-z]$/.test(word))) return undefined;
  return { value: one, length: gap.length + word.length };
}

/** The m of $5m, which is a metre elsewhere, and the b of €5b. */
function ofMoney(before: string, behind: string): { value: number; length: number } | undefined {
  const sign = /\p{Sc} ?$/u.test(before) ? /^[mb](?![\p{L}\p{N}])/u.exec(behind)?.[0] : undefined;
  return sign === undefined ? undefined : { value: sign === 'm' ? 1e6 : 1e9, length: 1 };
}

/** All that digits with signs between them may be worth; versions such as `2.1.0` are worth themselves. */
function readingsOf(written: string, behind: string): Set<string> {
  const plain = written.replaceAll('٫', '.').replaceAll('٬', ',').replace(/\s+|’/g, "'"); // an entity, `&nbsp;`, is several spaces here
  const readings = new Set<string>();
  const signs = plain.match(/[.,']/g) ?? [];
  const distinct = new Set(signs);
  if (signs.length === 0) readings.add(canonical(plain));
  else if (distinct.size === 1) {
    const isGrouped = /^[1-9]\d{0,2}(?:[.,']\d{2,3})*[.,']\d{3}$/.test(plain);
    if (isGrouped) readings.add(canonical(plain.replace(/[.,']/g, '')));
    if (signs.length === 1 && signs[0] !== "'") readings.add(canonical(plain.replace(',', '.')));
    if (signs.length > 1 && !(isGrouped && signs[0] !== '.')) readings.add(plain.replaceAll(',', '.'));
  } else {
    const last = Math.max(...[...distinct].map((sign) => plain.lastIndexOf(sign)));
    readings.add(canonical(`${plain.slice(0, last).replace(/[.,']/g, '')}.${plain.slice(last + 1)}`));
  }
  const decade = /^(?:1[5-9]|20)\d0$/.test(plain) && /^(?:['’]?s\b|er|年代)/.test(behind);
  if (decade) readings.add(canonical(plain.slice(2)));
  return readings;
}

/** A value as text: no leading zeros, no closing ones behind the point; of very long numbers all digits. */
function canonical(value: string | number): string {
  if (typeof value === 'string' && /^\d{15,}$/.test(value)) return value.replace(/^0+(?=\d)/, '');
  return String(Number(Number(value).toPrecision(12)));
}

/** 4万5千 is one number, and 2억 4000만, which Korean writes with a space. */
function joined(numbers: readonly NumberInText[], text: string): NumberInText[] {
  const out: NumberInText[] = [];
  for (const number of numbers) {
    const before = out.at(-1);
    const touches =
      before?.isMultiplied && before.readings.size === 1 && number.readings.size === 1 && goesOn(before, number, text);
    if (!before || !touches) out.push(number);
    else {
      const sum = new Set([canonical(Number([...before.readings][0]) + Number([...number.readings][0]))]);
      const span = { start: before.span.start, end: number.span.end };
      out[out.length - 1] = {
        ...before,
        span,
        digits: span,
        raw: rawOf(text.slice(span.start, span.end)),
        readings: sum,
        bases: sum,
        parts: [],
      };
    }
  }
  return out;
}

/** Whether a number continues the multiplied one before it. */
function goesOn(before: NumberInText, number: NumberInText, text: string): boolean {
  const gap = text.slice(before.span.end, number.span.start);
  const last = text[before.span.end - 1]!;
  if (gap === '' && unspaced.test(last)) return true;
  const factor = Number([...before.readings][0]) / Number([...before.bases][0]);
  return (
    (gap === '' || gap === ' ') && hangul.test(last) && number.isMultiplied && Number([...number.readings][0]) < factor
  );
}

const hangul = /\p{Script=Hangul}/u;

/** What stands between the two ends of a range. */
const rangeGap = /^\s?(?:[-–—~〜～]|\p{L}{1,3})\s?$/u;

/** In “3 to 5 million” the three may be three million. */
function withNextMultiplier(number: NumberInText, next: NumberInText | undefined, text: string): NumberInText {
  if (
    number.isMultiplied ||
    !/^\d{1,3}(?:[.,]\d)?$/.test(number.raw) ||
    !next?.isMultiplied ||
    !rangeGap.test(text.slice(number.span.end, Math.min(next.span.start, number.span.end + 12)))
  )
    return number;
  const factor = Number([...next.readings][0]) / Number([...next.bases][0]);
  if (!Number.isFinite(factor)) return number;
  return {
    ...number,
    readings: new Set([...number.readings, ...[...number.bases].map((base) => canonical(Number(base) * factor))]),
  };
}

/** Whether two numbers may say the same. */
export function maySaySame(a: NumberInText, b: NumberInText): boolean {
  if (a.raw === b.raw || meet(a.readings, b.readings)) return true;
  return a.isMultiplied !== b.isMultiplied && meet(a.bases, b.bases);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
