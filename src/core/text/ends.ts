// What two sequences have in common at their beginnings and at their ends.

/** How many places of two sequences are alike at the beginning, and at the end; those between differ. */
export interface Ends {
  readonly front: number;
  readonly back: number;
}

/** Whether two sequences are alike throughout. */
export function areAlike<Value>(
  before: ArrayLike<Value>,
  now: ArrayLike<Value>,
  alike: (a: Value, b: Value) => boolean = Object.is,
): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < before.length; i++) if (!alike(before[i]!, now[i]!)) return false;
  return true;
}

/** The ends that two sequences have in common: texts by UTF-16 code units, or lists. No place counts for both ends. */
export function commonEnds<Value>(
  before: ArrayLike<Value>,
  now: ArrayLike<Value>,
  alike: (a: Value, b: Value) => boolean = Object.is,
): Ends {
  const most = Math.min(before.length, now.length);
  let front = 0;
  while (front < most && alike(before[front]!, now[front]!)) front++;
  let back = 0;
  while (back < most - front && alike(before[before.length - 1 - back]!, now[now.length - 1 - back]!)) back++;
  return { front, back };
}
