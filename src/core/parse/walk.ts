// Every node of a Markdown tree, in the order of the text. What most steps begin with, for every block: unist-util-visit
// names a function anew for each node that it comes to, which takes longer than all that is done there.
import type { Nodes } from 'mdast';

/**
 * Shows `see` a node and all below it, parents first. Trees are no deeper than `limits.ts` lets them be.
 *
 * @param see answers `false` where nothing below is to be seen
 */
export function walk(node: Nodes, see: (node: Nodes) => unknown): void {
  if (see(node) === false || !('children' in node)) return;
  for (const child of node.children) walk(child, see);
}
