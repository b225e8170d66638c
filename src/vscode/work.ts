// How much the extension has done so far: for tests and benches, which hold it to doing no more than it has to.

/** Counts that only grow. */
export interface Work {
  /** Files that were read for what pairing needs to know of them. */
  readonly described: number;
  /** Texts that were parsed, documents and files. */
  readonly parsed: number;
  /** How often it was worked out what translates what. */
  readonly paired: number;
  /** Posts that were checked, those included that were only looked at early. */
  readonly checked: number;
}

export type WorkCounter = { -readonly [Kind in keyof Work]: Work[Kind] };

export function newWork(): WorkCounter {
  return { described: 0, parsed: 0, paired: 0, checked: 0 };
}
