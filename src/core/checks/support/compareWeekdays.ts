// Weekdays of source and translation, where each of a unit's sides names one.
import { calendarKey, calendarNames } from '../../text/monthNames.js';
import type { Span } from '../../text/span.js';
import { oncePerText } from '../../text/remember.js';
import { unspaced } from '../../text/words.js';
import { perComparedUnit } from './comparedUnits.js';
import type { Readable } from './readable.js';

interface Weekday {
  readonly value: number;
  readonly span: Span;
}

/** The places of two weekdays that differ; units that name several, or the same one again, are left alone. */
export const compareWeekdays = perComparedUnit(
  (unit, { sourceLocale, targetLocale }): readonly { readonly source: Span; readonly target: Span }[] => {
    if (sourceLocale === undefined || targetLocale === undefined) return [];
    const sources = weekdaysOf(unit.source, sourceLocale);
    if (sources.length !== 1) return [];
    const targets = weekdaysOf(unit.target, targetLocale);
    const [source, target] = [sources[0], targets[0]];
    return source && target && targets.length === 1 && source.value !== target.value
      ? [{ source: source.span, target: target.span }]
      : [];
  },
);

function weekdaysOf(readables: readonly Readable[], locale: string): Weekday[] {
  return readables.flatMap(({ text, place }) =>
    weekdaysIn(text, locale).map(({ value, span }) => ({ value, span: place(span) })),
  );
}

/** Their spans count in `text`. */
const weekdaysIn = oncePerText(
  (text: string, locale: string): readonly Weekday[] => {
    const { weekdays } = calendarNames(locale);
    const names = [...weekdays].map(([name, { value, isCapital }]) => ({
      name: name.normalize('NFC'),
      value,
      isCapital,
    }));
    if (names.some(({ name }) => unspaced.test(name) || /\p{Script=Hangul}/u.test(name))) {
      return names.flatMap(({ name, value }) => {
        const at = text.indexOf(name);
        return at < 0 ? [] : [{ value, span: { start: at, end: at + name.length } }];
      });
    }
    return Array.from(text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?/gu)).flatMap((match) => {
      const found = weekdays.get(calendarKey(match[0]));
      if (!found || (found.isCapital && /^\p{Ll}/u.test(match[0]))) return [];
      return [{ value: found.value, span: { start: match.index, end: match.index + match[0].length } }];
    });
  },
  (locale) => locale,
);
