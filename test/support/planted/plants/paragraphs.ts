// Plants that cut and join paragraphs, and turn lists into paragraphs.
import type { Block } from '../../../../src/core/model.js';
import { replaced, shareOf, type Bed, type Plant } from '../plant.js';
import { blankLine, rewritten, textOf, touched, type Piece, type PlantableText } from '../text.js';

const sentenceEnd = /(?<=\p{L}{3}[)\]”’»]?)(?:[.!?؟…]["”’»)]*\s+(?=[\p{Lu}\p{Lo}¿¡])|[。！？][」』）”]*(?=\S))/gu;
/** A sentence is not cut off if it would stand alone as a line of fewer characters than this (Latin ones). */
const shortest = 30;

const split: Plant = {
  id: 'split-paragraph',
  says: "a fifth of the paragraphs cut at a sentence's end, into two or three",
  plant(bed) {
    const { text, random } = bed;
    const possible = text.pieces.filter((piece) => isText(piece) && bed.simple(piece) && cuts(text, piece).length > 0);
    if (possible.length === 0) return undefined;
    const chosen = random.some(possible, shareOf(possible.length, 0.2));
    return { pieces: replaced(text.pieces, new Map(chosen.map((piece) => [piece, cut(bed, piece)]))) };
  },
};

function cut({ text, random }: Bed, piece: Piece): Piece[] {
  const at = random.some(cuts(text, piece), 1 + random.below(2));
  const raw = textOf(piece);
  const indent = ' '.repeat(contentIndent(raw));
  const parts: Piece[] = [];
  let from = 0;
  for (const end of [...at, raw.length]) {
    const words = raw.slice(from, end).trim();
    const isLast = end === raw.length;
    const part = rewritten(piece, from === 0 ? raw.slice(0, end).trimEnd() : indent + words);
    parts.push({ ...part, after: isLast ? piece.after : [blankLine] });
    from = end;
  }
  return parts;
}

/** Where a piece can be cut, counted in its own text: behind sentences that end outside links and emphasis. */
function cuts(text: PlantableText, piece: Piece): number[] {
  const block = piece.block!;
  const start = text.issue.lines.startOf(text.issue.lines.positionAt(block.span.start).line);
  const length = textOf(piece).length;
  const found: number[] = [];
  let before = contentIndent(textOf(piece));
  for (const node of block.nodes.flatMap((one) => (one.type === 'paragraph' ? one.children : [one]))) {
    if (node.type !== 'text' || !node.position) continue;
    const offset = block.nodeOffset + node.position.start.offset! - start;
    const words = textOf(piece).slice(offset, block.nodeOffset + node.position.end.offset! - start);
    for (const match of words.matchAll(sentenceEnd)) {
      const at = offset + match.index + match[0].length;
      const wide = /\p{Script=Han}/u.test(words) ? 2.7 : 1;
      if (
        (at - before) * wide < shortest ||
        (length - at) * wide < shortest ||
        opensBlock.test(textOf(piece).slice(at))
      )
        continue;
      found.push(at);
      before = at;
    }
  }
  return found;
}

const opensBlock = /^\s*(?:[-*+>#|`~<]|\d+[.)]|\[[^\]]*\]:)/;

const merge: Plant = {
  id: 'merge-paragraphs',
  says: 'two paragraphs of an item joined, in a third of the items that have two',
  plant(bed) {
    const { text, random } = bed;
    const couples: [Piece, Piece][] = [];
    for (const item of text.issue.sections.flatMap(({ items }) => items)) {
      const inside = text.pieces.filter(
        ({ block }) => block !== undefined && block.index >= item.first && block.index <= item.last,
      );
      const couple = inside.flatMap((piece, i) =>
        joinable(bed, piece, inside[i + 1]) ? [[piece, inside[i + 1]!] as [Piece, Piece]] : [],
      );
      if (couple.length > 0) couples.push(random.pick(couple));
    }
    if (couples.length === 0) return undefined;
    const change = new Map<Piece, readonly Piece[]>();
    const chosen = random.some(couples, shareOf(couples.length, 0.34));
    for (const [first, second] of chosen) {
      change.set(first, []);
      change.set(second, [joined(first, second, random.below(2) === 0 ? ' ' : '\n')]);
    }
    return { pieces: replaced(text.pieces, change), joins: chosen.length };
  },
};

function joinable(bed: Bed, first: Piece, second: Piece | undefined): boolean {
  if (!second || !isText(first) || !bed.simple(first) || !bed.simple(second)) return false;
  if (second.block!.kind !== 'paragraph' || second.block!.depth !== first.block!.depth) return false;
  return (
    bed.text.pieces.indexOf(second) === bed.text.pieces.indexOf(first) + 1 &&
    !opensBlock.test(textOf(second)) &&
    !/[\\>]/.test(textOf(first).slice(-1))
  );
}

/** Two pieces in one paragraph; each line remembers which one it is of, but where they share a line. */
export function joined(first: Piece, second: Piece, gap: ' ' | '\n'): Piece {
  if (gap === '\n') return { ...second, lines: [...touched(first).lines, ...touched(second).lines] };
  const [head, tail] = [rewritten(first, textOf(first)).lines, rewritten(second, textOf(second).trimStart()).lines];
  const [end, begin] = [head.at(-1)!, tail[0]!];
  const seam = {
    ...end,
    text: `${end.text.trimEnd()} ${begin.text}`,
    from: [...new Set([...end.from, ...begin.from])],
  };
  return { ...second, lines: [...head.slice(0, -1), seam, ...tail.slice(1)] };
}

const listsToParagraphs: Plant = {
  id: 'list-to-paragraphs',
  says: 'all lists written as paragraphs',
  plant({ text }) {
    const listed = text.pieces.filter(
      ({ block }) => block !== undefined && block.depth > 0 && block.kind !== 'heading',
    );
    if (!listed.some(({ block }) => block!.kind === 'list-item')) return undefined;
    const change = new Map(
      listed.map((piece) => [
        piece,
        [{ ...rewritten(piece, unlisted(piece.block!, textOf(piece))), after: [blankLine] }],
      ]),
    );
    return { pieces: replaced(text.pieces, change) };
  },
};

function unlisted(block: Block, raw: string): string {
  const lines = raw.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').split('\n');
  if (block.kind !== 'code') return lines.map((line) => line.trimStart()).join('\n');
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Columns before the words of a block: its indent, and the bullet. */
function contentIndent(raw: string): number {
  return /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(raw)![0].length;
}

/** Running text that may be rewritten line by line: no quotation and no footnote. */
function isText(piece: Piece): boolean {
  return (
    (piece.block?.kind === 'paragraph' || piece.block?.kind === 'list-item') && !/^\s*>|^\[\^/m.test(textOf(piece))
  );
}

export const paragraphPlants: readonly Plant[] = [split, merge, listsToParagraphs];
