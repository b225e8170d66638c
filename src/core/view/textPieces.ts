// A text of a rendered block in pieces, each with its place.
import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Span } from '../text/span.js';

/** A text cut before and behind each span of its value: what is between the spans and what is in them, in turn. */
export function splitAt(node: Text, spans: readonly Span[]): ElementContent[] {
  const parts: Text[] = [];
  let at = 0;
  const cut = (end: number): void => {
    parts.push(piece(node, at, end));
    at = end;
  };
  for (const { start, end } of spans) {
    cut(start);
    cut(end);
  }
  cut(node.value.length);
  return parts;
}

function piece(node: Text, start: number, end: number): Text {
  const value = node.value.slice(start, end);
  const from = node.position?.start.offset;
  const isLiteral = from !== undefined && (node.position?.end.offset ?? 0) - from === node.value.length;
  if (!isLiteral || !node.position) return { type: 'text', value };
  return {
    type: 'text',
    value,
    position: {
      start: { ...node.position.start, offset: from + start },
      end: { ...node.position.end, offset: from + end },
    },
  };
}

/**
 * Cuts texts that the file indents line by line: each line has its own place, which all of them together have not.
 * Changes the tree.
 *
 * @param text the issue's; places in the tree count from `offset` in it
 */
export function cutIndentedLines(tree: Root, text: string, offset: number): void {
  visit(tree, 'text', (node, at, parent) => {
    const lines = linesOf(node, text, offset);
    if (lines.length === 1 || !parent || at === undefined) return undefined;
    parent.children.splice(at, 1, ...lines);
    return [SKIP, at + lines.length];
  });
}

/** The lines of a text; the text itself where they stand in the file as they are, or where their places cannot be told. */
function linesOf(node: Text, text: string, offset: number): Text[] {
  const span = spanOf(node, offset);
  if (!span || span.end - span.start === node.value.length) return [node];
  const [lines, written] = [node.value.split('\n'), text.slice(span.start, span.end).split('\n')];
  if (lines.length < 2 || lines.length !== written.length) return [node];
  const found: Text[] = [];
  let from = span.start - offset;
  for (const [i, line] of lines.entries()) {
    const at = written[i]!.indexOf(line);
    if (at < 0) return [node];
    const value = i < lines.length - 1 ? `${line}\n` : line;
    found.push({
      type: 'text',
      value,
      position: {
        start: { line: 1, column: 1, offset: from + at },
        end: { line: 1, column: 1, offset: from + at + value.length },
      },
    });
    from += written[i]!.length + 1;
  }
  return found;
}

/** Where a node stands in the text; undefined within HTML, and of what says less than the file. */
export function spanOf({ position }: Element | Text | ElementContent, offset: number): Span | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start: offset + start, end: offset + end };
}
