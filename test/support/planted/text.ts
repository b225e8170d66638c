// A text cut into pieces that plants can move about, where every line remembers which blocks it came from.
import type { Block, Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { blockLines } from './pair.js';

/** A line of the target, and where it comes from. */
export interface Line {
  readonly text: string;
  /** The blocks of the unchanged target (the ruler's) that the words of this line belong to; none for what was added. */
  readonly from: readonly number[];
  /** Whether it stands in the second copy of something. */
  readonly copy: boolean;
  /** Whether a plant has moved, changed or added it. */
  readonly touched: boolean;
}

/** A block's lines with what follows it up to the next one. */
export interface Piece {
  /** Its place in the text as it was; pieces that follow each other there are not parted here. */
  readonly order: number;
  /** Unset for what stays where it is: the front matter, definitions, Liquid. */
  readonly block: Block | undefined;
  readonly lines: readonly Line[];
  /** Blank lines, spacers and comments behind the block. */
  readonly after: readonly Line[];
}

/** A text that something can be planted in. */
export interface PlantableText {
  readonly issue: Issue;
  readonly pieces: readonly Piece[];
}

/** Where a text's own lines end and a definition or a template begins, which belong to no block. */
const stays = /^\s*(?:\{%|\{\{|\[[^\]]+\]:\s)/;

/** Cuts `lines` into pieces. Undefined where two blocks share a line. */
export function plantable(lines: readonly Line[]): PlantableText | undefined {
  const issue = parseIssue(lines.map(({ text }) => text).join('\n'));
  const ranges = blockLines(issue);
  if (issue.damage || ranges.some(({ first }, i) => i > 0 && first <= ranges[i - 1]!.last)) return undefined;
  const pieces: Piece[] = [];
  const push = (piece: Omit<Piece, 'order'>): void => void pieces.push({ ...piece, order: pieces.length });
  push({ block: undefined, lines: lines.slice(0, ranges[0]?.first ?? lines.length), after: [] });
  ranges.forEach(({ first, last }, i) => {
    const behind = lines.slice(last + 1, ranges[i + 1]?.first ?? lines.length);
    const cut = behind.findIndex(({ text }) => stays.test(text));
    const own = cut < 0 ? behind : behind.slice(0, cut);
    push({ block: issue.blocks[i]!, lines: lines.slice(first, last + 1), after: own });
    if (cut >= 0) push({ block: undefined, lines: behind.slice(cut), after: [] });
  });
  return { issue, pieces };
}

/** The lines of `pieces` in their new order. Where pieces meet that were no neighbours, a blank line parts them. */
export function linesOfPieces(pieces: readonly Piece[]): Line[] {
  const out: Line[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const apart = before !== undefined && piece.order !== before.order + 1;
    if (apart && !isBlank(out.at(-1)) && !isBlank(piece.lines[0])) out.push(blankLine);
    out.push(...piece.lines, ...piece.after);
    before = piece;
  }
  return out;
}

/** An empty line that belongs to nothing. */
export const blankLine: Line = { text: '', from: [], copy: false, touched: false };

/** A piece with other lines. All of them come from whatever the old ones came from. */
export function rewritten(piece: Piece, text: string): Piece {
  return { ...piece, lines: linesFrom(text, originsOf(piece), isCopy(piece)) };
}

/** A piece of new text. */
export function added(text: string): Piece {
  return { order: NaN, block: undefined, lines: linesFrom(text, [], false), after: [blankLine] };
}

/** A piece marked as touched, its words unchanged. */
export function touched(piece: Piece): Piece {
  return { ...piece, lines: piece.lines.map((line) => ({ ...line, touched: true })) };
}

/** A second copy of a piece. */
export function copied(piece: Piece): Piece {
  return { ...piece, lines: piece.lines.map((line) => ({ ...line, copy: true, touched: true })) };
}

/** The text of a piece's own lines. */
export function textOf(piece: Piece): string {
  return piece.lines.map(({ text }) => text).join('\n');
}

/** The blocks of the unchanged target that a piece comes from. */
export function originsOf(piece: Piece): number[] {
  return [...new Set(piece.lines.flatMap(({ from }) => from))].sort((a, b) => a - b);
}

function linesFrom(text: string, from: readonly number[], copy: boolean): Line[] {
  return text.split('\n').map((line) => ({ text: line, from, copy, touched: true }));
}

function isCopy(piece: Piece): boolean {
  return piece.lines.some(({ copy }) => copy);
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
