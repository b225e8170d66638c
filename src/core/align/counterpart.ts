// From a place in one text of a pair to what stands level with it in the other.
import type { Block } from '../model.js';
import type { Span } from '../text/span.js';
import type { Alignment, Unit, UnitIndex } from './alignment.js';

/** A text of a pair. */
export type Side = 'source' | 'target';

/** A pair, aligned, and its units by block. */
export interface AlignedPair {
  readonly alignment: Alignment;
  readonly units: UnitIndex;
}

/** A block that a place is in, and its unit. */
export interface UnitAt {
  readonly block: Block;
  readonly unit: Unit;
}

/** The unit that `offset` of one side is in; undefined between blocks. Offsets in the text. */
export function unitAt(pair: AlignedPair, side: Side, offset: number): UnitAt | undefined {
  const { blocks, unitOf } = sideOf(pair, side);
  const block = blocks[blockBefore(blocks, offset)];
  const unit = block && block.span.end >= offset ? unitOf[block.index] : undefined;
  return block && unit && { block, unit };
}

/** The blocks of a unit in the text that `side` is not. */
export function otherBlocks({ source, target }: Unit, side: Side): readonly Block[] {
  return side === 'source' ? target : source;
}

/**
 * Where the other text has what stands at `offset` of one side; of what has no counterpart, what stands before it has.
 * Offsets and spans in the issues' texts.
 */
export function counterpartSpan(pair: AlignedPair, side: Side, offset: number): Span | undefined {
  const { blocks, unitOf } = sideOf(pair, side);
  const others = (at: number): readonly Block[] => (unitOf[at] ? otherBlocks(unitOf[at], side) : []);
  let at = blockBefore(blocks, offset);
  while (at >= 0 && others(at).length === 0) at--;
  return others(Math.max(at, 0))[0]?.span;
}

function sideOf(
  { alignment, units }: AlignedPair,
  side: Side,
): { readonly blocks: readonly Block[]; readonly unitOf: readonly (Unit | undefined)[] } {
  return { blocks: alignment[side].blocks, unitOf: side === 'source' ? units.ofSource : units.ofTarget };
}

/** Index of the last block that begins at or before `offset`; -1 if none does. */
function blockBefore(blocks: readonly Block[], offset: number): number {
  return blocks.findLastIndex(({ span }) => span.start <= offset);
}
