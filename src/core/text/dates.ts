// Dates in running text, whatever their order: March 3, 2020; 3 mars 2020; 2020年3月3日; 2020-03-03.
import { withAsciiDigits } from './digits.js';
import { calendarKey, calendarNames, type CalendarNames } from './monthNames.js';
import type { Span } from './span.js';
import { oncePerText } from './remember.js';

/** A month, and a day in it or several: “8–9 February”. */
export interface MonthDays {
  readonly month: number;
  readonly days: readonly number[];
}

/** A date as it stands in a text. */
export interface DateInText {
  readonly span: Span;
  readonly year: number | undefined;
  /** What it may say: 3/4/2020 is in March or in April. */
  readonly options: readonly MonthDays[];
  /** The month’s name, and its form, where it has one. */
  readonly name: { readonly span: Span; readonly style: number } | undefined;
  readonly daySpan: Span | undefined;
  readonly yearSpan: Span | undefined;
}

/** Dates of `text` that have a month and besides it a day or a year, in order. Digits of every script count. */
export const datesIn = oncePerText(
  (text: string, locale: string | undefined): readonly DateInText[] => {
    const plain = withAsciiDigits(text);
    const found = [...eastern(plain), ...numeric(plain), ...named(plain, locale)].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
    let end = -1;
    return found.filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
  },
  (locale) => locale ?? '',
);

/** A year may have lost a figure. */
const easternDate =
  /(?:(?<!\d)(\d{3,4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일]?(?:\s?[-–—~～〜至到、及和と·]\s?(\d{1,2}))?\s?[日号號일])?/gu;
const isoDate = /(?<![\d./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)/g;
const shortDate = /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-]|\.\d)/g;

function eastern(text: string): DateInText[] {
  return Array.from(text.matchAll(easternDate)).flatMap((match) => {
    const [all, year, month, day, lastDay] = match;
    if (!isMonth(Number(month)) || (year === undefined && day === undefined)) return [];
    const days = [day, lastDay].filter((one) => one !== undefined).map(Number);
    return [
      {
        ...base(match.index, all),
        year: year === undefined ? undefined : Number(year),
        options: [{ month: Number(month), days }],
        ...spans(match, year, days.length === 1 ? day : undefined),
      },
    ];
  });
}

function numeric(text: string): DateInText[] {
  const iso = Array.from(text.matchAll(isoDate)).flatMap((match) => {
    const [all, year, , month, day] = match;
    const options = [{ month: Number(month), days: [Number(day)] }].filter(isPossible);
    return options.length > 0
      ? [{ ...base(match.index, all), year: Number(year), options, ...spans(match, year, undefined) }]
      : [];
  });
  const short = Array.from(text.matchAll(shortDate)).flatMap((match) => {
    const [all, a, , b, year] = match;
    const options = [
      { month: Number(a), days: [Number(b)] },
      { month: Number(b), days: [Number(a)] },
    ].filter(isPossible);
    return options.length > 0
      ? [{ ...base(match.index, all), year: Number(year), options, daySpan: undefined, yearSpan: undefined }]
      : [];
  });
  return [...iso, ...short];
}

function base(start: number, all: string): Pick<DateInText, 'span' | 'name'> {
  return { span: { start, end: start + all.length }, name: undefined };
}

/** Where year and day stand in a match; the year comes first in it. */
function spans(
  match: RegExpMatchArray,
  year: string | undefined,
  day: string | undefined,
): Pick<DateInText, 'daySpan' | 'yearSpan'> {
  const at = match.index!;
  const dayAt = day === undefined ? -1 : match[0].lastIndexOf(day);
  return {
    yearSpan: year === undefined ? undefined : { start: at, end: at + year.length },
    daySpan: day === undefined || dayAt < 0 ? undefined : { start: at + dayAt, end: at + dayAt + day.length },
  };
}

