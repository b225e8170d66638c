// The whole lines of blocks, and what belongs to them: spacers, attribute lists, comments in which the source is kept.
import type { Block, Issue } from '../../model.js';
import type { Span } from '../../text/span.js';
import { lineEnd } from './words.js';

/** A line that is only there for the space that it makes. */
export const spacerLine = /^[ \t]*(?:(?:\\+|<br\s*\/?>)[ \t]*)?$/i;
const attributeLine = /^[ \t]*\{:.*\}[ \t]*$/;

/** The lines from block `first` to block `last` (indexes, both inclusive), without the last line break. */
export function wholeLines(issue: Issue, first: number, last: number): Span {
  const start = issue.lines.startOf(issue.lines.positionAt(issue.blocks[first]!.span.start).line);
  return { start, end: endWithTrailers(issue, issue.blocks[last]!) };
}

/**
 * What goes when the blocks `first` to `last` go: their lines, and the space before them, or behind the first block's. Space
 * before stays where the next block follows without any, as in a list: kramdown begins none right below a paragraph.
 */
export function removal(issue: Issue, first: number, last: number): Span {
  const { start, end } = wholeLines(issue, first, last);
  const line = issue.lines.positionAt(start).line;
  const previous = issue.blocks[first - 1];
  if (previous) {
    let from = line;
    const lowest = issue.lines.positionAt(previous.span.end).line + 1;
    while (from > lowest && spacerLine.test(linesBetween(issue, from - 1, from)[0]!)) from--;
    const [next, below] = [issue.blocks[last + 1], issue.lines.positionAt(end).line + 1];
    if (from < line && next && issue.lines.positionAt(next.span.start).line === below)
      return { start, end: issue.lines.startOf(below) };
    return { start: from > 0 ? lineEnd(issue, from - 1) : start, end };
  }
  let to = issue.lines.positionAt(end).line + 1;
  while (to < issue.lines.count - 1 && spacerLine.test(linesBetween(issue, to, to + 1)[0]!)) to++;
  return { start, end: issue.lines.startOf(to) };
}

/** The lines from `start` to `end` (from 0, exclusive), without their line breaks. */
export function linesBetween(issue: Issue, start: number, end: number): string[] {
  const lines: string[] = [];
  for (let line = start; line < end; line++)
    lines.push(issue.text.slice(issue.lines.startOf(line), lineEnd(issue, line)));
  return lines;
}

/** Offset behind a block and what belongs to it: attribute lists of kramdown, comments in which the source is kept. */
export function endWithTrailers(issue: Issue, block: Block): number {
  const next = issue.blocks[block.index + 1];
  const limit = next ? issue.lines.startOf(issue.lines.positionAt(next.span.start).line) : issue.text.length;
  const end = attributesEnd(issue, issue.lines.positionAt(block.span.end).line);
  if (block.comments.length === 0) return end;
  const comment = issue.text.slice(end, limit).lastIndexOf('-->');
  return comment < 0 ? end : lineEnd(issue, issue.lines.positionAt(end + comment).line);
}

/** The end of `line`, or of the attribute lists on the lines right below it. */
export function attributesEnd(issue: Issue, line: number): number {
  let last = line;
  while (
    last + 1 < issue.lines.count &&
    attributeLine.test(issue.text.slice(issue.lines.startOf(last + 1), lineEnd(issue, last + 1)))
  )
    last++;
  return lineEnd(issue, last);
}
