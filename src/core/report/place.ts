// Places as reports give them: lines and columns from 1.
import type { LineIndex, Span } from '../text/span.js';

export interface ReportedPosition {
  readonly line: number;
  readonly column: number;
}

export interface ReportedRange {
  readonly start: ReportedPosition;
  readonly end: ReportedPosition;
}

export interface ReportedLines {
  readonly startLine: number;
  readonly endLine: number;
}

/** Lines and columns, from 1, of a span. Columns count UTF-16 code units. */
export function reportRange(lines: LineIndex, span: Span): ReportedRange {
  const at = (offset: number): ReportedPosition => {
    const { line, column } = lines.positionAt(offset);
    return { line: line + 1, column: column + 1 };
  };
  return { start: at(span.start), end: at(span.end) };
}

/** The lines, from 1, that a span lies on. */
export function reportLines(lines: LineIndex, span: Span): ReportedLines {
  return {
    startLine: lines.positionAt(span.start).line + 1,
    endLine: lines.positionAt(Math.max(span.start, span.end - 1)).line + 1,
  };
}
