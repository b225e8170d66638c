// Syntax tree to blocks: what a reader sees as one heading, paragraph, picture, caption…
import type { ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block, BlockKind } from '../model.js';
import { Identity } from '../text/identity.js';
import { slice, trimSpan, type Span } from '../text/span.js';
import { endWithoutDirectives, isDirective } from './directives.js';
import { placeablesOf, spanOf, type NodeContext } from './placeables.js';
import { liquidTag } from './templates.js';

/** A block before it has its number; comments are still to be collected. */
type Draft = Omit<Block, 'index' | 'comments'> & { readonly comments: string[] };

/** The blocks of the root's `children`; their numbers begin at `firstIndex`. */
export function blocksOf(children: readonly RootContent[], context: NodeContext, firstIndex: number): Block[] {
  const drafts: Draft[] = [];
  for (const node of children) addBlocks(node, 0, context, drafts);
  const visible = drafts.filter(({ span }) => span.end > span.start); // a byte order mark alone can be indented code
  return visible.map((draft, i) => ({ ...draft, kind: settledKind(draft, visible[i - 1]), index: firstIndex + i }));
}

function addBlocks(node: RootContent | ListItem, depth: number, context: NodeContext, out: Draft[]): void {
  switch (node.type) {
    case 'heading':
      out.push(draft('heading', spanOf(node, context), [node], node.depth, context));
      break;
    case 'paragraph':
      addParagraph(node, 'paragraph', depth, context, out);
      break;
    case 'list':
      for (const item of node.children) addBlocks(item, depth + 1, context, out);
      break;
    case 'listItem':
      addListItem(node, depth, context, out);
      break;
    case 'blockquote':
    case 'footnoteDefinition':
      for (const child of node.children) addBlocks(child, depth, context, out);
      break;
    case 'code':
      out.push(draft('code', spanOf(node, context), [node], depth, context));
      break;
    case 'table':
      out.push(draft('table', spanOf(node, context), [node], depth, context));
      break;
    case 'html':
      addHtml(node.value, node, depth, context, out);
      break;
    default: // rules and definitions are no blocks of their own
      break;
  }
}

/** The first paragraph of a list item is the item; what follows in it stands as blocks of their own. */
function addListItem(node: ListItem, depth: number, context: NodeContext, out: Draft[]): void {
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph') {
    addParagraph(first, 'list-item', depth, context, out, spanOf(node, context).start);
  } else if (first) addBlocks(first, depth, context, out);
  for (const child of rest) addBlocks(child, depth, context, out);
}

function addHtml(html: string, node: RootContent, depth: number, context: NodeContext, out: Draft[]): void {
  const outside = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => {
    addComment(comment, out);
    return '';
  });
  if (outside.trim() !== '')
    out.push(draft(isPictureHtml(outside) ? 'image' : 'html', spanOf(node, context), [node], depth, context));
}

/** Whether HTML shows pictures and nothing else. */
function isPictureHtml(html: string): boolean {
  return (
    /<img\b/i.test(html) && /^\s*(?:<\/?(?:img|a|p|center|div|figure|picture|source|span|br)\b[^>]*>\s*)+$/i.test(html)
  );
}

function addComment(comment: string, out: Draft[]): void {
  if (isDirective(comment)) return;
  const text = comment.replace(/^<!--+|(?<!-)--+>$/g, '').trim();
  if (text !== '') out.at(-1)?.comments.push(text);
}

