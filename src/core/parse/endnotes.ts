// Endnotes: a numbered list of addresses at the end, to which `[1]` in the text leads. Chinese newsletters, which are
// republished where links are not allowed, have them in place of links.
import type { Block, Link } from '../model.js';
import { Identity } from '../text/identity.js';

interface Endnote {
  readonly block: Block;
  readonly link: Link;
}

const fewestNotes = 3;
const longestNote = 300;
const noteStart = /^\[(\d{1,3})\]/;
const marker = /\[(\d{1,3})\](?![(:[])/g;

/**
 * Takes the endnotes out of `blocks` and gives their links to the blocks that refer to them, as references whose label
 * is the number. Blocks without endnotes come back as they are.
 *
 * @param text the whole text that the blocks' spans count in
 */
export function resolveEndnotes(blocks: readonly Block[], text: string): readonly Block[] {
  const notes = findNotes(blocks);
  if (notes.size < fewestNotes) return blocks;
  const isNote = new Set([...notes.values()].map(({ block }) => block));
  const rest = blocks.filter((block) => !isNote.has(block));
  let referred = 0;
  const resolved = rest.map((block, index): Block => {
    const links = markersIn(block, text, notes);
    referred += links.length;
    return links.length === 0
      ? { ...block, index }
      : {
          ...block,
          index,
          identity: new Identity(),
          links: [...block.links, ...links].sort((a, b) => a.span.start - b.span.start),
        };
  });
  return referred >= notes.size / 2 ? resolved : blocks;
}

/** The endnotes by number; none if a number stands twice, because then it names nothing. */
function findNotes(blocks: readonly Block[]): Map<string, Endnote> {
  const notes = new Map<string, Endnote>();
  for (const block of blocks) {
    const number = noteStart.exec(block.text)?.[1];
    const link = block.links.at(-1);
    if (number === undefined || !link || block.text.length > longestNote + link.url.length) continue;
    if (notes.has(number)) return new Map();
    notes.set(number, { block, link });
  }
  return notes;
}

function markersIn(block: Block, text: string, notes: ReadonlyMap<string, Endnote>): Link[] {
  if (block.kind === 'code' || block.kind === 'html') return [];
  return [...text.slice(block.span.start, block.span.end).matchAll(marker)].flatMap((match): Link[] => {
    const note = notes.get(match[1]!);
    if (!note) return [];
    const start = block.span.start + match.index;
    const span = { start, end: start + match[0].length };
    const { url, urlSpan, key } = note.link;
    return [
      {
        form: 'reference',
        span,
        textSpan: { start: start + 1, end: span.end - 1 },
        text: match[1]!,
        url,
        urlSpan,
        label: match[1]!,
        key,
      },
    ];
  });
}
