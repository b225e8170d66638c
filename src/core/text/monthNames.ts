// Names of months and weekdays in a language, from Intl, in all forms that dates use.
import { fold, unspaced } from './words.js';

/** A name as it is written in dates. */
export interface CalendarName {
  /** Month 1 to 12, or weekday 1 (Monday) to 7. */
  readonly value: number;
  /** In which of its forms, so that another name can be put in the same one. */
  readonly style: number;
  /** Whether the language writes it with a capital. */
  readonly isCapital: boolean;
}

/** The names of one language. */
export interface CalendarNames {
  /** By the name, folded, without a full stop. */
  readonly months: ReadonlyMap<string, CalendarName>;
  readonly weekdays: ReadonlyMap<string, CalendarName>;
  /** Month `value` as the form `style` has it. */
  monthName(value: number, style: number): string | undefined;
}

const monthStyles: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'long' },
  { month: 'short', day: 'numeric', year: 'numeric' },
  { month: 'short' },
];
const shortest = 3;
const memory = new Map<string, CalendarNames>();

/** The names that Intl has for `locale`, in the Gregorian calendar. Names with digits (“3月”, “tháng 3”) are none. */
export function calendarNames(locale: string): CalendarNames {
  let names = memory.get(locale);
  if (!names) memory.set(locale, (names = collect(locale)));
  return names;
}

function collect(locale: string): CalendarNames {
  const byStyle = monthStyles.map((options) =>
    Array.from({ length: 12 }, (_, month) => part(locale, options, 'month', new Date(Date.UTC(2020, month, 15)))),
  );
  const months = new Map<string, CalendarName>();
  byStyle.forEach((names, style) =>
    names.forEach((name, i) => add(months, name, { value: i + 1, style, isCapital: isCapital(name) })),
  );
  const weekdays = new Map<string, CalendarName>();
  for (let day = 1; day <= 7; day++) {
    const name = part(locale, { weekday: 'long' }, 'weekday', new Date(Date.UTC(2020, 5, day)));
    add(weekdays, name, { value: day, style: 0, isCapital: isCapital(name) });
  }
  return { months, weekdays, monthName: (value, style) => byStyle[style]?.[value - 1]?.replace(/\.$/, '') };
}

function isCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

function part(locale: string, options: Intl.DateTimeFormatOptions, type: 'month' | 'weekday', date: Date): string {
  const parts = new Intl.DateTimeFormat(locale, {
    ...options,
    calendar: 'gregory',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  }).formatToParts(date);
  return parts.find((one) => one.type === type)?.value ?? '';
}

function add(names: Map<string, CalendarName>, name: string, value: CalendarName): void {
  const key = calendarKey(name);
  const isShort = key.length < (unspaced.test(key) || /\p{Script=Hangul}/u.test(key) ? 2 : shortest);
  if (!isShort && !/\p{Nd}/u.test(key) && !names.has(key)) names.set(key, value);
}

/** How a name is looked up. */
export function calendarKey(name: string): string {
  return fold(name.replace(/\.$/, ''));
}
