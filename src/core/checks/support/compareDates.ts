// Dates of source and translation, matched unit by unit.
import { addTo } from '../../grouped.js';
import type { Block } from '../../model.js';
import { timesIn } from '../../text/clock.js';
import { datesIn, mayBeSameDate, type DateInText } from '../../text/dates.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { perComparedUnit, type ComparedUnit } from './comparedUnits.js';
import { oncePer } from './memo.js';
import type { Readable } from './readable.js';

/** A date and the text that it stands in. */
export interface PlacedDate {
  readonly date: DateInText;
  readonly readable: Readable;
}

export interface DateComparison {
  /** A date of the source, and another one that the translation has in its place. */
  readonly changed: readonly { readonly source: PlacedDate; readonly target: PlacedDate }[];
  /** Places of dates in a block's readable text: their digits are no numbers of their own. */
  readonly spans: ReadonlyMap<Block, readonly Span[]>;
}

/** Compares the dates of all units. Months alone are not compared: “May” and “März” are too many other words. */
export const compareDates = oncePer((context: PairContext): DateComparison => {
  const spans = new Map<Block, Span[]>();
  const add = ({ readable: { block }, date }: PlacedDate): void => addTo(spans, block, date.span);
  const changed = withDates(context).flatMap((unit) => {
    const sources = datesOf(unit.source, context.sourceLocale);
    const targets = datesOf(unit.target, context.targetLocale);
    const lostAndNew = leftOver(sources, targets);
    const pair = solePair(lostAndNew, unit, context);
    // Unmatched dates may be none: their digits are compared as numbers.
    for (const one of [...sources, ...targets]) {
      if (!lostAndNew.sources.includes(one) && !lostAndNew.targets.includes(one)) add(one);
    }
    if (pair) [pair.source, pair.target].forEach(add);
    return pair && !isSameMoment(pair.source, pair.target) ? [pair] : [];
  });
  return { changed, spans };
});

/** Whether either side of a unit has a date. */
export function hasDates({ source, target }: ComparedUnit, { sourceLocale, targetLocale }: PairContext): boolean {
  return datesOf(source, sourceLocale).length > 0 || datesOf(target, targetLocale).length > 0;
}

const withDates = perComparedUnit((unit, context) => (hasDates(unit, context) ? [unit] : []));

function datesOf(readables: readonly Readable[], locale: string | undefined): PlacedDate[] {
  return readables.flatMap((readable) => datesIn(readable.text, locale).map((date) => ({ date, readable })));
}

interface LeftOver {
  readonly sources: readonly PlacedDate[];
  readonly targets: readonly PlacedDate[];
}

function leftOver(sources: readonly PlacedDate[], targets: readonly PlacedDate[]): LeftOver {
  const left = new Set(targets);
  const lost = sources.filter((source) => {
    const match = [...left].find((target) => mayBeSameDate(source.date, target.date));
    if (match) left.delete(match);
    return !match;
  });
  return { sources: lost, targets: [...left] };
}

/** One date lost and one new, neither of which the other side has anywhere in the unit. */
function solePair(
  { sources, targets }: LeftOver,
  unit: ComparedUnit,
  context: PairContext,
): { source: PlacedDate; target: PlacedDate } | undefined {
  const [source, target] = [sources[0], targets[0]];
  if (!source || !target || sources.length > 1 || targets.length > 1 || !isGregorian(context.targetLocale))
    return undefined;
  const elsewhere = (found: readonly PlacedDate[], date: DateInText): boolean =>
    found.some((one) => mayBeSameDate(one.date, date));
  if (
    elsewhere(datesOf(unit.target, context.targetLocale), source.date) ||
    elsewhere(datesOf(unit.source, context.sourceLocale), target.date)
  )
    return undefined;
  return { source, target };
}

/** In milliseconds. */
const day = 24 * 60 * 60 * 1000;
/** For dates that say none. */
const anyYear = 2023;

/** Whether two dates may be one moment, told by the clocks of two zones: a day apart, and each text has times of day that the other has not. */
function isSameMoment(source: PlacedDate, target: PlacedDate): boolean {
  const [times, others] = [timesIn(source.readable.text), timesIn(target.readable.text)];
  if (!times.some((time) => !others.includes(time)) || !others.some((time) => !times.includes(time))) return false;
  const year = source.date.year ?? target.date.year ?? anyYear;
  const moments = ({ date }: PlacedDate): number[] =>
    date.options.flatMap(({ month, days }) => days.map((one) => Date.UTC(year, month - 1, one)));
  return moments(source).some((one) => moments(target).some((other) => Math.abs(one - other) === day));
}

/** Whether dates are usually written in the calendar that the source’s are written in. */
export function isGregorian(locale: string | undefined): boolean {
  return locale === undefined || new Intl.DateTimeFormat(locale).resolvedOptions().calendar === 'gregory';
}
