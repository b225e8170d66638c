// What an edit changed, told from the text before and behind it.
import type { Span } from './span.js';

/** One stretch of a text that became another one. Offsets in UTF-16 code units. */
export interface Change {
  /** In the text before. */
  readonly before: Span;
  /** In the text behind. */
  readonly after: Span;
}

/** The shortest stretch that all differences of two texts lie in; empty on both sides if there are none. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { before: { start, end: before.length - same }, after: { start, end: after.length - same } };
}

/** Where a span of the text before is in the text behind; what it had of the stretch that changed, it has of the new one. */
export function carried({ start, end }: Span, { before, after }: Change): Span {
  const by = after.end - before.end;
  const from = start <= before.start ? start : start >= before.end ? start + by : before.start;
  const to = end < before.start ? end : end >= before.end ? end + by : after.end;
  return { start: from, end: Math.max(from, to) };
}
