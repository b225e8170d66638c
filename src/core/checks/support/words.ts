// How messages quote a text and where a problem without words of its own is shown.
import type { Block, Issue } from '../../model.js';
import { trimSpan, type Span } from '../../text/span.js';

/** `text` as a message quotes it: one line, at most `limit` characters, cut between words. */
export function quoted(text: string, limit = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd().replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The line that `offset` is on, without its line break and the white space around it. */
export function lineAt(issue: Issue, offset: number): Span {
  const { line } = issue.lines.positionAt(offset);
  return trimSpan(issue.text, { start: issue.lines.startOf(line), end: lineEnd(issue, line) });
}

/** Offset right behind the last character of `line` (from 0), before its line break. */
export function lineEnd(issue: Issue, line: number): number {
  let end = issue.lines.startOf(line + 1);
  while (end > issue.lines.startOf(line) && /[\r\n]/.test(issue.text[end - 1]!)) end--;
  return end;
}

/** A longer line is not marked as a whole for what is missing behind it: nothing is wrong with its words. */
const longLine = 80;
const longWord = 30;

/** The last line of a block; of a long one its last word. */
export function lastLine(issue: Issue, block: Block): Span {
  const line = lineAt(issue, Math.max(block.span.start, block.span.end - 1));
  if (line.end - line.start <= longLine) return line;
  const tail = issue.text.slice(line.end - longWord, line.end);
  return { start: line.end - longWord + tail.search(/(?<!\S)\S+$/), end: line.end };
}

/** Where a problem of the whole file is shown: its first line that says something. */
export function firstLine(issue: Issue): Span {
  const at = issue.text.search(/[^\s\ufeff]/);
  return at < 0 ? { start: 0, end: 0 } : lineAt(issue, at);
}

/** All from block `first` to block `last` (indexes, both inclusive). */
export function sourceSpan(issue: Issue, first: number, last: number): Span {
  return { start: issue.blocks[first]!.span.start, end: issue.blocks[last]!.span.end };
}
