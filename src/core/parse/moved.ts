// Blocks that an edit beside them, or further up, has left what they were.
import type { RootContent } from 'mdast';
import type { Block, Image, Link } from '../model.js';
import { areAlike, commonEnds } from '../text/ends.js';
import { slice, type Span } from '../text/span.js';
import { nodeSpan } from './nodeSpan.js';
import type { Target } from './placeables.js';

/**
 * The blocks as they stand `by` code units further down.
 *
 * @param firstIndex the number of the first of them
 * @param definitions where the references lead: to the same addresses as before, at other places perhaps
 */
export function movedBlocks(
  blocks: readonly Block[],
  by: number,
  firstIndex: number,
  definitions: ReadonlyMap<string, Target>,
): readonly Block[] {
  const isInPlace = by === 0 && blocks[0]?.index === firstIndex && !blocks.some(hasReference);
  return isInPlace ? blocks : blocks.map((block, i) => movedBlock(block, by, firstIndex + i, definitions));
}

/** Blocks as they were read, and the text that their spans count in. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly text: string;
  /** Where in the whole text that text begins. */
  readonly from: number;
}

/** `now`, with the blocks of `before` in place of those at both ends that say the same: an edit is in the middle. */
export function keptBlocks(
  before: ReadBlocks,
  now: ReadBlocks,
  definitions: ReadonlyMap<string, Target>,
): readonly Block[] {
  const { front, back } = commonEnds(
    before.blocks,
    now.blocks,
    (old, own) => saysTheSame(old, own) && writtenIn(before, old) === writtenIn(now, own),
  );
  if (front + back === 0) return now.blocks;
  const [shift, end] = [now.blocks.length - before.blocks.length, now.blocks.length - back];
  return now.blocks.map((own, i) => {
    const old = i < front ? before.blocks[i] : i >= end ? before.blocks[i - shift] : undefined;
    return old ? movedBlock(old, own.span.start - old.span.start, own.index, definitions) : own;
  });
}

function writtenIn({ text, from }: ReadBlocks, { span: { start, end } }: Block): string {
  return slice(text, { start: start - from, end: end - from });
}

/** Whether two blocks, as far as they are written alike, are the same in all but their places. */
function saysTheSame(a: Block, b: Block): boolean {
  const isAlike =
    a.kind === b.kind && a.depth === b.depth && a.ordinal === b.ordinal && a.anchor === b.anchor && a.text === b.text;
  return (
    isAlike &&
    areAlike(a.code, b.code) &&
    areAlike(a.comments, b.comments) &&
    areAlike(a.nodes, b.nodes, (one, other) => one.type === other.type && reachesAsFar(a, one, b, other)) &&
    areAlike(
      a.links,
      b.links,
      (one, other) => one.form === other.form && one.url === other.url && one.label === other.label,
    ) &&
    areAlike(
      a.images,
      b.images,
      (one, other) => one.url === other.url && one.label === other.label && one.alt === other.alt,
    )
  );
}

/** Whether two nodes cover the same of their blocks, and of what is around them: the space behind a heading, for instance. */
function reachesAsFar(a: Block, one: RootContent, b: Block, other: RootContent): boolean {
  const [was, is] = [nodeSpan(one, a.nodeOffset - a.span.start), nodeSpan(other, b.nodeOffset - b.span.start)];
  return was.start === is.start && was.end === is.end;
}

function movedBlock(block: Block, by: number, index: number, definitions: ReadonlyMap<string, Target>): Block {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  /** Of a reference, the address stands elsewhere. */
  const address = (urlSpan: Span | undefined, label: string | undefined): Span | undefined =>
    label === undefined ? urlSpan && move(urlSpan) : definitions.get(label)?.urlSpan;
  const link = (one: Link): Link => ({
    ...one,
    span: move(one.span),
    textSpan: move(one.textSpan),
    urlSpan: address(one.urlSpan, one.label),
  });
  const image = (one: Image): Image => ({ ...one, span: move(one.span), urlSpan: address(one.urlSpan, one.label) });
  return {
    ...block,
    index,
    span: move(block.span),
    nodeOffset: block.nodeOffset + by,
    links: block.links.length === 0 ? block.links : block.links.map(link),
    images: block.images.length === 0 ? block.images : block.images.map(image),
  };
}

function hasReference({ links, images }: Block): boolean {
  return links.some(({ label }) => label !== undefined) || images.some(({ label }) => label !== undefined);
}
