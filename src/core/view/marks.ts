// What is marked in a rendered block: placeables, which the reader can point at, and the words that problems are about.
import type { Element, Root, Text } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Severity } from '../problem.js';
import { withAsciiDigits } from '../text/digits.js';
import type { Span } from '../text/span.js';
import { linkKey } from '../text/url.js';
import { spanOf, splitAt } from './textPieces.js';

/** Words that a problem is about. The span counts in the issue's text. */
export interface ProblemMark {
  readonly problem: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** Words that are new in the source. The span counts in the issue's text. */
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
  /** Where it stands in the issue's text; undefined within HTML. */
  readonly span: Span | undefined;
}

/** A block as HTML, with what can be pointed at in it. */
export interface RenderedBlock {
  /** Safe to put into a page. The elements with `data-placeable` are `placeables`, in order. */
  readonly html: string;
  readonly placeables: readonly RenderedPlaceable[];
}

/** A space groups the digits of a number only where all groups are whole: “41 900”, but not “in 2026 300 trees”. */
const numberPattern =
  /(?<![\p{L}\p{N}])(?:\p{Nd}{1,3}(?: \p{Nd}{3})+(?! ?\p{Nd})|\p{Nd}+)(?:[.,\u00a0\u202f'’:/-]\p{Nd}+)*(?![\p{L}\p{N}])/gu;
const digit = /\p{Nd}/u;

/**
 * Tells the elements of a sanitised tree that are placeables from others (`data-placeable`). Changes the tree.
 *
 * @param offset what the positions in the tree count from, in UTF-16 code units of the issue's text
 * @returns the placeables in the order of those elements
 */
export function numberPlaceables(tree: Root, offset: number): RenderedPlaceable[] {
  const found: RenderedPlaceable[] = [];
  const add = (
    node: Element,
    kind: RenderedPlaceable['kind'],
    key: string,
    label: string,
    span: Span | undefined,
  ): void => {
    node.properties['dataPlaceable'] = kind;
    found.push({ kind, key, label, span });
  };
  visit(tree, (node, index, parent) => {
    if (node.type === 'text' && parent && index !== undefined) {
      if (!digit.test(node.value)) return undefined; // as most texts: to look for numbers takes longer
      const parts = splitAt(
        node,
        [...node.value.matchAll(numberPattern)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        })),
      );
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
    if (node.tagName === 'img')
      add(node, 'image', String(src), String(alt ?? '').trim() || fileName(String(src)), spanOf(node, offset));
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
  return address
    .replace(/[?#].*/, '')
    .split('/')
    .at(-1)!;
}
