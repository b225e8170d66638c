// Pictures of source and translation, matched; what is left over on either side.
import { languageOf } from '../../language/locale.js';
import { isAddressDamaged, namesLocale } from './addresses.js';
import type { Block, Image, Issue } from '../../model.js';
import type { PairContext } from '../check.js';
import { itemOfSource } from './items.js';
import { oncePer } from './memo.js';
import { coveredBlocks } from './missing.js';

/** A picture and the block that it stands in. */
export interface PlacedImage {
  readonly image: Image;
  readonly block: Block;
}

export interface ImageComparison {
  /** The same picture on both sides. */
  readonly matched: readonly { readonly source: PlacedImage; readonly target: PlacedImage }[];
  /** Pictures of the source that the translation lost. */
  readonly missing: readonly PlacedImage[];
  /** Pictures in whose place another one stands. */
  readonly changed: readonly {
    readonly source: PlacedImage;
    readonly target: PlacedImage;
    readonly isDamaged: boolean;
  }[];
}

/** Compares the pictures of a pair. One that stands anywhere in the translation is not lost. */
export const compareImages = oncePer((context: PairContext): ImageComparison => {
  const source = imagesInSource(context.source);
  const target = imagesOf(context.target.blocks);
  const free = new Set(target);
  const take = (fits: (candidate: PlacedImage) => boolean): PlacedImage | undefined => {
    for (const candidate of free) {
      if (!fits(candidate)) continue;
      free.delete(candidate);
      return candidate;
    }
    return undefined;
  };
  const matched: { source: PlacedImage; target: PlacedImage }[] = [];
  const lost = source.filter((one) => {
    const same =
      take((candidate) => candidate.image.key === one.image.key) ??
      take((candidate) => isOfLanguage(candidate.image.key, one.image.key, context));
    if (same) matched.push({ source: one, target: same });
    return same === undefined;
  });
  const covered = coveredBlocks(context);
  const missing: PlacedImage[] = [];
  const changed: { source: PlacedImage; target: PlacedImage; isDamaged: boolean }[] = [];
  for (const one of lost) {
    if (covered.has(one.block.index)) continue;
    const instead = take((candidate) => standsInPlaceOf(candidate, one, context));
    if (instead)
      changed.push({ source: one, target: instead, isDamaged: isAddressDamaged(instead.image.url, one.image.url) });
    else missing.push(one);
  }
  return { matched, missing, changed };
});

/** Whether the one is the other’s file in the translation’s language: `map.png` or `map-en.png`, and `map-fr.png`. */
function isOfLanguage(target: string, source: string, { sourceLocale, targetLocale }: PairContext): boolean {
  if (!targetLocale || !namesLocale(target, targetLocale)) return false;
  const [own, other] = [targetLocale, sourceLocale].map((locale) => languageOf(locale ?? 'en'));
  const neutral = (key: string, language: string): string =>
    key.replace(new RegExp(`[-_.]${language}(?:[-_][a-z]{2,4})?(?=\\.\\w+$)`, 'i'), '');
  return neutral(target, own!) !== target && neutral(target, own!) === neutral(source, other!);
}

const imagesInSource = oncePer(({ blocks }: Issue): readonly PlacedImage[] => imagesOf(blocks));

function imagesOf(blocks: readonly Block[]): PlacedImage[] {
  return blocks.flatMap((block) => block.images.map((image) => ({ image, block })));
}

/** Whether a picture of the translation is in the same unit, or as the only other one in the same item. */
function standsInPlaceOf(candidate: PlacedImage, lost: PlacedImage, context: PairContext): boolean {
  const unit = context.units.ofTarget[candidate.block.index];
  if (unit?.source.includes(lost.block)) return true;
  const item = itemOfSource(context, lost.block);
  return unit?.state === 'added' && item !== undefined && item === itemBefore(candidate.block, context);
}

/** The source's item that the text before an added block belongs to. */
function itemBefore(block: Block, context: PairContext): number | undefined {
  for (let i = block.index - 1; i >= 0; i--) {
    const source = context.units.ofTarget[i]?.source[0];
    if (source) return itemOfSource(context, source);
  }
  return undefined;
}
