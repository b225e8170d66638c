// Invisible characters that no script needs where they stand.
import type { Block, Issue } from '../../model.js';
import type { Span } from '../../text/span.js';
import { hidden, proseOf } from './mask.js';
import { plainPerBlock } from './perRow.js';
import { isWritten } from './proseBlocks.js';

/** A run of one invisible character. */
export interface Invisible {
  readonly kind: 'invisible' | 'bidi';
  readonly name: string;
  /** As Unicode names it: `U+200B`. */
  readonly code: string;
  readonly span: Span;
  readonly newText: string;
  readonly isSafe: boolean;
}

const names: ReadonlyMap<string, string> = new Map([
  ['\u200b', 'a zero-width space'],
  ['\ufeff', 'a byte order mark'],
  ['\u00ad', 'a soft hyphen'],
  ['\u200c', 'a zero-width non-joiner'],
  ['\u200d', 'a zero-width joiner'],
  ['\u200e', 'a left-to-right mark'],
  ['\u200f', 'a right-to-left mark'],
  ['\u180e', 'a Mongolian vowel separator'],
  ['\ufffc', 'the place of an object that was not copied'],
  ['\u2028', 'a line separator'],
  ['\u2029', 'a paragraph separator'],
  ['\u202a', 'a left-to-right embedding'],
  ['\u202b', 'a right-to-left embedding'],
  ['\u202d', 'a left-to-right override'],
  ['\u202e', 'a right-to-left override'],
  ['\u2066', 'a left-to-right isolate'],
  ['\u2067', 'a right-to-left isolate'],
  ['\u2068', 'a first strong isolate'],
  ['\u202c', 'the end of an embedding'],
  ['\u2069', 'the end of an isolate'],
]);
const invisible =
  /([\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffc])\1*/g;
/** Letters that a joiner or a non-joiner shapes. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{M}]/u;
/** Scripts without spaces, in which a zero-width space says where a line may break. */
const breaking =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const closing = /[\u202c\u2069]/;

/** The invisible characters of a post's blocks, but for code. */
export const findInvisible = plainPerBlock((block, { target }): readonly Invisible[] =>
  block.kind !== 'code' && isWritten(target, block) ? inBlock(target, block) : [],
);

function inBlock(issue: Issue, block: Block): Invisible[] {
  const { start, end } = block.span;
  const content = issue.text.slice(start, end);
  if (content.search(invisible) < 0) return [];
  const prose = proseOf(issue, block, 'keep links');
  const unbalanced = unbalancedIn(content);
  return Array.from(content.matchAll(invisible)).flatMap((match): Invisible[] => {
    const [run, character] = [match[0], match[1]!];
    const before = lastCharacter(content, match.index);
    const behind = firstCharacter(content, match.index + run.length);
    if (prose[match.index] === hidden) return [];
    const isBidi = opening.test(character) || closing.test(character);
    if (isBidi ? !unbalanced.has(match.index) : isNeeded(character, before, behind, content)) return [];
    const span = { start: start + match.index, end: start + match.index + run.length };
    const newText = /[\u2028\u2029]/.test(character) && /\S/.test(before) && /\S/.test(behind) ? ' ' : '';
    // Between the signs of emphasis and a letter it may be what makes the emphasis work.
    const isSafe = !/[*_~`]/.test(before + behind) && character !== '\ufffc';
    return [
      {
        kind: isBidi ? 'bidi' : 'invisible',
        name: names.get(character) ?? 'a control character',
        code: codeOf(character),
        span,
        newText,
        isSafe,
      },
    ];
  });
}

/** Whether a character has work to do between its neighbours. */
function isNeeded(character: string, before: string, behind: string, content: string): boolean {
  switch (character) {
    case '\u200c':
      return joining.test(before) || joining.test(behind);
    case '\u200d':
      return (
        joining.test(before) ||
        joining.test(behind) ||
        (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u.test(before) &&
          /\p{Extended_Pictographic}/u.test(behind))
      );
    case '\u200b':
      return breaking.test(before) || breaking.test(behind) || /[*_~]/.test(before + behind);
    case '\u200e':
    case '\u200f':
      return rightToLeft.test(content);
    case '\u180e':
      return /\p{Script=Mongolian}/u.test(before + behind);
    default:
      return false;
  }
}

/** Places of the bidirectional controls that have no counterpart. A run of several counts as they stand. */
function unbalancedIn(content: string): ReadonlySet<number> {
  const open: number[] = [];
  const unbalanced = new Set<number>();
  for (const match of content.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (opening.test(match[0])) open.push(match.index);
    else if (open.pop() === undefined) unbalanced.add(match.index);
  }
  return new Set([...unbalanced, ...open]);
}

function lastCharacter(text: string, before: number): string {
  return /.$/su.exec(text.slice(Math.max(0, before - 2), before))?.[0] ?? '';
}

function firstCharacter(text: string, from: number): string {
  return /^./su.exec(text.slice(from, from + 2))?.[0] ?? '';
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
