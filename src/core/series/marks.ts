// What differs from issue to issue as a matter of course, dates and numbers, replaced by marks that can be filled again.
import { datesIn } from '../text/dates.js';
import { calendarNames } from '../text/monthNames.js';
import { dateOf, dayOf } from './calendar.js';

/** What an issue is known by. */
export interface Occasion {
  readonly number: number | undefined;
  /** `2026-03-08`. */
  readonly date: string | undefined;
  /** BCP 47, for the names of months. */
  readonly locale: string | undefined;
}

// A mark is `open`, what it stands for, `close`: “d” with the days from the date and the date's form, or “n”
// with the numbers from the issue's own and the digits it is filled up to. No text has these characters.
const [open, close] = ['\u0001', '\u0002'];
const markPattern = /\u0001([dn])(-?\d+):([^\u0002]*)\u0002/g;

/** Dates further off are no part of the issue's own. */
const farthest = 60;

/**
 * `text` of the issue `of` with its dates and numbers marked.
 *
 * @param where in a `name`, which is an address or a field's value, years and months count too, and numbers behind letters
 */
export function mark(text: string, of: Occasion, where: 'name' | 'prose'): string {
  const clean = text.replace(/[\u0001\u0002]/g, '');
  const dated = of.date === undefined ? clean : markDates(clean, of.date, of.locale, where);
  return of.number === undefined ? dated : outsideMarks(dated, (part) => markNumber(part, of.number!, where));
}

/** What `marked` is for another issue; the marks of which it has none are left out. */
export function fill(marked: string, of: Occasion): string {
  const day = of.date === undefined ? undefined : dayOf(of.date);
  return marked.replace(markPattern, (_all, kind: string, offset: string, form: string) => {
    if (kind === 'n')
      return of.number === undefined ? '' : String(of.number + Number(offset)).padStart(Number(form), '0');
    return day === undefined ? '' : written(dateOf(day + Number(offset)), form, of.locale);
  });
}

export function hasMark(marked: string): boolean {
  return marked.includes(open);
}

/** `text` without its marks. */
export function withoutMarks(marked: string): string {
  return marked.replace(markPattern, '');
}

function outsideMarks(text: string, change: (part: string) => string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: all } of text.matchAll(markPattern)) {
    out += change(text.slice(at, index)) + all;
    at = index + all.length;
  }
  return out + change(text.slice(at));
}

const numeric = /(?<!\d)((?:19|20)\d{2})([-_./]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)/g;

function markDates(text: string, date: string, locale: string | undefined, where: 'name' | 'prose'): string {
  const day = dayOf(date);
  if (day === undefined) return text;
  const mark = (all: string, written: string, form: string): string => {
    const other = dayOf(written);
    return other === undefined || Math.abs(other - day) > farthest ? all : `${open}d${other - day}:${form}${close}`;
  };
  const [year, month] = date.split('-') as [string, string];
  const found = text.replace(numeric, (all, y: string, between: string, m: string, d: string) =>
    between === '' && m.length + d.length < 4
      ? all
      : mark(
          all,
          `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
          `Y${between}${m.length === 2 ? 'MM' : 'M'}${between}${d.length === 2 ? 'DD' : 'D'}`,
        ),
  );
  const named = outsideMarks(found, (part) => markNamed(part, locale, mark));
  if (where === 'prose') return named;
  return outsideMarks(named, (part) =>
    part
      .replace(
        new RegExp(`(?<!\\d)${year}([-_./])${month}(?!\\d)`, 'g'),
        (_all, between: string) => `${open}d0:Y${between}MM${close}`,
      )
      .replace(new RegExp(`(?<![\\d\u0001])${year}(?!\\d)`, 'g'), `${open}d0:Y${close}`),
  );
}

/** “March 8, 2026”: what stands for year, month and day becomes part of the form. */
function markNamed(
  text: string,
  locale: string | undefined,
  mark: (all: string, written: string, form: string) => string,
): string {
  let out = '';
  let at = 0;
  for (const { span, year, options, name, daySpan, yearSpan } of datesIn(text, locale)) {
    const month = options[0]?.month;
    const date = options[0]?.days[0];
    if (!name || !daySpan || !yearSpan || year === undefined || month === undefined || date === undefined) continue;
    const parts = [
      [name.span, `N${name.style}`],
      [daySpan, text.slice(daySpan.start, daySpan.end).length === 2 && date < 10 ? 'DD' : 'D'],
      [yearSpan, 'Y'],
    ] as const;
    let form = '';
    let from = span.start;
    for (const [part, sign] of [...parts].sort((a, b) => a[0].start - b[0].start)) {
      form += `${quote(text.slice(from, part.start))}${sign}`;
      from = part.end;
    }
    const all = text.slice(span.start, span.end);
    out +=
      text.slice(at, span.start) +
      mark(all, `${year}-${two(month)}-${two(date)}`, form + quote(text.slice(from, span.end)));
    at = span.end;
  }
  return out + text.slice(at);
}

function quote(text: string): string {
  return text === '' ? '' : `'${text}'`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function written(date: string, form: string, locale: string | undefined): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return form.replace(/'([^']*)'|Y|MM|M|DD|D|N(\d)/g, (sign, quoted: string | undefined, style: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (style !== undefined)
      return (
        calendarNames(locale ?? 'en').monthName(month, Number(style)) ??
        calendarNames('en').monthName(month, Number(style)) ??
        String(month)
      );
    return sign === 'Y'
      ? String(year)
      : sign === 'MM'
        ? two(month)
        : sign === 'M'
          ? String(month)
          : sign === 'DD'
            ? two(day)
            : String(day);
  });
}

/** The number, and the one before it, by which issues refer to the last one. */
function markNumber(text: string, number: number, where: 'name' | 'prose'): string {
  const before = where === 'name' ? '(?<![\\d.])' : '(?<![\\p{L}\\d.,-])';
  const pattern = (value: number): RegExp => new RegExp(`${before}0*${value}(?![\\p{L}\\d]|[.,:]\\d)`, 'gu');
  const put =
    (offset: number) =>
    (digits: string): string =>
      `${open}n${offset}:${digits.startsWith('0') ? digits.length : 0}${close}`;
  const own = text.replace(pattern(number), put(0));
  return number < 3 ? own : outsideMarks(own, (part) => part.replace(pattern(number - 1), put(-1)));
}
