// What of a block its readers see as text, character by character, at its place in the file.
import type { Nodes } from 'mdast';
import { visit, SKIP } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { isReadable } from '../../parse/limits.js';
import { oncePerBlock } from '../../text/remember.js';
import { slice, type Span } from '../../text/span.js';
import { hidden, proseOf, withHidden } from './mask.js';

/** The readable text of a block: offsets in it count from the block's beginning. */
export interface Readable {
  readonly block: Block;
  readonly text: string;
  /** The place in the issue of a place in the text. */
  place(span: Span): Span;
}

/** List markers, footnotes, entities, keycaps, attribute lists: no words and no numbers of the text. */
const notText =
  /^\s*(?:>\s*)*(?:[-*+]|\p{Nd}{1,9}[.)])\s|\[\^[^\]\n]{1,100}\]|&#?\w{1,12};|[\d#*]\ufe0f?\u20e3|\{:[^}\n]{0,300}\}/gu;
/** Addresses, paths and handles that are written out. */
const address =
  /(?:\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|(?:^|(?<=[\s\0(（「《"“']))@[A-Za-z]\w{0,40}|\bhttps?:\/\/[^\s\0<>)\]]+|\bwww\.[^\s\0<>)\]]+|\b[\w-]{1,64}(?:\.[a-z][\w-]{1,30}){1,5}\/[^\s\0<>)\]]*)/g;
/** What no address is without: most texts need not be searched for one. */
const inAddress = /[@/]|www\./;

/**
 * A block's text with all hidden that is none: code, HTML, Liquid, formulas, addresses, the brackets of links, list
 * markers. The signs of emphasis stay. Lengths and offsets are those of the file.
 */
export function readable(issue: Issue, block: Block): Readable {
  return {
    block,
    text: textOf(block, issue),
    place: ({ start, end }) => ({ start: block.span.start + start, end: block.span.start + end }),
  };
}

const textOf = oncePerBlock((block: Block, issue: Issue): string =>
  isText(block) && isReadable(slice(issue.text, block.span)) ? readableText(issue, block) : '',
);

function isText({ kind }: Block): boolean {
  return kind !== 'code' && kind !== 'html' && kind !== 'image';
}

function readableText(issue: Issue, block: Block): string {
  const spans: Span[] = [];
  const offset = block.nodeOffset - block.span.start;
  const hide = (start: number | undefined, end: number | undefined): void => {
    if (start !== undefined && end !== undefined && end > start)
      spans.push({ start: offset + start, end: offset + end });
  };
  for (const root of block.nodes) {
    visit(root as Nodes, (node) => {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset];
      if (node.type === 'image' || node.type === 'imageReference') {
        hide(start, end);
        return SKIP;
      }
      if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
      const isBare = issue.text[block.nodeOffset + (start ?? 0)] !== '[';
      const [first, last] = [node.children[0], node.children.at(-1)];
      if (isBare || !first || !last) {
        hide(start, end);
        return SKIP;
      }
      hide(start, first.position?.start.offset);
      hide(last.position?.end.offset, end);
      return undefined;
    });
  }
  for (const { form, span } of block.links) {
    if (form === 'bare' || form === 'autolink')
      spans.push({ start: span.start - block.span.start, end: span.end - block.span.start });
  }
  const blank = (match: string): string => hidden.repeat(match.length);
  const text = withHidden(proseOf(issue, block, 'keep links'), spans)
    .replace(/&(?:nbsp|#160);/g, '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0')
    .replace(notText, blank);
  return inAddress.test(text) ? text.replace(address, blank) : text;
}
