// The marks of emphasis that Markdown did not understand, and so shows.
import type { Nodes } from 'mdast';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { unspaced } from '../../text/words.js';
import type { Span } from '../../text/span.js';
import { stretchesOf } from './visibleText.js';

/** A run of `*` or `_` that is shown as it is. */
export interface Mark extends Span {
  readonly character: '*' | '_';
  readonly length: number;
  /** The characters beside it; empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
  /** Offset of the table cell it stands in; undefined outside tables. */
  readonly cell: number | undefined;
  /** Where the link is in whose words it stands. */
  readonly link: (Span & { readonly wordsEnd: number }) | undefined;
  readonly isInStrong: boolean;
}

const run = /\\[\s\S]|\*+|_+/g;

/** The marks of a block, in order. None where they stand around comments: those belong to a site's own tools. */
export function marksOf(issue: Issue, block: Block): Mark[] {
  const marks: Mark[] = [];
  for (const { start, text, inside } of stretchesOf(issue, block)) {
    for (const { 0: found, index } of text.matchAll(run)) {
      if (found.startsWith('\\')) continue;
      const at = start + index;
      const [before, after] = [characterBefore(issue.text, at), characterAt(issue.text, at + found.length)];
      if (found.startsWith('_') && isInsideName(before, after)) continue;
      if (found === '*' && isAnyVersion(issue.text, at)) continue;
      const placed = (node: Nodes | undefined): Span | undefined => node && nodeSpan(node, block.nodeOffset);
      const link = inside.find((node) => node.type === 'link' || node.type === 'linkReference');
      const [place, words] = [placed(link), placed(link?.children.at(-1))];
      marks.push({
        start: at,
        end: at + found.length,
        character: found[0] as '*' | '_',
        length: found.length,
        before,
        after,
        cell: placed(inside.find((node) => node.type === 'tableCell'))?.start,
        link: place && words && { ...place, wordsEnd: words.end },
        isInStrong: inside.some((node) => node.type === 'strong'),
      });
    }
  }
  return marks.some(
    ({ start, end }) =>
      issue.text.startsWith('<!--', end) ||
      issue.text.endsWith('-->', start) ||
      issue.text.slice(start - 3, start) === '-->',
  )
    ? []
    : marks;
}

/** `snake_case`: an underscore between letters, unless their script has no spaces and so no such names. */
function isInsideName(before: string, after: string): boolean {
  return isWordCharacter(before) && isWordCharacter(after) && !hasUnspaced(before) && !hasUnspaced(after);
}

/** `2.3.*`: all versions that begin so. */
function isAnyVersion(text: string, star: number): boolean {
  return /\d\.\d{1,4}\.$/.test(text.slice(Math.max(0, star - 8), star));
}

/** Whether a text has a letter of a script without spaces; the Japanese sign for long vowels is of no script by itself. */
export function hasUnspaced(text: string): boolean {
  return unspaced.test(text) || text.includes('ー');
}

/** The whole character, which may take two code units, that ends at `offset`. */
export function characterBefore(text: string, offset: number): string {
  const last = text.slice(Math.max(0, offset - 2), offset);
  return /[\ud800-\udbff][\udc00-\udfff]$/.test(last) ? last : last.slice(-1);
}

export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function isSpace(character: string): boolean {
  return character === '' || /\s/u.test(character);
}

export function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** Whether a run between these two characters can begin emphasis (CommonMark 6.2). */
export function canOpen(character: '*' | '_', before: string, after: string): boolean {
  return (
    isLeftFlanking(before, after) && (character === '*' || !isLeftFlanking(after, before) || isPunctuation(before))
  );
}

/** Whether it can end emphasis. */
export function canClose(character: '*' | '_', before: string, after: string): boolean {
  return isLeftFlanking(after, before) && (character === '*' || !isLeftFlanking(before, after) || isPunctuation(after));
}

/** Left-flanking; with the two characters swapped, right-flanking. */
function isLeftFlanking(before: string, after: string): boolean {
  return !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
}