/** What MDX takes for a program: `import Map from '…'`, `export const year = …`. */
const moduleLine = /import (?:[\w*{][\w*{}, $]* from )?(?:'[^'\n]+'|"[^"\n]+");?|export const \w+ ?=.*/;
/** Lines that are no text: the `\\` that these posts use for vertical space, Liquid tags, kramdown's attribute lists, MDX's modules. */
const separatorLine = new RegExp(String.raw`^(?:\\+|(?:${liquidTag.source}\s*)+|%\}|\{:.*\}|${moduleLine.source})$`);
/**
 * A line that defines a reference, perhaps behind Liquid tags. Its label and its address are captured. In `[must]: boats
 * have sails` nothing looks like an address, and more than a title stands behind it: that is text.
 */
export const definitionLine = new RegExp(
  String.raw`^[ \t]*(?:${liquidTag.source}[ \t]*)*\[((?:[^[\]\\\n]|\\.)+)\]:[ \t]*(?=\S*[/.#:{<@%]|\S+[ \t]*(?:["'({]|\r?$))(\S+)[^\n]*$`,
  'gm',
);
const liquidTags = new RegExp(liquidTag, 'g');
/** A line that is one bold, or bold and italic, phrase. */
const titleLine = /^(\*{2,3}|_{2,3})(?=\S)((?:(?!\1).)+)\1\**[\s\\]*$/s;
const longestTitle = 240;

/** A line with a tag around it that kramdown takes for a block of its own. */
const wrappedLine = /^<[a-z]+\s(?:[^<>]{0,500}\s)?markdown=/i;

interface Line {
  readonly kind: 'text' | 'image' | 'title' | 'separator';
  readonly span: Span;
  readonly isWrapped: boolean;
}

/**
 * One paragraph of Markdown can be several to its reader: newsletters forget the blank line between a title and
 * its text, or a picture and its caption.
 */
function addParagraph(
  node: Paragraph,
  kind: BlockKind,
  depth: number,
  context: NodeContext,
  out: Draft[],
  start?: number,
): void {
  const span = spanOf(node, context);
  let piece: Line | undefined;
  let pieceKind = kind;
  let isFirst = true;
  const nodesOn = overlapFinder(node, context);
  const flush = (): void => {
    if (!piece) return;
    const pieceSpan = trimSpan(
      context.text,
      isFirst && start !== undefined ? { start, end: piece.span.end } : piece.span,
    );
    const inner =
      pieceSpan.start <= span.start && pieceSpan.end >= span.end
        ? [node]
        : nodesOn(piece.span).map(({ child }) => child);
    const blockKind =
      piece.kind === 'text'
        ? pieceKind
        : pieceKind === 'list-item'
          ? 'list-item'
          : piece.kind === 'image'
            ? 'image'
            : 'title';
    out.push(draft(blockKind, pieceSpan, inner, depth, context));
    for (const child of inner.flatMap((n) => (n.type === 'paragraph' ? n.children : [n]))) {
      if (child.type === 'html' && child.value.startsWith('<!--')) addComment(child.value, out);
    }
    piece = undefined;
    isFirst = false;
    pieceKind = 'paragraph';
  };
  for (const line of linesOf(node, span, context, kind === 'list-item')) {
    if (line.kind === 'separator') flush();
    else if (line.kind === 'text' && piece?.kind === 'text' && !piece.isWrapped && !line.isWrapped)
      piece = { ...piece, span: { start: piece.span.start, end: line.span.end } };
    else {
      flush();
      piece = line;
    }
  }
  flush();
}

/** The lines of a paragraph, each with what it is. Inside a phrase that goes on over lines all are text. */
function linesOf(node: Paragraph, span: Span, context: NodeContext, inList: boolean): Line[] {
  const nodesOn = overlapFinder(node, context);
  const lines: Line[] = [];
  let previous: Line['kind'] = 'separator';
  let from = span.start;
  while (from < span.end) {
    const newline = context.text.indexOf('\n', from);
    const end = newline < 0 || newline >= span.end ? span.end : newline + 1;
    const line = trimSpan(context.text, { start: from, end });
    const nodes = nodesOn(line);
    const crossing = nodes.some(
      ({ child, span: s }) =>
        child.type !== 'text' && (s.start < line.start || (s.end > line.end && child.type !== 'break')),
    );
    const words = slice(context.text, { start: line.start, end: endWithoutDirectives(context.text, line) });
    const kind: Line['kind'] = crossing
      ? 'text'
      : lineKind(
          words,
          previous === 'separator' && !inList,
          nodes.map(({ child }) => child),
        );
    if (line.start < line.end) {
      lines.push({ kind, span: line, isWrapped: wrappedLine.test(words) });
      previous = kind;
    }
    from = end;
  }
  return lines;
}

function lineKind(line: string, mayBeTitle: boolean, nodes: readonly Nodes[]): Line['kind'] {
  if (separatorLine.test(line) || line.search(definitionLine) === 0) return 'separator';
  if (nodes.length > 0 && nodes.every((node) => isPicture(node) || isBlank(node)))
    return nodes.some(isPicture) ? 'image' : 'text';
  return mayBeTitle && line.length < longestTitle && titleLine.test(line) ? 'title' : 'text';
}

function isPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type === 'html') return /^<img\b/i.test(node.value);
  return (
    (node.type === 'link' || node.type === 'linkReference') &&
    node.children.length > 0 &&
    node.children.every(isPicture)
  );
}

