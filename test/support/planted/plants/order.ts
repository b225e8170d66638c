// Plants that delete, move, swap and repeat whole items, sections and paragraphs.
import type { Item, Section } from '../../../../src/core/model.js';
import {
  headedSections,
  insertedBehind,
  openedItems,
  piecesOf,
  replaced,
  shareOf,
  without,
  type Bed,
  type Plant,
  type Planting,
} from '../plant.js';
import { copied, touched, type Piece, type PlantableText } from '../text.js';

function allItems(text: PlantableText): { item: Item; section: Section }[] {
  return text.issue.sections.flatMap((section) => openedItems(text, section).map((item) => ({ item, section })));
}

const deleteItems: Plant = {
  id: 'delete-item',
  says: 'a tenth of the items left out',
  plant({ text, random }) {
    const items = allItems(text);
    if (items.length < 2) return undefined;
    const gone = random.some(items, shareOf(items.length, 0.1)).flatMap(({ item }) => piecesOf(text, item));
    return { pieces: without(text.pieces, gone) };
  },
};

const deleteSection: Plant = {
  id: 'delete-section',
  says: 'a section left out',
  plant({ text, random }) {
    const sections = headedSections(text);
    return sections.length < 2 ? undefined : { pieces: without(text.pieces, piecesOf(text, random.pick(sections))) };
  },
};

const deleteParagraphs: Plant = {
  id: 'delete-paragraph',
  says: 'a tenth of the paragraphs and list items left out',
  plant({ text, random }) {
    const blocks = text.issue.blocks;
    const leaves = text.pieces.filter(({ block }) => {
      if (block?.kind === 'paragraph') return true;
      const next = block && blocks[block.index + 1];
      return (
        block?.kind === 'list-item' &&
        (!next || next.depth === 0 || (next.kind === 'list-item' && next.depth <= block.depth))
      );
    });
    return leaves.length < 3
      ? undefined
      : { pieces: without(text.pieces, random.some(leaves, shareOf(leaves.length, 0.1))) };
  },
};

/** Behind which pieces of a section an item can stand: at its end, and before each item that something opens. */
function places(text: PlantableText, section: Section, pieces: readonly Piece[]): Piece[] {
  const ends = piecesOf(text, section).slice(-1);
  const before = openedItems(text, section).map(({ first }) => {
    const at = pieces.findIndex(({ block }) => block?.index === first);
    return pieces[at - 1]!;
  });
  return [...ends, ...before].filter((piece) => pieces.includes(piece));
}

const moveItem: Plant = {
  id: 'move-item',
  says: 'an item moved into another section',
  plant({ text, random }) {
    const items = allItems(text);
    if (headedSections(text).length < 2 || items.length < 2) return undefined;
    const { item, section } = random.pick(items);
    const moving = piecesOf(text, item);
    const rest = without(text.pieces, moving);
    const possible = headedSections(text)
      .filter((other) => other !== section)
      .flatMap((other) => places(text, other, rest));
    return possible.length === 0
      ? undefined
      : { pieces: insertedBehind(rest, random.pick(possible), moving.map(touched)) };
  },
};

const moveSection: Plant = {
  id: 'move-section',
  says: 'a section moved elsewhere',
  plant({ text, random }) {
    const sections = headedSections(text);
    if (sections.length < 3) return undefined;
    const from = random.below(sections.length);
    const behind = random.pick(sections.filter((_, i) => i !== from && i !== from - 1));
    const moving = piecesOf(text, sections[from]!);
    return { pieces: insertedBehind(without(text.pieces, moving), piecesOf(text, behind).at(-1), moving.map(touched)) };
  },
};

const swapItems: Plant = {
  id: 'swap-items',
  says: 'two items of a section exchanged',
  plant({ text, random }) {
    const sections = text.issue.sections
      .map((section) => openedItems(text, section))
      .filter((items) => items.length > 1);
    if (sections.length === 0) return undefined;
    const items = random.pick(sections);
    const first = random.below(items.length - 1);
    const second = random.below(2) === 0 ? first + 1 : first + 1 + random.below(items.length - 1 - first);
    return swapped(text, piecesOf(text, items[first]!), piecesOf(text, items[second]!));
  },
};

const swapSections: Plant = {
  id: 'swap-sections',
  says: 'two sections exchanged',
  plant({ text, random }) {
    const [first, second] = random.some(headedSections(text), 2);
    return first && second && swapped(text, piecesOf(text, first), piecesOf(text, second));
  },
};

function swapped(text: PlantableText, first: readonly Piece[], second: readonly Piece[]): Planting | undefined {
  if (!first[0] || !second[0]) return undefined;
  const rest = text.pieces.filter(
    (piece) => (!first.includes(piece) && !second.includes(piece)) || piece === first[0] || piece === second[0],
  );
  return {
    pieces: replaced(
      rest,
      new Map([
        [first[0], second.map(touched)],
        [second[0], first.map(touched)],
      ]),
    ),
  };
}

const duplicateItem: Plant = {
  id: 'duplicate-item',
  says: 'an item that stands twice, the second time behind the first or elsewhere',
  plant({ text, random }: Bed) {
    const items = allItems(text);
    if (items.length === 0) return undefined;
    const { item } = random.pick(items);
    const pieces = piecesOf(text, item);
    const place =
      random.below(2) === 0
        ? pieces.at(-1)!
        : random.pick(text.issue.sections.flatMap((section) => places(text, section, text.pieces)));
    if (pieces.includes(place) && place !== pieces.at(-1)) return undefined;
    return { pieces: insertedBehind(text.pieces, place, pieces.map(copied)) };
  },
};

export const orderPlants: readonly Plant[] = [
  deleteItems,
  deleteSection,
  deleteParagraphs,
  moveItem,
  moveSection,
  swapItems,
  swapSections,
  duplicateItem,
];
