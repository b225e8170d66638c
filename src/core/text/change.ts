// What an edit changed, told from the text before and behind it.
import type { Span } from './span.js';

/** One stretch of a text that became another one. Offsets in UTF-16 code units. */
export interface Change {
  /** In the text before. */
  readonly before: Span;
  /** In the text behind. */
  readonly after: Span;
}

/** What is alike is passed over in steps of so many code units. */
const stride = 1024;

/** The shortest stretch that all differences of two texts lie in; empty on both sides if there are none. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  if (before === after) return { before: { start: most, end: most }, after: { start: most, end: most } };
  let start = 0;
  while (start + stride <= most && before.startsWith(after.slice(start, start + stride), start)) start += stride;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same + stride <= most - start &&
    before.endsWith(after.slice(after.length - same - stride, after.length - same), before.length - same)
  )
    same += stride;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { before: { start, end: before.length - same }, after: { start, end: after.length - same } };
}

/** The shortest stretch that two changes lie in, of texts that are of one length before, and behind. */
export function bothChanges(a: Change, b: Change): Change {
  const around = (one: Span, other: Span): Span => ({
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
  });
  return { before: around(a.before, b.before), after: around(a.after, b.after) };
}

/** Where a span of the text before is in the text behind; what it had of the stretch that changed, it has of the new one. */
export function carried({ start, end }: Span, { before, after }: Change): Span {
  const by = after.end - before.end;
  const from = start <= before.start ? start : start >= before.end ? start + by : before.start;
  const to = end < before.start ? end : end >= before.end ? end + by : after.end;
  return { start: from, end: Math.max(from, to) };
}
