// Plants that rewrite titles and headings, or glue them to their text.
import { replaced, shareOf, type Plant } from '../plant.js';
import { rewritten, touched, type Piece } from '../text.js';
import { joined } from './paragraphs.js';

const headingLine = /^(\s*#{1,6}\s+)(\S.*?)(\s*#*\s*)$/;
const titleLine = /^(\s*)(\*{2,3}|_{2,3})(\S.*?)(\*{2,3}|_{2,3})([\s\\]*)$/;

function oneLine(piece: Piece): string | undefined {
  return piece.lines.length === 1 ? piece.lines[0]!.text : undefined;
}

/** A title's or heading's line, apart. */
function parts(piece: Piece): { before: string; words: string; after: string } | undefined {
  const line = oneLine(piece);
  if (line === undefined) return undefined;
  if (piece.block?.kind === 'heading') {
    const match = headingLine.exec(line);
    return match ? { before: match[1]!, words: match[2]!, after: match[3]! } : undefined;
  }
  if (piece.block?.kind !== 'title') return undefined;
  const match = titleLine.exec(line);
  return match ? { before: match[1]! + match[2]!, words: match[3]!, after: match[4]! + match[5]! } : undefined;
}

const retitle: Plant = {
  id: 'retitle',
  says: "every title and heading in words, without numbers and emoji, that have nothing in common with the source's",
  plant({ text, writer }) {
    const change = new Map<Piece, readonly Piece[]>();
    for (const piece of text.pieces) {
      const found = parts(piece);
      if (found)
        change.set(piece, [
          rewritten(piece, found.before + writer.phrase(Math.min(60, found.words.length)) + found.after),
        ]);
    }
    return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
  },
};

/** Titles with the text right below. */
function titlesWithText(pieces: readonly Piece[], simple: (piece: Piece) => boolean): [Piece, Piece][] {
  return pieces.flatMap((piece, i) => {
    const next = pieces[i + 1];
    const fits =
      piece.block?.kind === 'title' &&
      parts(piece) &&
      simple(piece) &&
      next?.block?.kind === 'paragraph' &&
      next.block.depth === piece.block.depth &&
      simple(next);
    return fits ? [[piece, next] as [Piece, Piece]] : [];
  });
}

const forgetBlankLine: Plant = {
  id: 'glue-title-line',
  says: 'the blank line and the spacer between title and text forgotten, at half of the titles',
  plant({ text, random, simple }) {
    const couples = titlesWithText(text.pieces, simple);
    if (couples.length === 0) return undefined;
    const chosen = random.some(couples, shareOf(couples.length, 0.5));
    const change = new Map<Piece, readonly Piece[]>();
    for (const [title, below] of chosen) {
      change.set(title, [{ ...touched(title), after: [] }]);
      change.set(below, [touched(below)]);
    }
    return { pieces: replaced(text.pieces, change), joins: chosen.length };
  },
};

const glueTitle: Plant = {
  id: 'glue-title',
  says: 'the title in one line with the text, at a third of the titles',
  plant({ text, random, simple }) {
    const couples = titlesWithText(text.pieces, simple);
    if (couples.length === 0) return undefined;
    const chosen = random.some(couples, shareOf(couples.length, 0.34));
    const change = new Map<Piece, readonly Piece[]>();
    for (const [title, below] of chosen) {
      change.set(title, []);
      change.set(below, [joined(title, below, ' ')]);
    }
    return { pieces: replaced(text.pieces, change), joins: chosen.length };
  },
};

const titleToHeading: Plant = {
  id: 'title-to-heading',
  says: 'every bold title made a numbered heading',
  plant({ text }) {
    const change = new Map<Piece, readonly Piece[]>();
    let [section, item] = [0, 0];
    for (const piece of text.pieces) {
      if (piece.block?.kind === 'heading') [section, item] = [section + 1, 0];
      const found = piece.block?.kind === 'title' ? parts(piece) : undefined;
      if (found) change.set(piece, [rewritten(piece, `#### ${Math.max(1, section)}.${++item} ${found.words}`)]);
    }
    return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
  },
};

const headingToBold: Plant = {
  id: 'heading-to-bold',
  says: 'every heading made a bold line',
  plant({ text }) {
    const change = new Map<Piece, readonly Piece[]>();
    for (const piece of text.pieces) {
      const found = piece.block?.kind === 'heading' ? parts(piece) : undefined;
      if (found) change.set(piece, [rewritten(piece, `**${found.words}**`)]);
    }
    return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
  },
};

export const titlePlants: readonly Plant[] = [retitle, forgetBlankLine, glueTitle, titleToHeading, headingToBold];
