// What must come through a translation unchanged: the links, pictures and code inside a block.
import type { Image, Link } from '../model.js';
import type { Node, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../text/span.js';
import { imageKey, linkKey } from '../text/url.js';
import { normaliseLabel } from './markdown.js';
import { nodeSpan } from './nodeSpan.js';
import { withPlainAddresses } from './templates.js';

/** Where a reference leads. */
export interface Target {
  readonly url: string;
  readonly urlSpan: Span;
}

/** What the reader of nodes must know of the text around them. */
export interface NodeContext {
  /** The whole text; node offsets count from `offset` in it. */
  readonly text: string;
  readonly offset: number;
  /** Definitions of the whole issue, by normalised label. */
  readonly definitions: ReadonlyMap<string, Target>;
}

export interface Placeables {
  readonly links: Link[];
  readonly images: Image[];
  readonly code: string[];
}

/** Where `node` stands in the whole text. */
export function spanOf(node: Node, context: NodeContext): Span {
  return nodeSpan(node, context.offset);
}

/** The placeables of `nodes`, in the order in which they stand; addresses in running text only from `within`. */
export function placeablesOf(nodes: readonly Nodes[], context: NodeContext, within: Span): Placeables {
  const found: Placeables = { links: [], images: [], code: [] };
  let linkEnd = 0; // nodes come in reading order: what begins before here stands in a link
  for (const root of nodes) {
    visit(root, (node) => {
      switch (node.type) {
        case 'link':
          found.links.push(linkOf(node, node.url, undefined, context));
          linkEnd = spanOf(node, context).end;
          break;
        case 'linkReference':
          found.links.push(linkOf(node, undefined, node.identifier, context));
          linkEnd = spanOf(node, context).end;
          break;
        case 'image':
        case 'imageReference':
          found.images.push(imageOf(node, context));
          break;
        case 'inlineCode':
        case 'code':
          found.code.push(node.value);
          break;
        case 'html':
          addHtml(node.value, spanOf(node, context).start, found);
          break;
        case 'text':
          addBareLinks(
            common(spanOf(node, context), { start: Math.max(within.start, linkEnd), end: within.end }),
            context.text,
            found,
          );
          break;
      }
    });
  }
  // HTML and bare links are met inside other nodes: keep reading order.
  found.links.sort((a, b) => a.span.start - b.span.start);
  return found;
}

function common(a: Span, b: Span): Span {
  const start = Math.max(a.start, b.start);
  return { start, end: Math.max(start, Math.min(a.end, b.end)) };
}

type LinkNode = Nodes & { type: 'link' | 'linkReference' };

function linkOf(node: LinkNode, url: string | undefined, identifier: string | undefined, context: NodeContext): Link {
  const span = spanOf(node, context);
  const raw = context.text.slice(span.start, span.end);
  const words = wordsSpan(node, span, context);
  const text = toString(node);
  if (identifier === undefined) {
    const inside = { start: span.start + 1, end: span.end - 1 };
    const place = raw.startsWith('<')
      ? { form: 'autolink' as const, textSpan: inside, urlSpan: inside }
      : { form: 'inline' as const, textSpan: words, urlSpan: inlineUrlSpan(raw, span, words) };
    return { ...place, span, text, url: url!, label: undefined, key: linkKey(url!) };
  }
  const label = normaliseLabel(identifier);
  const target = context.definitions.get(label);
  return {
    form: 'reference',
    span,
    textSpan: words,
    text,
    label,
    url: target?.url ?? '',
    urlSpan: target?.urlSpan,
    key: target ? linkKey(target.url) : `[${label}]`,
  };
}

/** The words of `[words](…)`, without the brackets. */
function wordsSpan({ children }: LinkNode, span: Span, context: NodeContext): Span {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return { start: span.start + 1, end: span.start + 1 };
  return { start: spanOf(first, context).start, end: spanOf(last, context).end };
}

/** The address of `[words](address "title")`, angle brackets and title not included. */
function inlineUrlSpan(raw: string, span: Span, words: Span): Span | undefined {
  const open = raw.indexOf('](', words.end - span.start);
  const rest = open < 0 ? '' : withPlainAddresses(raw.slice(open));
  const match = rest.endsWith(')') ? /^(?:<([^<>\n]*)>|(\S*?))(?:\s+["'(].*)?$/s.exec(rest.slice(2, -1).trim()) : null;
  if (!match) return undefined;
  const address = match[1] ?? match[2]!;
  const start = span.start + open + rest.indexOf(address, 2);
  return { start, end: start + address.length };
}

function imageOf(node: Nodes & { type: 'image' | 'imageReference' }, context: NodeContext): Image {
  const span = spanOf(node, context);
  const alt = node.alt!; // never null as the parser has it
  if (node.type === 'imageReference') {
    const label = normaliseLabel(node.identifier);
    const target = context.definitions.get(label);
    return {
      span,
      alt,
      url: target?.url ?? '',
      urlSpan: target?.urlSpan,
      label,
      key: target ? imageKey(target.url) : `[${label}]`,
    };
  }
  const raw = context.text.slice(span.start, span.end);
  const altEnd = raw.indexOf('](', 1);
  const urlSpan = altEnd < 0 ? undefined : inlineUrlSpan(raw, span, { start: span.start, end: span.start + altEnd });
  return { span, alt, url: node.url, urlSpan, label: undefined, key: imageKey(node.url) };
}

const htmlImage = /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)(?=[\s"'>]))[^>]*>/gi;
const htmlLink = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)(?=[\s"'>]))[^>]*>/gi;

function addHtml(html: string, start: number, found: Placeables): void {
  if (html.startsWith('<!--')) return;
  for (const match of html.matchAll(htmlImage)) {
    const url = match[1] ?? match[2] ?? match[3]!;
    const { span, urlSpan } = attributeSpans(match, url, start);
    const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(match[0]);
    found.images.push({ span, alt: alt?.[1] ?? alt?.[2] ?? '', url, urlSpan, label: undefined, key: imageKey(url) });
  }
  for (const match of html.matchAll(htmlLink)) {
    const url = match[1] ?? match[2] ?? match[3]!;
    const { span, urlSpan } = attributeSpans(match, url, start);
    found.links.push({
      form: 'html',
      span,
      textSpan: { start: span.end, end: span.end },
      text: '',
      url,
      urlSpan,
      label: undefined,
      key: linkKey(url),
    });
  }
}

function attributeSpans(match: RegExpMatchArray, url: string, start: number): { span: Span; urlSpan: Span } {
  const at = start + match.index!;
  const urlStart = at + match[0].indexOf(url, match[0].search(/(?:src|href)\s*=/i) + 4);
  return { span: { start: at, end: at + match[0].length }, urlSpan: { start: urlStart, end: urlStart + url.length } };
}

const bareLink = /\bhttps?:\/\/[^\s<>"'`|\\^{}[\]，。；：！？、（）「」『』《》]+/g;

/** Addresses in running text. Markdown does not make links of them, but readers and sites do. */
function addBareLinks(span: Span, text: string, found: Placeables): void {
  for (const match of text.slice(span.start, span.end).matchAll(bareLink)) {
    let url = match[0].replace(/(?<![.,;:!?*_~])[.,;:!?*_~]+$/, '');
    if (url.endsWith(')') && !url.includes('(')) url = url.replace(/(?<!\))\)+$/, '');
    const start = span.start + match.index;
    const place = { start, end: start + url.length };
    found.links.push({
      form: 'bare',
      span: place,
      textSpan: place,
      text: url,
      url,
      urlSpan: place,
      label: undefined,
      key: linkKey(url),
    });
  }
}
