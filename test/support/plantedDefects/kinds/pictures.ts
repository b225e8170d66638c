// Defects of pictures: lost, another one, or described in the source's words.
import type { Image } from '../../../../src/core/model.js';
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind } from '../defect.js';
import { lineOf, one, ordinaryWords, standsAlone, wholeLines } from '../places.js';

interface ImageCouple {
  readonly image: Image;
  readonly source: Image;
  /** What to delete: the picture, or its whole lines where it is alone on them. */
  readonly all: Span;
}

/** The pictures of clean couples that are there once in each text. */
function images(bed: DefectBed): ImageCouple[] {
  return bed.clean.flatMap(({ source, target }) =>
    target.images.flatMap((image): ImageCouple[] => {
      const same = source.images.filter(({ key }) => key === image.key);
      const everywhere = bed.target.blocks.flatMap((block) => block.images).filter(({ key }) => key === image.key);
      if (same.length !== 1 || everywhere.length !== 1 || !standsAlone(bed.target, target)) return [];
      const isAlone =
        target.kind === 'image' && lineOf(bed.target, target.span.start) === lineOf(bed.target, target.span.end);
      return [
        { image, source: same[0]!, all: isAlone ? wholeLines(bed.target, target.index, target.index) : image.span },
      ];
    }),
  );
}

const dropImage: DefectKind = {
  id: 'drop-image',
  says: 'a picture lost',
  foundBy: ['image-missing'],
  plant(bed) {
    const chosen = one(bed.random, images(bed));
    return chosen && { edits: [{ span: chosen.all, newText: '' }], source: chosen.source.span };
  },
};

const alterImage: DefectKind = {
  id: 'alter-image',
  says: 'the address of a picture changed',
  foundBy: ['image-changed'],
  plant(bed) {
    const chosen = one(
      bed.random,
      images(bed).filter(({ image }) => image.urlSpan !== undefined && /\w{3,}\.\w+$/.test(image.url)),
    );
    if (!chosen) return undefined;
    const url = chosen.image.url.replace(
      /(\w)(\.\w+)$/,
      (_, letter: string, end: string) => (letter === 'x' ? 'y' : 'x') + end,
    );
    return {
      edits: [{ span: chosen.image.urlSpan!, newText: url }],
      source: chosen.source.span,
      place: chosen.image.span,
    };
  },
};

const sourceAlt: DefectKind = {
  id: 'source-alt',
  says: 'a picture described in the source’s words',
  foundBy: ['image-text-untranslated'],
  plant(bed) {
    const found = images(bed).filter(
      ({ image, source }) =>
        ordinaryWords(source.alt) >= 2 &&
        image.alt !== source.alt &&
        bed.target.text.startsWith(`![${image.alt}](`, image.span.start),
    );
    const chosen = one(bed.random, found);
    if (!chosen) return undefined;
    const start = chosen.image.span.start + 2;
    return {
      edits: [{ span: { start, end: start + chosen.image.alt.length }, newText: chosen.source.alt }],
      source: chosen.source.span,
      place: chosen.image.span,
    };
  },
};

export const pictureKinds: readonly DefectKind[] = [dropImage, alterImage, sourceAlt];
