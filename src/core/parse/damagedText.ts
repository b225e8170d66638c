// A damaged text with its repaired one, and the way from each place of one to its place in the other.
import { applyEdits, type Edit } from '../text/edit.js';

/** A text with damaged stretches, repaired, and the way from one to the other. Offsets in UTF-16 code units. */
export interface DamagedEncoding {
  /** The encoding that the bytes were taken for, in words, e.g. `Mac Roman`, `Windows-1252 (twice over)`. */
  readonly readAs: string;
  readonly repaired: string;
  /** The edits that make the repaired text of the damaged one. */
  readonly edits: readonly Edit[];
  /** Offset in the damaged text of an offset in the repaired one. */
  toDamaged(offset: number): number;
  /** Offset in the repaired text of an offset in the damaged one. */
  toRepaired(offset: number): number;
}

/** @param edits in order, none touching another's span */
export function damagedText(text: string, edits: readonly Edit[], readAs: string): DamagedEncoding {
  const starts: number[] = [];
  const shifts: number[] = [];
  let length = 0;
  let at = 0;
  for (const { span, newText } of edits) {
    length += span.start - at;
    starts.push(length);
    shifts.push(span.start - length);
    length += newText.length;
    at = span.end;
  }
  return {
    readAs,
    repaired: applyEdits(text, edits),
    edits,
    toDamaged(offset) {
      const i = lastAtOrBelow(starts, offset);
      if (i < 0) return offset;
      const { span, newText } = edits[i]!;
      const past = offset - starts[i]! - newText.length;
      return past >= 0 ? span.end + past : offset === starts[i] ? span.start : span.end;
    },
    toRepaired(offset) {
      if (offset >= at) return length + offset - at;
      let low = 0;
      let high = edits.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (edits[middle]!.span.end <= offset) low = middle + 1;
        else high = middle;
      }
      const { span } = edits[low]!;
      return offset >= span.start ? starts[low]! : offset - shifts[low]!;
    },
  };
}

/** `first` repairs a text, `second` what came out: both as one. */
export function composed(
  text: string,
  first: DamagedEncoding,
  second: DamagedEncoding,
  readAs: string,
): DamagedEncoding {
  const edits: Edit[] = [];
  let next = 0;
  const takeUntil = (end: number): void => {
    for (; next < first.edits.length && first.edits[next]!.span.end <= end; next++) edits.push(first.edits[next]!);
  };
  for (const { span, newText } of second.edits) {
    const [start, end] = [first.toDamaged(span.start), first.toDamaged(span.end)];
    takeUntil(start);
    while (next < first.edits.length && first.edits[next]!.span.start < end) next++;
    edits.push({ span: { start, end }, newText });
  }
  takeUntil(text.length);
  return damagedText(text, edits, readAs);
}

/** Index of the last number that is not above `value`, or -1. */
function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
