// Which of many spans touch another, without looking at all of them each time.
import { overlaps, type Span } from './span.js';

/** Spans that can be asked for those that overlap another. */
export interface SpanIndex {
  /** The places, in the list that was indexed, of those that overlap `span`, ascending. */
  overlapping(span: Span): number[];
  /** The place of the one that begins first of those; undefined if there is none. */
  first(span: Span): number | undefined;
  /** Whether one of them overlaps `span`. */
  hasOverlap(span: Span): boolean;
}

/** Indexes `spans`, in any order, in time n log n; what `overlaps` in span.ts says of two of them counts here too. */
export function indexSpans(spans: readonly Span[]): SpanIndex {
  const order = [...spans.keys()].sort((a, b) => spans[a]!.start - spans[b]!.start);
  const furthest: number[] = [];
  for (const i of order) furthest.push(Math.max(furthest.at(-1) ?? 0, spans[i]!.end));
  function* near(span: Span): Generator<number, undefined> {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (furthest[middle]! < span.start) low = middle + 1;
      else high = middle;
    }
    for (; low < order.length && spans[order[low]!]!.start <= span.end; low++)
      if (overlaps(spans[order[low]!]!, span)) yield order[low]!;
    return undefined;
  }
  return {
    overlapping: (span) => [...near(span)].sort((a, b) => a - b),
    first: (span) => near(span).next().value ?? undefined,
    hasOverlap: (span) => !near(span).next().done,
  };
}
