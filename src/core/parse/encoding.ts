// Text whose UTF-8 bytes were once read as Mac Roman: finding it, and the exact way back.
import type { Edit } from '../text/edit.js';

/** A text with damaged stretches, repaired, and the way from one to the other. Offsets in UTF-16 code units. */
export interface DamagedEncoding {
  /** The encoding that the bytes were taken for. */
  readonly readAs: 'Mac Roman';
  readonly repaired: string;
  /** The edits that make the repaired text of the damaged one. */
  readonly edits: readonly Edit[];
  /** Offset in the damaged text of an offset in the repaired one. */
  toDamaged(offset: number): number;
  /** Offset in the repaired text of an offset in the damaged one. */
  toRepaired(offset: number): number;
}

/** Fewer damaged characters than this may be chance: `√©` can be meant. */
const leastDamage = 3;

/** Character to byte, after https://encoding.spec.whatwg.org/#index-macintosh. */
const macRoman: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [new TextDecoder('macintosh').decode(Uint8Array.of(128 + i)), 128 + i]),
);
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Finds UTF-8 that was read as Mac Roman. Every run of characters that together are the bytes of one
 * well-formed UTF-8 character counts as damage; characters that are not stay as they are, so a text that was
 * written on after the accident is repaired too. Pairs that people write on purpose, such as the `’é` of “d’été” or
 * the `–£` of “£5–£9”, count only beside others or where all of the text is damaged.
 *
 * @returns undefined for a text with no such damage, or too little of it to be sure
 */
export function findDamage(text: string): DamagedEncoding | undefined {
  const { candidates, strays } = candidatesIn(text);
  if (candidates.length < leastDamage) return undefined;
  const sure = candidates.filter((candidate, i) => isSure(candidate, candidates[i - 1], candidates[i + 1]));
  if (strays === 0 && sure.length > 0) return damagedText(text, candidates);
  if (sure.length < leastDamage) return undefined;
  const [isSureOne, sureLeads] = [new Set(sure), new Set(sure.map(({ span }) => text[span.start]))];
  const isDamage = (one: Candidate): boolean => isSureOne.has(one) || (sureLeads.has(text[one.span.start]) && standsAlone(text, one));
  return damagedText(text, candidates.filter(isDamage));
}

/** What can be damage. */
interface Candidate extends Edit {
  /** Whether its characters can stand beside each other in a text that is whole. */
  readonly isUsual: boolean;
}

/** Bytes C7 to D5 and some others: marks that stand right before a letter or a sign in whole texts. */
const usualLeads = new Set('’‘“”«»‹›–—…\u00a0€ÀÃÕﬁﬂ');

/** All that can be damage, and how many characters cannot. */
function candidatesIn(text: string): { candidates: Candidate[]; strays: number } {
  const candidates: Candidate[] = [];
  let strays = 0;
  for (const match of text.matchAll(/[^\0-\x7f]+/g)) {
    let at = 0;
    while (at < match[0].length) {
      const [length, character] = damagedCharacter(match[0], at);
      const start = match.index + at;
      if (character === undefined) strays++;
      else candidates.push({ span: { start, end: start + length }, newText: character, isUsual: length === 2 && usualLeads.has(text[start]!) });
      at += length;
    }
  }
  return { candidates, strays };
}

function isSure({ isUsual, span }: Candidate, before: Candidate | undefined, behind: Candidate | undefined): boolean {
  return !isUsual || before?.span.end === span.start || behind?.span.start === span.end;
}

/** Whether there is no letter and no digit beside it, as in the Russian words of one letter. */
function standsAlone(text: string, { span }: Candidate): boolean {
  const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return !isWord(text[span.start - 1]) && !isWord(text[span.end]);
}

/** Length of what stands at `at`, and the character that it was before the damage, if it was one. */
function damagedCharacter(text: string, at: number): [number, string | undefined] {
  const lead = macRoman.get(text[at]!) ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > text.length) return [1, undefined];
  const bytes = Array.from(text.slice(at, at + length), (c) => macRoman.get(c) ?? 0);
  try {
    return [length, strict.decode(Uint8Array.from(bytes))];
  } catch {
    return [1, undefined];
  }
}

function damagedText(text: string, edits: readonly Edit[]): DamagedEncoding {
  const starts: number[] = [];
  const shifts: number[] = [];
  let repaired = '';
  let at = 0;
  for (const { span, newText } of edits) {
    repaired += text.slice(at, span.start);
    starts.push(repaired.length);
    shifts.push(span.start - repaired.length);
    repaired += newText;
    at = span.end;
  }
  const tail = repaired.length;
  repaired += text.slice(at);
  return {
    readAs: 'Mac Roman',
    repaired,
    edits,
    toDamaged(offset) {
      const i = lastAtOrBelow(starts, offset);
      if (i < 0) return offset;
      const { span, newText } = edits[i]!;
      const past = offset - starts[i]! - newText.length;
      return past >= 0 ? span.end + past : offset === starts[i] ? span.start : span.end;
    },
    toRepaired(offset) {
      if (offset >= at) return tail + offset - at;
      let low = 0;
      let high = edits.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (edits[middle]!.span.end <= offset) low = middle + 1;
        else high = middle;
      }
      const { span } = edits[low]!;
      return offset >= span.start ? starts[low]! : offset - shifts[low]!;
    },
  };
}

/** Index of the last number that is not above `value`, or -1. */
function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
