// Where a node of the Markdown tree stands in the whole text.
import type { Node } from 'mdast';
import type { Span } from '../text/span.js';

/** The place of `node`, whose own offsets count from `offset`. The parser places every node; one that is made has none and stands at `offset`. */
export function nodeSpan({ position }: Node, offset: number): Span {
  return { start: offset + (position?.start.offset ?? 0), end: offset + (position?.end.offset ?? 0) };
}
