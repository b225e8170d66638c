// A mark that stands for a whole file: the fingerprints of the source's blocks, in their order.
import { diffArrays } from 'diff';
import type { Issue } from '../model.js';
import { oncePerBlock } from '../text/remember.js';
import { fingerprintOf, keyOf } from './words.js';

const fingerprintOfBlock = oncePerBlock(({ text }) => (keyOf(text) === '' ? '' : fingerprintOf(text)));

/** The fingerprints of all blocks that have words, in order, each once. */
export function fingerprintsOf(blocks: Issue['blocks']): string[] {
  return [...new Set(blocks.map(fingerprintOfBlock).filter((fingerprint) => fingerprint !== ''))];
}

/** The fingerprints that the marks of a translation's file name; none where it has no such mark. */
export function markedInFile({ directives }: Issue): string[] {
  return directives.flatMap(({ kind, subject, place }) =>
    kind === 'source' && (place.in === 'front matter' || place.block === undefined) ? (subject ?? '').split(' ') : [],
  );
}

/**
 * Those of `today` that the mark does not name and that stand where it names others, which are gone: what they stand
 * for was changed. Where it names none, they came in since, and whatever translates them was written later.
 */
export function changedSince(marked: readonly string[], today: readonly string[]): ReadonlySet<string> {
  return new Set(piecesOf(marked, today).flatMap(({ gone, open }) => (gone.length > 0 ? open : [])));
}

/** The mark with those of `today` that `isUpToDate` added to it. What others of today's were before stays named. */
export function renewedMark(
  marked: readonly string[],
  today: readonly string[],
  isUpToDate: (fingerprint: string) => boolean,
): string[] {
  return [
    ...new Set(
      piecesOf(marked, today).flatMap(({ gone, named, open }) => {
        const left = open.filter((fingerprint) => !isUpToDate(fingerprint));
        return [...(left.length > 0 ? gone : []), ...named, ...open.filter(isUpToDate)];
      }),
    ),
  ];
}

/** A stretch in which a mark and today's source differ, or a fingerprint that both have. */
interface Piece {
  /** What the mark alone names. */
  readonly gone: readonly string[];
  /** What today's source has, and the mark names, here or elsewhere. */
  readonly named: readonly string[];
  /** What the source alone has. */
  readonly open: readonly string[];
}

function piecesOf(marked: readonly string[], today: readonly string[]): Piece[] {
  const [before, now] = [new Set(marked), new Set(today)];
  const pieces: Piece[] = [];
  let [gone, there]: [string[], string[]] = [[], []];
  const close = (): void => {
    pieces.push({ gone, named: there.filter((one) => before.has(one)), open: there.filter((one) => !before.has(one)) });
    [gone, there] = [[], []];
  };
  for (const { added, removed, value } of diffArrays([...marked], [...today])) {
    if (removed) gone.push(...value.filter((one) => !now.has(one)));
    else if (added) there.push(...value);
    else {
      close();
      pieces.push({ gone: [], named: value, open: [] });
    }
  }
  close();
  return pieces;
}
