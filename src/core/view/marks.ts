// What is marked in a rendered block: placeables, which the reader can point at, and the words that problems are about.
import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'mdast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Severity } from '../problem.js';
import { withAsciiDigits } from '../text/digits.js';
import { overlaps, type Span } from '../text/span.js';
import { linkKey } from '../text/url.js';

/** Words that a problem is about. The span counts in the text. */
export interface ProblemMark {
  readonly problem: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** Words that are new in the source. The span counts in the text. */
export interface ChangeMark {
  readonly problem: undefined;
  readonly span: Span;
}

export type Mark = ProblemMark | ChangeMark;

/** Something in a block that comes through translation as it is, as it was rendered. */
export interface RenderedPlaceable {
  readonly kind: 'link' | 'image' | 'code' | 'number';
  /** The same in both languages: an address, the code, digits. */
  readonly key: string;
  /** What a reader sees of it. */
  readonly label: string;
  /** Where it stands in the text; undefined within HTML. */
  readonly span: Span | undefined;
}

/** A block as HTML, with what can be pointed at in it. */
export interface RenderedBlock {
  /** Safe to put into a page. The elements with `data-placeable` are `placeables`, in order. */
  readonly html: string;
  readonly placeables: readonly RenderedPlaceable[];
}

/** A space groups the digits of a number only where all groups are whole: “41 900”, but not “in 2026 300 trees”. */
const numberPattern = /(?<![\p{L}\p{N}])(?:\p{Nd}{1,3}(?: \p{Nd}{3})+(?! ?\p{Nd})|\p{Nd}+)(?:[.,\u00a0\u202f'’:/-]\p{Nd}+)*(?![\p{L}\p{N}])/gu;

/**
 * Tells the elements of a sanitised tree that are placeables from others (`data-placeable`). Changes the tree.
 *
 * @param offset what the positions in the tree count from, in UTF-16 code units of the text
 * @returns the placeables in the order of those elements
 */
export function numberPlaceables(tree: Root, offset: number): RenderedPlaceable[] {
  const found: RenderedPlaceable[] = [];
  const add = (node: Element, kind: RenderedPlaceable['kind'], key: string, label: string, span: Span | undefined): void => {
    node.properties['dataPlaceable'] = kind;
    found.push({ kind, key, label, span });
  };
  visit(tree, (node, index, parent) => {
    if (node.type === 'text' && parent && index !== undefined) {
      const parts = splitAt(node, [...node.value.matchAll(numberPattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
      if (parts.length === 1) return undefined;
      for (const [i, part] of parts.entries()) {
        if (i % 2 === 0) continue;
        const label = (part as Text).value;
        const span: Element = { type: 'element', tagName: 'span', properties: {}, children: [part] };
        add(span, 'number', withAsciiDigits(label).replace(/\D/g, ''), label, spanOf(part, offset));
        parts[i] = span;
      }
      const kept = parts.filter((part) => part.type !== 'text' || part.value !== '');
      parent.children.splice(index, 1, ...kept);
      return [SKIP, index + kept.length];
    }
    if (node.type !== 'element') return undefined;
    const { href, src, alt } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') {
      add(node, 'link', linkKey(href), toString(node).trim() || href, spanOf(node, offset));
      return undefined;
    }
    if (node.tagName === 'img') add(node, 'image', String(src), String(alt ?? '').trim() || fileName(String(src)), spanOf(node, offset));
    if (node.tagName === 'code' && !(parent?.type === 'element' && parent.tagName === 'pre')) {
      add(node, 'code', toString(node), toString(node), spanOf(node, offset));
      return SKIP;
    }
    // The number of a note is no number of the text's.
    return node.tagName === 'pre' || node.tagName === 'sup' ? SKIP : undefined;
  });
  return found;
}

/** A picture that nobody described goes by the name of its file. */
function fileName(address: string): string {
  return address.replace(/[?#].*$/, '').split('/').at(-1) ?? address;
}

/** Underlines the words that problems are about, and tells which are new. Changes the tree. */
export function markProblems(tree: Root, marks: readonly Mark[], offset: number): void {
  for (const mark of marks) if (!markText(tree, mark, offset)) markElement(tree, mark, offset);
}

function markText(tree: Root, mark: Mark, offset: number): boolean {
  let marked = false;
  visit(tree, 'text', (node, index, parent) => {
    const span = spanOf(node, offset);
    if (!span || !parent || index === undefined || !overlaps(span, mark.span)) return undefined;
    // A text with character references or with indented lines is shorter than what stands in the file: mark all of it.
    const isLiteral = span.end - span.start === node.value.length;
    const within = isLiteral ? { start: Math.max(0, mark.span.start - span.start), end: Math.min(node.value.length, mark.span.end - span.start) } : { start: 0, end: node.value.length };
    if (node.value.slice(within.start, within.end).trim() === '') return undefined;
    const parts = splitAt(node, [within]);
    parts[1] = { type: 'element', tagName: mark.problem === undefined ? 'ins' : 'span', properties: attributesOf(mark), children: [parts[1] as Text] };
    const kept = parts.filter((part) => part.type !== 'text' || part.value !== '');
    parent.children.splice(index, 1, ...kept);
    marked = true;
    return [SKIP, index + kept.length];
  });
  return marked;
}

/** What is wrong with an address shows on the words or the picture that have it. */
function markElement(tree: Root, mark: Mark, offset: number): void {
  if (mark.problem === undefined) return;
  let innermost: Element | undefined;
  visit(tree, 'element', (node) => {
    const span = spanOf(node, offset);
    if (span && (node.tagName === 'a' || node.tagName === 'img' || node.tagName === 'code') && overlaps(span, mark.span)) {
      innermost = node;
      return EXIT;
    }
    return undefined;
  });
  if (innermost && innermost.properties['dataProblem'] === undefined) Object.assign(innermost.properties, attributesOf(mark));
}

function attributesOf(mark: Mark): Element['properties'] {
  if (mark.problem === undefined) return { dataChanged: '' };
  const { problem, severity, message } = mark;
  return { dataProblem: problem, dataSeverity: severity, title: message };
}

/** A text cut before and behind each span of its value: what is between the spans and what is in them, in turn. */
function splitAt(node: Text, spans: readonly Span[]): ElementContent[] {
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

function spanOf({ position }: Element | Text | ElementContent, offset: number): Span | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start: offset + start, end: offset + end };
}
