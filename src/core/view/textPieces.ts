// A text of a rendered block in pieces, each with its place.
import type { Element, ElementContent, Text } from 'hast';
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
  return { type: 'text', value, position: { start: { ...node.position.start, offset: from + start }, end: { ...node.position.end, offset: from + end } } };
}

/** Where a node stands in the text; undefined within HTML, and of what says less than the file. */
export function spanOf({ position }: Element | Text | ElementContent, offset: number): Span | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start: offset + start, end: offset + end };
}
