// Blocks that an edit further up has moved.
import type { Block, Image, Link } from '../model.js';
import type { Span } from '../text/span.js';
import type { Target } from './placeables.js';

/**
 * The blocks as they stand `by` code units further down.
 *
 * @param firstIndex the number of the first of them
 * @param definitions where the references lead: to the same addresses as before, at other places perhaps
 */
export function movedBlocks(blocks: readonly Block[], by: number, firstIndex: number, definitions: ReadonlyMap<string, Target>): readonly Block[] {
  const isInPlace = by === 0 && blocks[0]?.index === firstIndex && !blocks.some(hasReference);
  return isInPlace ? blocks : blocks.map((block, i) => movedBlock(block, by, firstIndex + i, definitions));
}

function movedBlock(block: Block, by: number, index: number, definitions: ReadonlyMap<string, Target>): Block {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  /** Of a reference, the address stands elsewhere. */
  const address = (urlSpan: Span | undefined, label: string | undefined): Span | undefined => (label === undefined ? urlSpan && move(urlSpan) : definitions.get(label)?.urlSpan);
  const link = (one: Link): Link => ({ ...one, span: move(one.span), textSpan: move(one.textSpan), urlSpan: address(one.urlSpan, one.label) });
  const image = (one: Image): Image => ({ ...one, span: move(one.span), urlSpan: address(one.urlSpan, one.label) });
  return {
    ...block, index, span: move(block.span), nodeOffset: block.nodeOffset + by,
    links: block.links.length === 0 ? block.links : block.links.map(link),
    images: block.images.length === 0 ? block.images : block.images.map(image),
  };
}

function hasReference({ links, images }: Block): boolean {
  return links.some(({ label }) => label !== undefined) || images.some(({ label }) => label !== undefined);
}
