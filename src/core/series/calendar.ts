// Days as numbers: what lies between two dates, and when a series' next issue is due.

const day = 24 * 60 * 60 * 1000;

/** The number of a day, counted from 1970, of a date such as `2026-03-08`; undefined if there is no such day. */
export function dayOf(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const value = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / day : undefined;
  return value !== undefined && dateOf(value) === date ? value : undefined;
}

/** The date of a day as `2026-03-08`. */
export function dateOf(number: number): string {
  return new Date(number * day).toISOString().slice(0, 10);
}

/** Of more issues than this the rhythm may have been another one. */
const mostDates = 9;

/**
 * When the next issue is due: as long after the last one as most followed each other. If that is long past because the
 * series has paused, the day in its rhythm that is nearest to today.
 *
 * @param dates of the issues, newest first
 * @param today `2026-03-08`
 * @returns `today` where the dates show no rhythm
 */
export function nextDate(dates: readonly string[], today: string): string {
  const days = [...new Set(dates.slice(0, mostDates).flatMap((date) => dayOf(date) ?? []))].sort((a, b) => b - a);
  const [last] = days;
  const now = dayOf(today);
  if (last === undefined || days.length < 2 || now === undefined) return today;
  const gaps = days.slice(1).map((one, i) => days[i]! - one);
  const step = stepOf(gaps, days);
  let due = step(last);
  for (let rounds = 0; due < now && step(due) <= now && rounds < 5000; rounds++) due = step(due);
  return dateOf(due < now && now - due > step(due) - now ? step(due) : due);
}

/** The way from one issue's day to the next one's. */
function stepOf(gaps: readonly number[], days: readonly number[]): (from: number) => number {
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const onDayOfMonth = days.every((one) => dateOf(one).slice(8) === dateOf(days[0]!).slice(8));
  if (onDayOfMonth && median >= 28) return (from) => monthLater(from, Math.round(median / 30.4));
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [usual, times] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  const gap = times * 2 > gaps.length ? usual : median;
  return (from) => from + Math.max(1, gap);
}

/** The same day of a later month, or its last one. */
function monthLater(from: number, months: number): number {
  const [year, month, date] = dateOf(from).split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(date, last)) / day;
}
