// Single blocks of the source that the translation does not have.
import type { Block } from '../../model.js';
import type { PairContext } from '../check.js';
import { compareImages } from './images.js';
import { oncePer } from './memo.js';
import { coveredBlocks, isMissing, missingPart, type MissingPart } from './missing.js';

/** Blocks that are missing, outside of missing sections and items; pictures and the captions that went with them are not among them. */
export const missingBlocks = oncePer((context: PairContext): readonly MissingPart[] => {
  const covered = coveredBlocks(context);
  const withImage = new Set(compareImages(context).missing.flatMap(({ block }) => [block, ...captionOf(context, block)]));
  return context.source.blocks
    .filter((block) => isMissing(context, block) && !covered.has(block.index) && !withImage.has(block) && block.kind !== 'image')
    .map((block) => missingPart(context, block.index, block.index));
});

/** The caption right behind a picture of the source, if it is missing as the picture is. */
export function captionOf(context: PairContext, image: Block): Block[] {
  const next = context.source.blocks[image.index + 1];
  return next?.kind === 'caption' && isMissing(context, image) && isMissing(context, next) ? [next] : [];
}
