// The next issue of a series: where it goes, and the skeleton that it begins with.
import type { Issue } from '../model.js';
import type { PostFacts } from '../pair/pairing.js';
import { nextBody } from './body.js';
import { nextDate } from './calendar.js';
import { nextFrontMatter, type Member } from './frontMatter.js';
import type { Occasion } from './marks.js';
import { placeNext } from './place.js';
import { occasionOf, type Series } from './series.js';

/** Of more issues than this the skeleton may have been another one. */
const mostRead = 8;

/** An issue that has just begun. */
export interface NewIssue {
  /** As pairing names files. */
  readonly path: string;
  readonly text: string;
  /** Offset (UTF-16) of the first place to write at. */
  readonly cursor: number;
}

/** The issues of a series that its skeleton is learnt from, newest first. */
export function issuesToRead(series: Series): readonly PostFacts[] {
  return series.slice(0, mostRead);
}

/** The number that comes next; undefined where issues have none. */
export function nextNumber(series: Series): number | undefined {
  const numbers = series.slice(0, mostRead).flatMap(({ number }) => number ?? []);
  return numbers.length * 2 > Math.min(series.length, mostRead) ? Math.max(...numbers) + 1 : undefined;
}

/** The day (`2026-03-08`) on which the next issue is due; undefined where issues have no date. @param today of the same form */
export function nextDay(series: Series, today: string): string | undefined {
  const dates = series.flatMap(({ date }) => date ?? []);
  return dates.length === 0 ? undefined : nextDate(dates, today);
}

/**
 * The next issue.
 *
 * @param read the issues of `issuesToRead` with their texts, in their order; those that could not be read left out
 * @param date `2026-03-08`; undefined where issues have none
 */
export function startIssue(
  series: Series,
  read: readonly { readonly facts: PostFacts; readonly issue: Issue }[],
  date: string | undefined,
): NewIssue {
  const next: Occasion = { number: nextNumber(series), date, locale: series[0]?.locale };
  const members = read
    .filter(({ issue }) => !issue.damage)
    .map(({ facts, issue }): Member => ({ issue, occasion: occasionOf(facts) }));
  const head = nextFrontMatter(members, next);
  const body = nextBody(members, next);
  const newline = members[0]?.issue.newline ?? '\n';
  const joint = head.text === '' ? '' : '\n';
  const begin = head.text.replace(/\r\n/g, '\n') + joint;
  const text = begin + body.text;
  const cursor = head.blank ?? begin.length + (body.blank ?? body.text.length);
  const blank = head.blank === undefined ? cursor : head.text.slice(0, head.blank).replace(/\r\n/g, '\n').length;
  return {
    path: placeNext(series, next),
    text: text.replaceAll('\n', newline),
    cursor: blank + (newline === '\r\n' ? text.slice(0, blank).split('\n').length - 1 : 0),
  };
}