function isBlank(node: Nodes): boolean {
  return (
    node.type === 'break' ||
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'html' && isDirective(node.value))
  );
}

interface Placed {
  readonly child: PhrasingContent;
  readonly span: Span;
}

/** Finds the parts of a paragraph that share characters with a span; asked for ascending spans, in time linear in all. */
function overlapFinder(node: Paragraph, context: NodeContext): (span: Span) => Placed[] {
  const placed = node.children.map((child): Placed => ({ child, span: spanOf(child, context) }));
  let first = 0;
  return ({ start, end }) => {
    while (first < placed.length && placed[first]!.span.end <= start) first++;
    const found: Placed[] = [];
    for (let i = first; i < placed.length && placed[i]!.span.start < end; i++) found.push(placed[i]!);
    return found;
  };
}

/** kramdown's and Hugo's `{#id}`, `{: #id .class}` and `{.class}` behind a heading. */
export const headingAttributes = /(?<!\s)\s*\{:?\s*[#.][^{}\n]{1,300}\}$/;

function draft(
  kind: BlockKind,
  whole: Span,
  nodes: readonly RootContent[],
  depth: number,
  context: NodeContext,
): Draft {
  const trimmed = trimSpan(context.text, whole); // of indented code, and of fences that are never closed
  const span = kind === 'code' ? trimmed : { start: trimmed.start, end: endWithoutDirectives(context.text, trimmed) };
  const placeables = placeablesOf(nodes, context, span);
  const ordinal =
    kind === 'list-item' ? /^(\d{1,9})[.)]\s/.exec(context.text.slice(span.start, span.start + 12))?.[1] : undefined;
  const inside = <T extends { readonly span: Span }>(found: readonly T[]): T[] =>
    found.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  const written = kind === 'code' || kind === 'html' ? '' : plainText(nodes, span, context);
  const attributes = kind === 'heading' ? headingAttributes.exec(written) : null;
  const anchor = attributes && /#([^\s#}]+)/.exec(attributes[0])?.[1];
  return {
    kind,
    span,
    depth,
    nodes,
    nodeOffset: context.offset,
    identity: new Identity(),
    text: attributes ? written.slice(0, attributes.index) : written,
    links: inside(placeables.links),
    images: inside(placeables.images),
    code: placeables.code,
    comments: [],
    ...(ordinal !== undefined && { ordinal: Number(ordinal) }),
    ...(anchor && { anchor }),
  };
}

/** The text without its HTML comments; one that is never closed stays. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    out += text.slice(at, open);
    at = close + 3;
  }
  return out + text.slice(at);
}

/** What a reader sees of `nodes` inside `span`. A text node that crosses the span's border is cut there. */
function plainText(nodes: readonly RootContent[], span: Span, context: NodeContext): string {
  const read = (node: Nodes): string => {
    if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference') return '';
    if (node.type === 'break') return '\n';
    if (node.type === 'tableCell') return `${node.children.map(read).join('')} `;
    if ('children' in node) return node.children.map(read).join('');
    const at = spanOf(node, context);
    if (node.type === 'text' && (at.start < span.start || at.end > span.end)) {
      return context.text.slice(Math.max(at.start, span.start), Math.min(at.end, span.end));
    }
    return toString(node);
  };
  return withoutComments(nodes.map(read).join(''))
    .replace(liquidTags, ' ')
    .replace(/^\\+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A short paragraph right behind a picture that is wholly or mostly emphasis and links is its caption; a bold line without a link names what follows. */
function settledKind(block: Draft, before: Draft | undefined): BlockKind {
  if (block.kind !== 'paragraph' && block.kind !== 'title') return block.kind;
  if (before?.kind !== 'image' || block.text.length > longestTitle || block.text === '') return block.kind;
  if (block.kind === 'title' && block.links.length === 0) return 'title';
  const marked = markedLength(block.nodes);
  return marked >= block.text.length * 0.6 ? 'caption' : block.kind;
}

function markedLength(nodes: readonly Nodes[]): number {
  let length = 0;
  for (const node of nodes) {
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link' || node.type === 'linkReference')
      length += toString(node).length;
    else if ('children' in node) length += markedLength(node.children);
  }
  return length;
}
