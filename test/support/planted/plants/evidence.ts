// Plants that take evidence away: links, captions; or add what misleads.
import type { Link } from '../../../../src/core/model.js';
import { applyEdits, type Edit } from '../../../../src/core/text/edit.js';
import { replaced, shareOf, without, type Bed, type Plant, type Planting } from '../plant.js';
import { rewritten, textOf, type Piece, type PlantableText } from '../text.js';

const stripLinks: Plant = {
  id: 'strip-links',
  says: 'no link left in a third of the paragraphs',
  plant: (bed) => stripped(bed, 0.34),
};

const stripAllLinks: Plant = {
  id: 'strip-all-links',
  says: 'no link left anywhere',
  plant: (bed) => stripped(bed, 1),
};

function stripped({ text, random }: Bed, share: number): Planting | undefined {
  const possible = text.pieces.filter(
    ({ block }) =>
      block !== undefined && ['paragraph', 'list-item', 'caption'].includes(block.kind) && block.links.length > 0,
  );
  const change = new Map<Piece, readonly Piece[]>();
  for (const piece of random.some(possible, shareOf(possible.length, share))) {
    const bare = withoutLinks(text, piece);
    if (/[\p{L}\p{N}]/u.test(bare)) change.set(piece, [rewritten(piece, bare)]);
  }
  return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
}

function withoutLinks(text: PlantableText, piece: Piece): string {
  const block = piece.block!;
  const start = text.issue.lines.startOf(text.issue.lines.positionAt(block.span.start).line);
  const edits = block.links.map((link): Edit => ({
    span: { start: link.span.start - start, end: link.span.end - start },
    newText: wordsOfLink(text, link),
  }));
  return applyEdits(textOf(piece), edits).replaceAll('</a>', '');
}

function wordsOfLink({ issue }: PlantableText, link: Link): string {
  return link.form === 'inline' || link.form === 'reference'
    ? issue.text.slice(link.textSpan.start, link.textSpan.end)
    : '';
}

const commonLink: Plant = {
  id: 'repeat-link',
  says: 'one of the links repeated in ten more paragraphs',
  plant({ text, random }) {
    const urls = text.issue.blocks
      .flatMap(({ links }) => links.map(({ url }) => url))
      .filter((url) => /^https?:[^\s()]+$/.test(url));
    const paragraphs = text.pieces.filter(
      (piece) => piece.block?.kind === 'paragraph' && /[\p{L}.。!?)]$/u.test(textOf(piece)),
    );
    if (urls.length === 0 || paragraphs.length < 3) return undefined;
    const url = random.pick(urls);
    const change = new Map(
      random.some(paragraphs, 10).map((piece) => [piece, [rewritten(piece, `${textOf(piece)} ([*](${url}))`)]]),
    );
    return { pieces: replaced(text.pieces, change) };
  },
};

function captionsOf(text: PlantableText): Piece[] {
  return text.pieces.filter(({ block }) => block?.kind === 'caption');
}

const dropCaptions: Plant = {
  id: 'drop-captions',
  says: 'every caption left out',
  plant({ text }) {
    const captions = captionsOf(text);
    return captions.length === 0 ? undefined : { pieces: without(text.pieces, captions) };
  },
};

const reduceCaptions: Plant = {
  id: 'reduce-captions',
  says: 'every caption reduced to one word on its link',
  plant({ text, writer }) {
    const word = writer.phrase(5);
    const change = new Map<Piece, readonly Piece[]>();
    for (const piece of captionsOf(text)) {
      const url = piece.block!.links[0]?.url;
      if (url && piece.lines.length === 1)
        change.set(piece, [rewritten(piece, `${/^\s*/.exec(textOf(piece))![0]}[*${word}*](${url})`)]);
    }
    return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
  },
};

const keepSource: Plant = {
  id: 'keep-source',
  says: 'links and titles gone, and the source kept in a comment behind half of the paragraphs',
  plant(bed) {
    const { text, random } = bed;
    const possible = text.pieces.filter(
      (piece) => piece.block?.kind === 'paragraph' && piece.block.depth === 0 && bed.simple(piece),
    );
    if (possible.length < 2) return undefined;
    const change = new Map<Piece, readonly Piece[]>();
    for (const piece of random.some(possible, shareOf(possible.length, 0.5))) {
      const bare = withoutLinks(text, piece);
      const comment = bed.sourceOf(piece).replace(/--+>?/g, '–').trim();
      if (!/[\p{L}\p{N}]/u.test(bare)) continue;
      const kept = rewritten(piece, bare);
      const note = rewritten(piece, `<!-- ${comment} -->`).lines.map((line) => ({ ...line, from: [] }));
      change.set(piece, [{ ...kept, after: [...note, ...piece.after] }]);
    }
    return change.size === 0 ? undefined : { pieces: replaced(text.pieces, change) };
  },
};

export const evidencePlants: readonly Plant[] = [
  stripLinks,
  stripAllLinks,
  commonLink,
  dropCaptions,
  reduceCaptions,
  keepSource,
];
