// Places in a text: spans, lines, and the way between them.

/** A stretch of a text: UTF-16 code units from the start of the whole text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as editors count: line and column from 0, column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Answers which line an offset is on. Lines end at `\n`, `\r\n` or a lone `\r`, as in VS Code. */
export interface LineIndex {
  /** Number of lines; a text that ends in a line break has an empty last one. */
  readonly count: number;
  /** Offset of the first character of `line` (from 0); the text's length beyond the last line. */
  startOf(line: number): number;
  /** Line and column of `offset`; offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position;
}

/** Indexes the lines of `text`, in time linear in its length. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return {
    count: starts.length,
    startOf: (line) => (line < 0 ? 0 : (starts[line] ?? text.length)),
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: at - starts[low]! };
    },
  };
}

/** The characters of `text` that `span` covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share a character; an empty span lies in whatever touches it. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The span without the white space at both of its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
