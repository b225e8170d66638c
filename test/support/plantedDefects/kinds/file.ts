// Defects of a file: its encoding damaged, in part or as a whole, once or twice over.
import { openingOf, couplesOf, rawOf } from '../places.js';
import type { DefectBed, DefectKind } from '../defect.js';
import { one } from '../places.js';

type Misreading = 'macintosh' | 'windows-1252' | 'latin-1';

/** UTF-8 as it looks when its bytes are taken for another encoding. */
export function misread(text: string, as: Misreading): string {
  const bytes = new TextEncoder().encode(text);
  // What the web calls latin-1 is windows-1252; the real one has control characters from 80 to 9f.
  return as === 'latin-1'
    ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    : new TextDecoder(as, { ignoreBOM: true }).decode(bytes);
}

const names: Readonly<Record<Misreading, string>> = {
  macintosh: 'Mac Roman',
  'windows-1252': 'Windows-1252',
  'latin-1': 'Latin-1',
};
const nonAscii = (text: string): number => text.match(/[^\0-\x7f]/gu)?.length ?? 0;

/** What a paragraph must have for one to be sure that it is damage. */
const enough = 4;

function whole(as: Misreading, times: 1 | 2): DefectKind {
  return {
    id: `${times === 2 ? 'twice-' : ''}${as}`,
    says: `the whole file read as ${names[as]}${times === 2 ? ', twice over' : ''}`,
    foundBy: ['encoding-damage'],
    plant({ target }) {
      if (nonAscii(target.text) < 20) return undefined;
      const once = misread(target.text, as);
      return {
        edits: [{ span: { start: 0, end: target.text.length }, newText: times === 2 ? misread(once, as) : once }],
      };
    },
  };
}

function partly(as: Misreading): DefectKind {
  return {
    id: `part-${as}`,
    says: `a paragraph read as ${names[as]}`,
    foundBy: ['encoding-damage'],
    plant(bed: DefectBed) {
      const couple = one(
        bed.random,
        couplesOf(bed, 'paragraph', 'list-item').filter(({ target }) => nonAscii(target.text) >= enough),
      );
      if (!couple) return undefined;
      const raw = rawOf(bed.target, couple.target);
      const opening = openingOf(raw);
      return {
        edits: [{ span: couple.target.span, newText: opening + misread(raw.slice(opening.length), as) }],
        source: couple.source.span,
      };
    },
  };
}

const misreadings: readonly Misreading[] = ['macintosh', 'windows-1252', 'latin-1'];

export const fileKinds: readonly DefectKind[] = [
  ...misreadings.map((as) => whole(as, 1)),
  ...misreadings.map(partly),
  whole('macintosh', 2),
  whole('windows-1252', 2),
];
