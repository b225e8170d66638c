// Whether a block has less emphasis than its source.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../model.js';
import type { PairContext, PostContext } from '../check.js';
import { isComparable } from './comparable.js';
import { marksOf } from './emphasisMarks.js';

/** Whether the source's counterpart of `block` has more emphasised phrases, and no mark that shows; never of a post alone. */
export function lacksEmphasis(block: Block, context: PostContext | PairContext): boolean {
  if (!('units' in context)) return false;
  const unit = context.units.ofTarget[block.index];
  if (!unit || !isComparable(unit)) return false;
  const phrases = (blocks: readonly Block[]): number => blocks.reduce((sum, one) => sum + phrasesIn(one), 0);
  return (
    phrases(unit.source) > phrases(unit.target) && unit.source.every((one) => marksOf(context.source, one).length === 0)
  );
}

function phrasesIn({ nodes }: Block): number {
  let count = 0;
  for (const root of nodes) {
    visit(root as Nodes, (node) => {
      if (node.type === 'emphasis' || node.type === 'strong') count++;
    });
  }
  return count;
}
