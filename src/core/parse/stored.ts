// A parsed issue as plain data, and back again: for who reads more issues than memory holds, and needs them a second time.
import type { RootContent } from 'mdast';
import type { Block, Issue } from '../model.js';
import { Identity } from '../text/identity.js';
import { indexLines } from '../text/span.js';

/** An issue less what its text tells, and what is no data. */
export interface StoredIssue extends Omit<Issue, 'text' | 'lines' | 'damage' | 'blocks'> {
  readonly blocks: readonly StoredBlock[];
}

interface StoredBlock extends Omit<Block, 'identity' | 'nodes'> {
  readonly nodes: readonly StoredNode[];
}

/** A node with its offsets in the place of its lines and columns, which say the same, and which the core never asks for. */
interface StoredNode {
  readonly at?: readonly [start: number | undefined, end: number | undefined];
  readonly children?: readonly StoredNode[];
}

/** Undefined for a text whose encoding is damaged: the way back to its file's places is no data. */
export function storedIssue({ text: _text, lines: _lines, damage, blocks, ...rest }: Issue): StoredIssue | undefined {
  if (damage) return undefined;
  const nodes = oncePerNode(storedNode);
  return {
    ...rest,
    blocks: blocks.map(({ identity: _identity, ...block }) => ({ ...block, nodes: block.nodes.map(nodes) })),
  };
}

/**
 * The issue as it was parsed, but for the lines and columns of its nodes. It is no help to `parseIssue` after an edit.
 *
 * @param text what was parsed
 */
export function restoredIssue({ blocks, ...rest }: StoredIssue, text: string): Issue {
  const nodes = oncePerNode(restoredNode);
  return {
    ...rest,
    text,
    damage: undefined,
    lines: indexLines(text),
    blocks: blocks.map((block) => ({ ...block, nodes: block.nodes.map(nodes), identity: new Identity() })),
  };
}

/** Blocks that were cut out of one paragraph share its node, and do so afterwards. */
function oncePerNode<From extends object, To>(convert: (node: From) => To): (node: From) => To {
  const known = new Map<From, To>();
  return (node) => {
    const found = known.get(node) ?? convert(node);
    known.set(node, found);
    return found;
  };
}

function storedNode(node: RootContent): StoredNode {
  const { position, ...rest } = node;
  const stored = position ? { ...rest, at: [position.start.offset, position.end.offset] as const } : rest;
  return 'children' in node ? { ...stored, children: node.children.map(storedNode) } : (stored as StoredNode);
}

function restoredNode({ at, children, ...rest }: StoredNode): RootContent {
  const position = at && { start: { line: 0, column: 0, offset: at[0] }, end: { line: 0, column: 0, offset: at[1] } };
  return {
    ...rest,
    ...(children && { children: children.map(restoredNode) }),
    ...(position && { position }),
  } as RootContent;
}
