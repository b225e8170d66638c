// Text whose UTF-8 bytes were once read as another encoding, perhaps twice over: finding it, and the exact way back.
import type { Edit } from '../text/edit.js';
import { macRoman, windows1252, type CodePage } from './codePages.js';
import { composed, damagedText, type DamagedEncoding } from './damagedText.js';

export type { DamagedEncoding } from './damagedText.js';

/** Fewer damaged characters than this may be chance: `√©` can be meant. */
const leastDamage = 3;
/** An accident seldom happens more than twice to one file. */
const mostTimes = 3;

/**
 * Finds UTF-8 that was read as Mac Roman or as Windows-1252 (and Latin-1). Every run of characters that together are
 * the bytes of one well-formed UTF-8 character counts as damage; characters that are not stay as they are, so a text
 * that was written on after the accident is repaired too. Pairs that people write on purpose, such as the `’é` of
 * “d’été” or the `–£` of “£5–£9”, count only beside others or where all of the text is damaged.
 *
 * @returns undefined for a text with no such damage, or too little of it to be sure
 */
export function findDamage(text: string): DamagedEncoding | undefined {
  if (!/[^\0-\x7f]/.test(text)) return undefined;
  let damage: DamagedEncoding | undefined;
  const pages: string[] = [];
  while (pages.length < mostTimes) {
    const current = damage?.repaired ?? text;
    const [mac, windows] = [damageBy(macRoman, current), damageBy(windows1252, current)];
    const [page, edits] = repairedBy(windows) > repairedBy(mac) ? [windows1252, windows] : [macRoman, mac];
    if (edits.length === 0) break;
    pages.unshift(page.name);
    const layer = damagedText(current, edits, page.name);
    damage = damage ? composed(text, damage, layer, inWords(pages)) : layer;
  }
  return damage;
}

/** The encodings in the order in which the text was taken for them. */
function inWords(pages: readonly string[]): string {
  const isOne = pages.every((page) => page === pages[0]);
  return isOne ? `${pages[0]} (${pages.length === 2 ? 'twice' : 'three times'} over)` : pages.join(' and then as ');
}

/** How much of a text is damage, in its characters. */
function repairedBy(edits: readonly Edit[]): number {
  return edits.reduce(
    (sum, { span, newText }) => sum + (/^[\p{L}\p{N}\p{P}\p{S}\p{Z}]$/u.test(newText) ? span.end - span.start : 1),
    0,
  );
}

function damageBy(page: CodePage, text: string): readonly Edit[] {
  // One character alone is no damage: most texts have few that stand together.
  if (candidatesIn(text, page, /[^\0-\x7f]{2,}/g).candidates.length < leastDamage) return [];
  const { candidates, strays, strayLeads } = candidatesIn(text, page, /[^\0-\x7f]+/g);
  const sure = candidates.filter((candidate, i) => isSure(candidate, candidates[i - 1], candidates[i + 1]));
  if (strays === 0 && sure.length > 0) return candidates;
  if (sure.length < leastDamage) return [];
  const [isSureOne, sureLeads] = [new Set(sure), new Set(sure.map(({ span }) => text[span.start]))];
  const isDamage = (one: Candidate): boolean => {
    const lead = text[one.span.start]!;
    return (
      isSureOne.has(one) ||
      (sureLeads.has(lead) && (standsAlone(text, one) || (page === windows1252 && !strayLeads.has(lead))))
    );
  };
  return candidates.filter(isDamage);
}

/** What can be damage. */
interface Candidate extends Edit {
  /** Whether its characters can stand beside each other in a text that is whole. */
  readonly isUsual: boolean;
}

/** Of what `runs` finds, all that can be damage, how many characters cannot, and those of them that begin damage elsewhere. */
function candidatesIn(
  text: string,
  page: CodePage,
  runs: RegExp,
): { candidates: Candidate[]; strays: number; strayLeads: Set<string> } {
  const candidates: Candidate[] = [];
  const strayLeads = new Set<string>();
  let strays = 0;
  for (const match of text.matchAll(runs)) {
    let at = 0;
    while (at < match[0].length) {
      const [length, character] = damagedCharacter(match[0], at, page);
      const start = match.index + at;
      const end = start + length;
      if (character === undefined) {
        strays++;
        strayLeads.add(text[start]!);
      } else
        candidates.push({
          span: { start, end },
          newText: character,
          isUsual: page.isUsual(text.slice(start, end), text[start - 1] ?? '', text[end] ?? ''),
        });
      at += length;
    }
  }
  return { candidates, strays, strayLeads };
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
function damagedCharacter(text: string, at: number, page: CodePage): [number, string | undefined] {
  const lead = page.byteOf(text[at]!) ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead > 0xf4 || at + length > text.length) return [1, undefined];
  let code = lead & (0xff >> (length + 1));
  for (let i = at + 1; i < at + length; i++) {
    const byte = page.byteOf(text[i]!) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return [1, undefined];
    code = (code << 6) | (byte & 0x3f);
  }
  const isWellFormed = code >= leastCode[length]! && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isWellFormed ? [length, String.fromCodePoint(code)] : [1, undefined];
}

/** By the number of bytes: what is below has a shorter form, which is the only right one. */
const leastCode = [0, 0, 0x80, 0x800, 0x10000];
