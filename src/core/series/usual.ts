// What most of several issues have in common.

/** The share of issues that makes something usual. */
const most = 0.6;

/** Whether something that `times` of `count` issues have is what such issues have. One issue alone proves nothing. */
export function isUsual(times: number, count: number): boolean {
  return times >= 2 && times >= most * count;
}

/** The value that is usual among all, the newest of equals; undefined if none is. @param values newest first */
export function usualOf(values: readonly string[], count = values.length): string | undefined {
  const [value, times] = commonest(values);
  return value !== undefined && isUsual(times, count) ? value : undefined;
}

/** The commonest value and how often it is there; of equals the first. */
export function commonest<Value>(values: readonly Value[]): readonly [Value | undefined, number] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [Value | undefined, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [undefined, 0],
  );
}

/** No masthead is longer. */
const longestHead = 200;

/** What the values begin with in most of them, up to the end of a word; empty if that is nothing. */
export function usualHead(values: readonly string[]): string {
  let best = '';
  for (const [i, value] of values.entries()) {
    if (i > 3) break; // newer ones tell best
    for (let end = Math.min(value.length, longestHead); end > best.length; end--) {
      const head = value.slice(0, end);
      const isBoundary = !/[\p{L}\p{M}\p{N}\u0001]$/u.test(head) && !hasOpenMark(head);
      if (isBoundary && isUsual(values.filter((other) => other.startsWith(head)).length, values.length)) best = head;
    }
  }
  return best;
}

/** Marks are not cut in two. */
function hasOpenMark(text: string): boolean {
  return text.lastIndexOf('\u0001') > text.lastIndexOf('\u0002');
}
