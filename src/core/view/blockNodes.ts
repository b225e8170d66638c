// A block's part of the syntax tree: one paragraph of Markdown can be several blocks.
import type { Heading, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import type { Point } from 'unist';
import type { Block, Issue } from '../model.js';
import { headingAttributes } from '../parse/blocks.js';
import { nodeSpan } from '../parse/nodeSpan.js';

/** The nodes of a block, cut to its span; what stands in no paragraph is put into one. Offsets count from `block.nodeOffset`. */
export function nodesOf(block: Block, issue: Issue): RootContent[] {
  const nodes = block.nodes
    .flatMap((node) => within(node, block, issue) ?? [])
    .map((node) => (node.type === 'heading' ? withoutAttributes(node) : node));
  return nodes.every(isPhrasing) ? [{ type: 'paragraph', children: trimmed(nodes) }] : nodes;
}

/** The part of `node` that lies in the block. */
function within<T extends Nodes>(node: T, block: Block, issue: Issue): T | undefined {
  const { start, end } = nodeSpan(node, block.nodeOffset);
  if (start >= block.span.start && end <= block.span.end) return node;
  if (end <= block.span.start || start >= block.span.end) return undefined;
  if (node.type === 'text')
    return cutText(node, Math.max(start, block.span.start), Math.min(end, block.span.end), block, issue) as T;
  if (!('children' in node)) return node;
  return { ...node, children: node.children.flatMap((child) => within(child as Nodes, block, issue) ?? []) };
}

/** A heading as readers see it, without the anchor and the classes that it gives itself. */
function withoutAttributes(heading: Heading): Heading {
  const last = heading.children.at(-1);
  const at = last?.type === 'text' ? last.value.search(headingAttributes) : -1;
  if (last?.type !== 'text' || at < 0) return heading;
  const { start, end } = last.position!;
  const position = { start, end: { ...end, offset: end.offset! - (last.value.length - at) } };
  return {
    ...heading,
    children: [...heading.children.slice(0, -1), { ...last, value: last.value.slice(0, at), position }],
  };
}

/** The part of a text from `start` to `end`, which count in the issue's text. */
function cutText(node: Text, start: number, end: number, { nodeOffset }: Block, { text }: Issue): Text {
  const point = (offset: number): Point => ({ line: 1, column: 1, offset: offset - nodeOffset });
  return { ...node, value: text.slice(start, end), position: { start: point(start), end: point(end) } };
}

const phrasing = new Set([
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'html',
  'delete',
]);

function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasing.has(node.type);
}

/** Without line breaks at its ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isText = (node: PhrasingContent): boolean =>
    node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '');
  return nodes.slice(Math.max(0, nodes.findIndex(isText)), nodes.findLastIndex(isText) + 1);
}
