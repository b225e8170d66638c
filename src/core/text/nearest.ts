// Words that are mistyped.
import leven from 'leven';

/** The one of `words` that `typed` is closest to; undefined if none is close. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  const close = words
    .map((word) => ({ word, distance: leven(typed, word, { maxDistance: limit + 1 }) }))
    .filter(({ distance }) => distance <= limit);
  return close.sort((a, b) => a.distance - b.distance)[0]?.word;
}

/** Whether one letter was left out, put in, or exchanged. */
export function isOneLetterOff(a: string, b: string): boolean {
  return leven(a, b, { maxDistance: 2 }) === 1;
}
