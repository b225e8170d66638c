// The order of issues, as whoever looks for the latest wants them.

interface Dated {
  /** `2026-03-08` */
  readonly date?: string | null | undefined;
  readonly number?: number | null | undefined;
}

/** For `sort`: by date, then by number, the newest first; those that have none come last. */
export function newestFirst(a: Dated, b: Dated): number {
  const [one, other] = [a.date ?? '', b.date ?? ''];
  return one < other ? 1 : one > other ? -1 : (b.number ?? 0) - (a.number ?? 0);
}
