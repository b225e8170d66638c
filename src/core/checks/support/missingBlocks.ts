// Single blocks of the source that the translation does not have.
import type { Block, BlockKind } from '../../model.js';
import { slice } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { compareImages } from './images.js';
import { mayHold } from './lengths.js';
import { oncePer } from './memo.js';
import { perUnit } from './perRow.js';
import { coveredBlocks, isMissing, missingPart, type MissingPart } from './missing.js';

/** Blocks that are missing, outside of missing sections and items; pictures and the captions that went with them are not among them. */
export const missingBlocks = oncePer((context: PairContext): readonly MissingPart[] => {
  const missing = missingOnes(context);
  if (missing.length === 0) return [];
  const covered = coveredBlocks(context);
  const withImage = new Set(
    compareImages(context).missing.flatMap(({ block }) => [block, ...captionOf(context, block)]),
  );
  return missing
    .filter(
      (block) =>
        !covered.has(block.index) && !withImage.has(block) && isSeen(context, block) && !isMistyped(context, block),
    )
    .map((block) => missingPart(context, block.index, block.index));
});

const missingOnes = perUnit(({ source, state }) => (state === 'missing' ? source : []));

/** The caption right behind a picture of the source, if it is missing as the picture is. */
export function captionOf(context: PairContext, image: Block): Block[] {
  const next = context.source.blocks[image.index + 1];
  return next?.kind === 'caption' && isMissing(context, image) && isMissing(context, next) ? [next] : [];
}

/** Whether a heading is there, without the space that makes it one: `##News`, by itself or as the first line of the text below it. */
function isMistyped({ target, units }: PairContext, { kind, depth, index }: Block): boolean {
  if (kind !== 'heading') return false;
  const beside = [index - 1, index + 1].flatMap((at) => units.ofSource[at]?.target ?? []);
  const mayBe = (block: Block): boolean =>
    block.kind === 'paragraph' && (units.ofTarget[block.index]?.state === 'added' || beside.includes(block));
  return target.blocks.some(
    (block) => mayBe(block) && [...block.text.matchAll(mistypedHeading)].some(([signs]) => signs.length === depth),
  );
}
const mistypedHeading = /^#{1,6}(?=[^\s#])/gm;

/** HTML that shows something; what else stands alone are tags around other blocks. */
const shows = /<(?:iframe|video|audio|embed|object|canvas|svg|script|blockquote|form|button)\b/i;

/** Whether readers miss a block: pictures are looked at elsewhere, and HTML can be nothing but a closing tag. */
function isSeen({ source }: PairContext, { kind, text, images, span }: Block): boolean {
  if (kind === 'image' || (text === '' && images.length > 0)) return false;
  return kind !== 'html' || shows.test(slice(source.text, span));
}

/** `merged`: the text next to it is so long that it may hold its translation. `replaced`: something else stands in its place. */
export type Doubt = 'merged' | 'replaced';

const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'caption']);

/** Why a block may not be missing after all. */
export function doubtOf(context: PairContext, block: Block): Doubt | undefined {
  const { target, units } = context;
  if (!running.has(block.kind)) return undefined;
  const around = [units.ofSource[block.index - 1], units.ofSource[block.index + 1]].filter(
    (unit) => unit !== undefined,
  );
  if (around.some((unit) => mayHold(context, unit, block))) return 'merged';
  const before = nearest(context, block.index - 1, -1)?.index ?? -1;
  const behind = nearest(context, block.index + 1, 1)?.index ?? target.blocks.length;
  const between = target.blocks.slice(before + 1, behind);
  return between.length > 0 &&
    between.every((one) => units.ofTarget[one.index]?.state === 'added') &&
    between.some((one) => running.has(one.kind))
    ? 'replaced'
    : undefined;
}

/** The nearest block of the translation before, or behind, which a missing block belongs. */
function nearest({ source, units }: PairContext, from: number, step: -1 | 1): Block | undefined {
  for (let i = from; i >= 0 && i < source.blocks.length; i += step) {
    const unit = units.ofSource[i]!;
    if (unit.state !== 'moved' && unit.target.length > 0) return step < 0 ? unit.target.at(-1) : unit.target[0];
  }
  return undefined;
}
