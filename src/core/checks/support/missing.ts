// Sections and items of the source that the translation does not have, each cause once.
import type { Block, Section } from '../../model.js';
import type { PairContext } from '../check.js';
import { oncePer } from './memo.js';

/** A stretch of the source that is missing. */
export interface MissingPart {
  /** First and last of its blocks, as indexes into the source's blocks, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** The block that names it in messages. */
  readonly named: Block;
  /** How sure it is that it has no counterpart, 0 to 1. */
  readonly confidence: number;
}

/** Whole sections that are missing, heading and all. */
export const missingSections = oncePer((context: PairContext): readonly MissingPart[] =>
  isEmpty(context)
    ? []
    : context.source.sections.flatMap((section) =>
        isMissingSection(context, section) ? [missingPart(context, section.first, section.last)] : [],
      ),
);

/** From this share of its blocks on, a section is missing, though a few of them have found something like them elsewhere. */
const mostOfIt = 0.75;

/** Whether a section is missing: heading, the titles of its items, and all of it or nearly. A heading right above its first part is no section by itself. */
function isMissingSection(context: PairContext, { first, last, heading, items }: Section): boolean {
  if (
    heading === undefined ||
    !isMissing(context, context.source.blocks[heading]!) ||
    (first === last && isAbovePart(context, first))
  )
    return false;
  if (allMissing(context, first, last)) return true;
  const blocks = context.source.blocks.slice(first, last + 1);
  const titles = items.flatMap(({ title }) => (title === undefined ? [] : [context.source.blocks[title]!]));
  return (
    titles.length >= 2 &&
    titles.every((title) => isMissing(context, title)) &&
    blocks.filter((block) => isMissing(context, block)).length >= mostOfIt * blocks.length
  );
}

/** Whether a heading of the source stands right above one of a deeper level. */
function isAbovePart({ source: { blocks } }: PairContext, heading: number): boolean {
  const [own, next] = [blocks[heading]!, blocks[heading + 1]];
  return next?.kind === 'heading' && (next.depth ?? 0) > (own.depth ?? 0);
}

/** All of the source, if the translation has nothing at all. */
export function missingWhole(context: PairContext): MissingPart | undefined {
  return isEmpty(context) ? missingPart(context, 0, context.source.blocks.length - 1) : undefined;
}

function isEmpty({ source, target }: PairContext): boolean {
  return target.blocks.length === 0 && source.blocks.length > 0;
}

/** Whole items that are missing, outside of missing sections. */
export const missingItems = oncePer((context: PairContext): readonly MissingPart[] =>
  context.source.sections.flatMap((section) => {
    if (isEmpty(context) || isMissingSection(context, section)) return [];
    return section.items
      .filter((item) => opensItem(context.source.blocks[item.first]!) && allMissing(context, item.first, item.last))
      .map((item) => missingPart(context, item.first, item.last));
  }),
);

/** Indexes of the source blocks that a missing section or a missing item speaks for. */
export const coveredBlocks = oncePer((context: PairContext): ReadonlySet<number> => {
  const covered = new Set<number>();
  const whole = missingWhole(context);
  for (const { first, last } of [...(whole ? [whole] : []), ...missingSections(context), ...missingItems(context)]) {
    for (let i = first; i <= last; i++) covered.add(i);
  }
  return covered;
});

/** Whether the translation has nothing for a block of the source. */
export function isMissing(context: PairContext, block: Block): boolean {
  return context.units.ofSource[block.index]?.state === 'missing';
}

function allMissing(context: PairContext, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (context.units.ofSource[i]?.state !== 'missing') return false;
  return true;
}

function opensItem(block: Block): boolean {
  return block.kind === 'title' || block.kind === 'heading' || block.kind === 'list-item';
}

/** The part from block `first` to block `last`. */
export function missingPart(context: PairContext, first: number, last: number): MissingPart {
  const { blocks } = context.source;
  const named = blocks.slice(first, last + 1).find((block) => block.text !== '') ?? blocks[first]!;
  return {
    first,
    last,
    named,
    confidence: Math.min(
      ...blocks.slice(first, last + 1).map((block) => context.units.ofSource[block.index]?.confidence ?? 0),
    ),
  };
}
