// The words that problems are about, underlined in a rendered block.
import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { overlaps, type Span } from '../text/span.js';
import { indexSpans } from '../text/spanIndex.js';
import type { Mark } from './marks.js';
import { spanOf, splitAt } from './textPieces.js';

/** Underlines the words that problems are about, and tells which are new. Changes the tree. */
export function markProblems(tree: Root, marks: readonly Mark[], offset: number): void {
  if (marks.length === 0) return;
  const marked = markTexts(tree, marks, offset);
  markElements(
    tree,
    marks.filter((mark) => !marked.has(mark)),
    offset,
  );
}

/** Marks the words of each text; returns the marks that had some. */
function markTexts(tree: Root, marks: readonly Mark[], offset: number): ReadonlySet<Mark> {
  const marked = new Set<Mark>();
  const index = indexSpans(marks.map(({ span }) => span));
  visit(tree, 'text', (node, at, parent) => {
    const span = spanOf(node, offset);
    const own = span && parent && at !== undefined ? index.overlapping(span) : [];
    if (own.length === 0) return undefined;
    const pieces: ElementContent[] = [node];
    for (const i of own) if (markPieces(pieces, marks[i]!, offset)) marked.add(marks[i]!);
    parent!.children.splice(at!, 1, ...pieces);
    return [SKIP, at! + pieces.length];
  });
  return marked;
}

/** Marks words in what a text was cut into, and in what is marked of it; whether there were some. Changes the list. */
function markPieces(pieces: ElementContent[], mark: Mark, offset: number): boolean {
  let marked = false;
  for (let i = firstAt(pieces, mark.span.start, offset); i < pieces.length; i++) {
    const piece = pieces[i]!;
    const span = pieceSpan(piece, offset);
    if (span && span.start > mark.span.end) break;
    if (piece.type === 'element') marked = markPieces(piece.children, mark, offset) || marked;
    else if (piece.type === 'text' && span && overlaps(span, mark.span)) {
      const parts = markedText(piece, span, mark);
      if (!parts) continue;
      pieces.splice(i, 1, ...parts);
      i += parts.length - 1;
      marked = true;
    }
  }
  return marked;
}

/** The first piece that does not end before `start`. Only a piece that is alone has no place: all of a text that says less than the file. */
function firstAt(pieces: readonly ElementContent[], start: number, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieceSpan(pieces[middle]!, offset)?.end ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a text, or of an element that marks one. */
function pieceSpan(piece: ElementContent, offset: number): Span | undefined {
  return piece.type === 'element' ? places.get(piece) : spanOf(piece, offset);
}

/** Of what is marked, where it stands in the text: marks can lie in one another by the thousand. */
const places = new WeakMap<Element, Span>();

/** A text with the words of a mark in an element; undefined if they are blank. */
function markedText(node: Text, span: Span, mark: Mark): ElementContent[] | undefined {
  // A text with character references is shorter than what stands in the file: mark all of it.
  const isLiteral = span.end - span.start === node.value.length;
  const within = isLiteral
    ? { start: Math.max(0, mark.span.start - span.start), end: Math.min(node.value.length, mark.span.end - span.start) }
    : { start: 0, end: node.value.length };
  if (node.value.slice(within.start, within.end).trim() === '') return undefined;
  const parts = splitAt(node, [within]);
  const marked: Element = {
    type: 'element',
    tagName: mark.problem === undefined ? 'ins' : 'span',
    properties: attributesOf(mark),
    children: [parts[1] as Text],
  };
  if (isLiteral) places.set(marked, { start: span.start + within.start, end: span.start + within.end });
  parts[1] = marked;
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

/** What is wrong with an address shows on the words or the picture that have it. */
function markElements(tree: Root, marks: readonly Mark[], offset: number): void {
  const problems = marks.filter((mark) => mark.problem !== undefined);
  if (problems.length === 0) return;
  const elements: { readonly node: Element; readonly span: Span }[] = [];
  visit(tree, 'element', (node) => {
    const span = spanOf(node, offset);
    if (span && (node.tagName === 'a' || node.tagName === 'img' || node.tagName === 'code'))
      elements.push({ node, span });
  });
  const index = indexSpans(elements.map(({ span }) => span));
  for (const mark of problems) {
    const outermost = elements[index.first(mark.span) ?? -1]?.node;
    if (outermost && outermost.properties['dataProblem'] === undefined)
      Object.assign(outermost.properties, attributesOf(mark));
  }
}

function attributesOf(mark: Mark): Element['properties'] {
  if (mark.problem === undefined) return { dataChanged: '' };
  const { problem, severity, message } = mark;
  return { dataProblem: problem, dataSeverity: severity, title: message };
}
