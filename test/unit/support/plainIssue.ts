// An issue as plain data, for comparing what a text is read as on two ways.
import type { Node } from 'unist';
import type { Issue } from '../../../src/core/model.js';

/**
 * All of an issue that can be compared: functions cannot, and which identity a block has is what differs. Nobody asks of
 * nodes more than where in the text they are.
 */
export function plainIssue(issue: Issue): unknown {
  const blocks = issue.blocks.map((block) => ({
    ...block,
    identity: undefined,
    nodeOffset: 0,
    nodes: block.nodes.map((node) => placed(node, block.nodeOffset)),
  }));
  return { ...issue, lines: undefined, damage: issue.damage?.repaired, blocks };
}

function placed({ position, ...node }: Node & { readonly children?: readonly Node[] }, offset: number): unknown {
  const at = position && [position.start, position.end].map((point) => point.offset! + offset);
  return { ...node, at, ...(node.children && { children: node.children.map((child) => placed(child, offset)) }) };
}
