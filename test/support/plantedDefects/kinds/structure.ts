// Defects of structure: what is missing, twice, elsewhere, added, or cut short.
import type { Block, Issue, Item, Section } from '../../../../src/core/model.js';
import type { Edit } from '../../../../src/core/text/edit.js';
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind, Planting } from '../defect.js';
import type { Couple } from '../pair.js';
import { couplesOf, lineOf, one, ordinaryWords, rawOf, standsAlone, textOfLine, wholeLines } from '../places.js';

/** A section or item of the target, and the blocks of the source that it is all of. */
interface LevelPart {
  readonly first: number;
  readonly last: number;
  readonly source: { readonly first: number; readonly last: number };
}

/** The parts of the target that translate a part of the source, whole and nothing else. */
function levelParts(
  bed: DefectBed,
  ofTarget: readonly (Item | Section)[],
  ofSource: readonly (Item | Section)[],
): LevelPart[] {
  const sourceOf = new Map(bed.couples.map(({ source, target }) => [target.index, source.index]));
  return ofTarget.flatMap(({ first, last }): LevelPart[] => {
    const sources = range(first, last).map((i) => sourceOf.get(i));
    const part = ofSource.find((one) => one.first === sources[0]);
    const isWhole =
      part !== undefined &&
      sources.length === part.last - part.first + 1 &&
      sources.every((i, at) => i === part.first + at);
    const alone = range(first, last).every((i) => standsAlone(bed.target, bed.target.blocks[i]!));
    const hasDefinitions =
      isWhole &&
      /^\[[^\]]+\]:/m.test(
        bed.target.text.slice(bed.target.blocks[first]!.span.start, bed.target.blocks[last]!.span.end),
      );
    return isWhole && alone && !hasDefinitions ? [{ first, last, source: { first: part.first, last: part.last } }] : [];
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const headed = (bed: DefectBed, side: 'source' | 'target'): Section[] =>
  bed[side].sections.filter(({ heading }) => heading !== undefined);

/** Items that a title or a bullet opens, with some words in them. */
function opened(bed: DefectBed, side: 'source' | 'target'): Item[] {
  const { blocks, sections } = bed[side];
  return sections
    .flatMap(({ items }) => items)
    .filter(({ first, title }) => title !== undefined || blocks[first]!.kind === 'list-item');
}

const sections = (bed: DefectBed): LevelPart[] => levelParts(bed, headed(bed, 'target'), headed(bed, 'source'));
const items = (bed: DefectBed): LevelPart[] =>
  levelParts(bed, opened(bed, 'target'), opened(bed, 'source')).filter((part) => hasProse(bed, part));

/** More than a name or a picture: an item that nobody would miss is none. */
function hasProse({ source }: DefectBed, part: LevelPart): boolean {
  return range(part.source.first, part.source.last).some((i) => ordinaryWords(source.blocks[i]!.text) >= 3);
}

function sourceSpan({ source }: DefectBed, { first, last }: { first: number; last: number }): Span {
  return { start: source.blocks[first]!.span.start, end: source.blocks[last]!.span.end };
}

function removed(bed: DefectBed, part: LevelPart): Planting {
  return { edits: [withoutLines(bed, part.first, part.last)], source: sourceSpan(bed, part.source) };
}

/** The blocks' lines taken out; a blank line stays between what meets then. */
function withoutLines({ target }: DefectBed, first: number, last: number): Edit {
  const span = wholeLines(target, first, last);
  const stays =
    /\n[ \t]*\n/.test(target.text.slice(span.start, span.end)) &&
    !/\n[ \t]*\n$/.test(target.text.slice(0, span.start)) &&
    !/^[ \t]*\n/.test(target.text.slice(span.end));
  return { span, newText: stays ? '\n' : '' };
}

const missing = ['missing-section', 'missing-item', 'missing-block'];

const removeSection: DefectKind = {
  id: 'remove-section',
  says: 'a section left out',
  foundBy: ['missing-section'],
  plant(bed) {
    const part =
      sections(bed).length < 2
        ? undefined
        : one(
            bed.random,
            sections(bed).filter((level) => hasProse(bed, level)),
          );
    return part && removed(bed, part);
  },
};

const removeItem: DefectKind = {
  id: 'remove-item',
  says: 'an item left out',
  foundBy: missing,
  plant(bed) {
    const part = items(bed).length < 2 ? undefined : one(bed.random, items(bed));
    return part && removed(bed, part);
  },
};

/** Paragraphs and bullets of some words with nothing below them. */
function leaves(bed: DefectBed, kind: 'paragraph' | 'list-item'): Couple[] {
  return couplesOf(bed, kind).filter(({ source, target }) => {
    const isLeaf = (block: Block, blocks: readonly Block[]): boolean => {
      const next = blocks[block.index + 1];
      return (
        kind === 'paragraph' ||
        !next ||
        next.depth === 0 ||
        next.kind === 'heading' ||
        (next.kind === 'list-item' && next.depth <= block.depth)
      );
    };
    return (
      isLeaf(target, bed.target.blocks) &&
      isLeaf(source, bed.source.blocks) &&
      standsAlone(bed.target, target) &&
      ordinaryWords(source.text) >= 3
    );
  });
}

function removeLeaf(id: string, says: string, kind: 'paragraph' | 'list-item'): DefectKind {
  return {
    id,
    says,
    foundBy: missing,
    plant(bed) {
      const couple = one(bed.random, leaves(bed, kind));
      return (
        couple && { edits: [withoutLines(bed, couple.target.index, couple.target.index)], source: couple.source.span }
      );
    },
  };
}

/** Text to insert before line `at`, with blank lines around it as far as there are none. */
function apart(text: string): string {
  return `${text.trimEnd()}\n\n`;
}

const duplicateItem: DefectKind = {
  id: 'duplicate-item',
  says: 'an item that stands twice, the second time behind it or behind another one',
  foundBy: ['duplicate-block', 'added-block'],
  plant(bed) {
    const part = one(bed.random, items(bed));
    if (!part) return undefined;
    const span = wholeLines(bed.target, part.first, part.last);
    const behind = bed.random.below(2) === 0 ? part : bed.random.pick(items(bed));
    const { end } = wholeLines(bed.target, behind.first, behind.last);
    return {
      edits: [
        { span: { start: end, end }, newText: gapAt(bed, end) + apart(bed.target.text.slice(span.start, span.end)) },
      ],
      place: span,
    };
  },
};

function gapAt(bed: DefectBed, offset: number): string {
  const before = bed.target.text.slice(0, offset);
  return before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
}

const duplicateParagraph: DefectKind = {
  id: 'duplicate-paragraph',
  says: 'a paragraph that stands twice, one below the other',
  foundBy: ['duplicate-block', 'added-block'],
  plant(bed) {
    const couple = one(
      bed.random,
      leaves(bed, 'paragraph').filter(({ target }) => target.depth === 0),
    );
    if (!couple) return undefined;
    const { start, end } = wholeLines(bed.target, couple.target.index, couple.target.index);
    return {
      edits: [{ span: { start: end, end }, newText: gapAt(bed, end) + apart(bed.target.text.slice(start, end)) }],
      place: couple.target.span,
    };
  },
};

const pasteOver: DefectKind = {
  id: 'paste-over',
  says: 'the text of another item’s paragraph in the place of the right one',
  foundBy: ['duplicate-block'],
  besides: [
    'missing-block',
    'missing-item',
    'link-missing',
    'link-changed',
    'link-added',
    'number-changed',
    'emoji-changed',
    'added-block',
    'image-missing',
  ],
  plant(bed) {
    const [a, b] = bed.random.some(
      leaves(bed, 'paragraph').filter(
        ({ target, source }) =>
          target.depth === 0 && ordinaryWords(source.text) > 8 && !/^[*_]/.test(rawOf(bed.target, target)),
      ),
      2,
    );
    if (!a || !b) return undefined;
    return {
      edits: [{ span: a.target.span, newText: rawOf(bed.target, b.target) }],
      place: b.target.span,
      source: a.source.span,
    };
  },
};

const addNote: DefectKind = {
  id: 'add-note',
  says: 'a paragraph of another issue added',
  foundBy: ['added-block'],
  plant(bed) {
    const after = one(
      bed.random,
      couplesOf(bed, 'paragraph').filter(({ target }) => {
        const next = bed.target.blocks[target.index + 1];
        return (
          target.depth === 0 &&
          standsAlone(bed.target, target) &&
          (!next || next.depth === 0 || next.kind === 'heading') &&
          next?.kind !== 'caption'
        );
      }),
    );
    const text = bed.ofOtherIssue();
    if (!after || text === undefined) return undefined;
    const { end } = wholeLines(bed.target, after.target.index, after.target.index);
    return { edits: [{ span: { start: end, end }, newText: gapAt(bed, end) + apart(text) }] };
  },
};

function swap(bed: DefectBed, parts: readonly LevelPart[]): Planting | undefined {
  const [a, b] = bed.random.some(parts, 2);
  if (!a || !b) return undefined;
  const [first, second] = [bodyOf(bed, a), bodyOf(bed, b)];
  const text = ({ start, end }: Span): string => bed.target.text.slice(start, end);
  return {
    edits: [
      { span: first, newText: text(second) },
      { span: second, newText: text(first) },
    ],
    source: { start: sourceSpan(bed, a.source).start, end: sourceSpan(bed, b.source).end },
    place: { start: first.start, end: second.end },
  };
}

/** A part's lines, without the blank lines and the `\\\\` for space behind it, which stay where they are. */
function bodyOf({ target }: DefectBed, { first, last }: LevelPart): Span {
  const { start, end } = wholeLines(target, first, last);
  return { start, end: start + target.text.slice(start, end).replace(/(?:\s*\n[ \t]*\\+)*\s*$/, '').length };
}

const swapItems: DefectKind = {
  id: 'swap-items',
  says: 'two items of a section exchanged',
  foundBy: ['order-changed'],
  plant(bed) {
    const clean = new Set(bed.clean.map(({ target }) => target.index));
    const level = items(bed).filter(
      ({ first, last }) => range(first, last).every((i) => clean.has(i)) && !leadsList(bed.target, first, last),
    );
    // Nobody exchanges a bullet of one item with another item as a whole.
    const sortOf = ({ first }: LevelPart): string => {
      const { kind, depth } = bed.target.blocks[first]!;
      return kind === 'list-item' ? `${depth} ${listOf(bed.target, first)}` : 'titled';
    };
    const inSections = bed.target.sections.map(({ first, last }) =>
      level.filter((part) => part.first >= first && part.last <= last),
    );
    const groups = inSections
      .flatMap((parts) => [...new Set(parts.map(sortOf))].map((sort) => parts.filter((part) => sortOf(part) === sort)))
      .filter((group) => group.length > 1);
    const group = one(bed.random, groups);
    return group && swap(bed, group);
  },
};

/** A title with a list for its text: its bullets are items themselves, and do not go along. */
function leadsList({ blocks }: Issue, first: number, last: number): boolean {
  return blocks[first]!.kind !== 'list-item' && blocks[last + 1]?.kind === 'list-item';
}

/** Index of the first block of the list that an item is in: what stands level with it, without anything else between. */
function listOf({ blocks }: Issue, index: number): number {
  const { depth } = blocks[index]!;
  let first = index;
  for (
    let i = index - 1;
    i >= 0 && (blocks[i]!.kind === 'list-item' || blocks[i]!.depth >= depth) && blocks[i]!.depth >= depth;
    i--
  )
    if (blocks[i]!.kind === 'list-item' && blocks[i]!.depth === depth) first = i;
  return first;
}

const swapSections: DefectKind = {
  id: 'swap-sections',
  says: 'two sections exchanged',
  foundBy: ['order-changed'],
  plant: (bed) =>
    swap(
      bed,
      sections(bed).filter((part) => hasProse(bed, part)),
    ),
};

const truncate: DefectKind = {
  id: 'truncate',
  says: 'a paragraph of at least three sentences cut off behind the first',
  foundBy: ['truncated-text', 'missing-block'],
  plant(bed) {
    const found = couplesOf(bed, 'paragraph', 'list-item').flatMap(({ source, target }) => {
      const raw = rawOf(bed.target, target);
      const cut = sentenceEnds(raw, bed.locales.target)[0];
      const isLong = sentenceEnds(rawOf(bed.source, source), bed.locales.source).length >= 3;
      if (
        cut === undefined ||
        !isLong ||
        sentenceEnds(raw, bed.locales.target).length < 3 ||
        cut > raw.length * 0.45 ||
        /[[\]<>{}`*_\d]|\p{Extended_Pictographic}/u.test(raw.slice(cut))
      )
        return [];
      return [{ source, span: { start: target.span.start + cut, end: target.span.end }, target }];
    });
    const chosen = one(bed.random, found);
    return (
      chosen && { edits: [{ span: chosen.span, newText: '' }], source: chosen.source.span, place: chosen.target.span }
    );
  },
};

/** Where the sentences of a text end. */
export function sentenceEnds(raw: string, locale: string): number[] {
  // The segmenter ends a sentence at every line's end, and texts are wrapped anywhere.
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(raw.replace(/[\r\n]/g, ' '))];
  return segments
    .map(({ index, segment }) => index + segment.trimEnd().length)
    .filter((end, i, all) => end - (all[i - 1] ?? 0) > 12);
}

/** The blank line between two blocks that follow each other in both texts taken out. */
function swallow(id: string, says: string, fits: (above: Block, issue: Issue) => boolean): DefectKind {
  return {
    id,
    says,
    foundBy: ['swallowed-paragraph'],
    plant(bed) {
      const found = bed.clean.flatMap((above, i) => {
        const below = bed.clean[i + 1];
        const follows =
          below && below.target.index === above.target.index + 1 && below.source.index === above.source.index + 1;
        const gap = below && {
          start: above.target.span.end,
          end: bed.target.lines.startOf(bed.target.lines.positionAt(below.target.span.start).line),
        };
        return follows &&
          gap &&
          /^[ \t]*(?:\r?\n[ \t]*)+$/.test(bed.target.text.slice(gap.start, gap.end)) &&
          /\n[ \t]*\n/.test(bed.target.text.slice(gap.start, gap.end)) &&
          fits(above.target, bed.target) &&
          isRunningText(bed.target, below.target) &&
          isRunningText(bed.source, below.source)
          ? [{ above, below, gap }]
          : [];
      });
      const chosen = one(bed.random, found);
      if (!chosen) return undefined;
      const { above, below, gap } = chosen;
      return {
        edits: [{ span: gap, newText: '\n' }],
        place: { start: above.target.span.start, end: below.target.span.end },
        source: below.source.span,
      };
    },
  };
}

/** A paragraph that begins with words: no template, and no quotation, which needs no blank line before it. */
function isRunningText(issue: Issue, block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.depth === 0 &&
    /^[ \t]*[\p{L}«“¿¡]/u.test(textOfLine(issue, lineOf(issue, block.span.start)))
  );
}

export const structureKinds: readonly DefectKind[] = [
  removeSection,
  removeItem,
  removeLeaf('remove-paragraph', 'a paragraph left out', 'paragraph'),
  removeLeaf('remove-list-item', 'a bullet left out', 'list-item'),
  duplicateItem,
  duplicateParagraph,
  pasteOver,
  addNote,
  swapItems,
  swapSections,
  truncate,
  swallow(
    'swallow-paragraph',
    'no blank line between two paragraphs',
    (above, issue) => above.kind === 'paragraph' && above.depth === 0 && !rawOf(issue, above).startsWith('|'),
  ),
  swallow('swallow-below-title', 'no blank line between a bold title and its text', (above) => above.kind === 'title'),
];