const word = /[\p{L}\p{M}]{2,20}(?:’\p{L}+)?/gu;
/** “3”, “3rd of”, “3º de”, “8–9”, “8 et 9”, right before a month. */
const dayBefore =
  /(?<![\d.,:/])(\d{1,2})(?:\.?\s?(?:[-–—~/]|\p{L}{1,3})\s?(\d{1,2}))?(?:\s?\p{L}{1,3}\b\.?|[.ºª°])?(?:\s\p{L}{1,3}|\sd[’'])?[\s.]*$/u;
/** “3”, “3rd”, “8–9”, right behind a month; no number that goes on or is a percentage. */
const dayBehind =
  /^\.?\s(?:the\s)?(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s?(?:[-–—~]|and|&)\s?(\d{1,2})(?:st|nd|rd|th)?)?(?![\d%\p{L}]|[.,:]\d)/u;
/** Four digits, or three of a year that lost one at the end of a sentence. */
const yearBehind =
  /^(?:\.|,)?(?:\s?,)?\s(?:\p{L}{1,3}\s)?((?:19|20)\d\d(?![\d%\p{L}]|[.,:]\d)|\d{4}(?=[.;)!?。]?(?:\s*$|\n)|[.;)!?。]\s)|(?:19|20)\d(?=\s*$|[.;)!?。](?:\s|$)))/u;
/** “2020. március 3.”, “2020 March 3”. */
const yearBefore = /(?<![\d.,:/])((?:19|20)\d\d)\.?(?:\s\p{L}{1,3}\.?)?\s$/u;

function named(text: string, locale: string | undefined): DateInText[] {
  const languages = [...(locale === undefined ? [] : [calendarNames(locale)]), calendarNames('en')];
  return Array.from(text.matchAll(word)).flatMap((match): DateInText[] => {
    const found = monthIn(match[0], languages);
    return found ? dateAround(text, match.index, match[0], found) : [];
  });
}

function monthIn(
  written: string,
  languages: readonly CalendarNames[],
): { value: number; style: number; length: number } | undefined {
  const key = calendarKey(written);
  for (const { months } of languages) {
    const found = months.get(key);
    // “may” and “march” are no months in a language that writes them with a capital.
    if (found && (!found.isCapital || !/^\p{Ll}/u.test(written))) return { ...found, length: written.length };
  }
  return undefined;
}

function dateAround(
  text: string,
  start: number,
  name: string,
  { value, style }: { value: number; style: number },
): DateInText[] {
  const end = start + name.length;
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 24);
  const following = dayBehind.exec(behind);
  // “Milestone 6 June 30, 2024”: a day that the year follows behind a comma is the date's, whatever stands before it.
  const first =
    following && /^,\s?(?:19|20)\d\d(?!\d)/.test(text.slice(end + following[0].length))
      ? undefined
      : dayBefore.exec(before);
  const second = first ? undefined : following;
  const days = [first?.[1] ?? second?.[1], first?.[2] ?? second?.[2]]
    .filter((day) => day !== undefined)
    .map(Number)
    .filter((day) => day >= 1);
  const dayEnd = second ? second[0].length : 0;
  const year = yearBehind.exec(text.slice(end + dayEnd, end + dayEnd + 16));
  const earlier = year || first ? undefined : yearBefore.exec(before);
  const written = year?.[1] ?? earlier?.[1];
  if (days.length === 0 && written === undefined) return [];
  const from = first ? start - before.length + first.index : earlier ? start - before.length + earlier.index : start;
  const to = year ? end + dayEnd + year[0].length : end + dayEnd;
  const dayText = first?.[1] ?? second?.[1];
  const dayAt = first ? from : second ? end + second[0].indexOf(second[1]!) : -1;
  const yearAt = year ? to - year[1]!.length : from;
  return [
    {
      span: { start: from, end: to },
      year: written === undefined ? undefined : Number(written),
      options: [{ month: value, days }],
      name: { span: { start, end }, style },
      daySpan: days.length === 1 && dayText !== undefined ? { start: dayAt, end: dayAt + dayText.length } : undefined,
      yearSpan: written === undefined ? undefined : { start: yearAt, end: yearAt + written.length },
    },
  ];
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isPossible({ month, days }: MonthDays): boolean {
  return isMonth(month) && days.every((day) => day >= 1 && day <= 31);
}

/** Whether two dates may be one: what both say is the same. */
export function mayBeSameDate(a: DateInText, b: DateInText): boolean {
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return false;
  return a.options.some((one) =>
    b.options.some((other) => one.month === other.month && sameDays(one.days, other.days)),
  );
}

function sameDays(a: readonly number[], b: readonly number[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((day) => b.includes(day));
}
