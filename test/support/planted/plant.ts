// What a plant is: one kind of change that translators make, made on purpose.
import type { Item, Section } from '../../../src/core/model.js';
import type { Piece, PlantableText } from './text.js';
import type { Random } from './random.js';
import type { Writer } from './words.js';

/** What a plant works on. */
export interface Bed {
  readonly text: PlantableText;
  readonly random: Random;
  readonly writer: Writer;
  /** Whether the piece is one block that translates one block, so that cutting or joining it leaves no doubt about what is right. */
  simple(piece: Piece): boolean;
  /** The source's lines for a simple piece. */
  sourceOf(piece: Piece): string;
}

/** The pieces in their new order. */
export interface Planting {
  readonly pieces: readonly Piece[];
  /** How many blocks now hold what were several. */
  readonly joins?: number;
}

/** One kind of change. */
export interface Plant {
  readonly id: string;
  /** What it does, for the table. */
  readonly says: string;
  /** Plants the change; undefined where the text has no place for it. */
  plant(bed: Bed): Planting | undefined;
}

/** The pieces of a section's or an item's blocks; what stays in place is left out. */
export function piecesOf(text: PlantableText, { first, last }: Item | Section): Piece[] {
  return text.pieces.filter(({ block }) => block !== undefined && block.index >= first && block.index <= last);
}

/** Sections with a heading. */
export function headedSections(text: PlantableText): Section[] {
  return text.issue.sections.filter(({ heading }) => heading !== undefined);
}

/** Items that a title or a list's bullet opens. */
export function openedItems(text: PlantableText, section: Section): Item[] {
  return section.items.filter(
    ({ first, title }) => title !== undefined || text.issue.blocks[first]!.kind === 'list-item',
  );
}

/** `pieces` without `gone`. */
export function without(pieces: readonly Piece[], gone: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => !gone.includes(piece));
}

/** `pieces` with `extra` behind `place`, or at the start. */
export function insertedBehind(pieces: readonly Piece[], place: Piece | undefined, extra: readonly Piece[]): Piece[] {
  const at = place === undefined ? 0 : pieces.indexOf(place) + 1;
  return [...pieces.slice(0, at), ...extra, ...pieces.slice(at)];
}

/** `pieces` with each one that `change` answers for replaced. */
export function replaced(pieces: readonly Piece[], change: ReadonlyMap<Piece, readonly Piece[]>): Piece[] {
  return pieces.flatMap((piece) => change.get(piece) ?? [piece]);
}

/** About a `share` of `list`, one at least. */
export function shareOf(count: number, share: number): number {
  return Math.max(1, Math.round(count * share));
}
