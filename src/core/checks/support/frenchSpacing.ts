// Where French wants a no-break space, and the post has none or an ordinary one.
import type { Block, Issue } from '../../model.js';
import { hidden } from './mask.js';
import { proseBlocks, slip, type Slip } from './proseBlocks.js';

const noBreak = '\u00a0';
const narrow = '\u202f';
const anySpace = '[ \\u00a0\\u2009\\u202f]';

export interface FrenchSpacing {
  readonly missing: readonly Slip[];
  /** Of headings none: sites make their addresses of them, spaces and all. */
  readonly ordinary: readonly Slip[];
}

/** A mark with the space before it, behind a word, the sign of emphasis, code or a link. */
const before = new RegExp(`(?<=[\\p{L}\\p{M}\\p{N})\\]%€$»”"’'…*_\`${hidden}])(${anySpace}?)([;:!?»]+)(?=$|[\\s\\p{P}*_${hidden}])`, 'gu');
const behind = new RegExp(`(«)(${anySpace}?)(?=[^\\s])`, 'gu');
/** Words that end in their mark: “Yahoo!”, “C:”, `:)`. */
const wordBefore = /[\p{L}\p{M}\p{N}]+$/u;

/**
 * The places of a post in French.
 *
 * @param locale in Canada, ; ! ? have no space before them
 * @param sourceOf the source's text for a block; a word with its mark that the source has is a name
 */
export function findFrenchSpacing(issue: Issue, locale: string, sourceOf: (block: Block) => string): FrenchSpacing {
  const marks = /^fr-CA\b/i.test(locale) ? /[:»]/ : /[;:!?»]/;
  const usual = usualSpace(issue.text);
  const [missing, ordinary]: [Slip[], Slip[]] = [[], []];
  for (const { block, text, place } of proseBlocks(issue)) {
    const add = (space: string, at: number, newText: string): void => {
      const found = slip(place({ start: at, end: at + space.length }), newText);
      if (space === '') missing.push(found);
      else if (space === ' ' && block.kind !== 'heading') ordinary.push(found);
    };
    for (const match of text.matchAll(before)) {
      const [all, space, run] = match as unknown as [string, string, string];
      if (!marks.test(run[0]!) || (space === '' && isPartOfWord(text, match.index, all, () => sourceOf(block)))) continue;
      // Emphasis may not open or close on a space: the space then belongs outside, where only a person can tell.
      if (space === '' && /[*_]/.test(text[match.index - 1] ?? '') && /[*_]/.test(text[match.index + all.length] ?? '')) continue;
      add(space, match.index, /[:»]/.test(run[0]!) ? noBreak : usual);
    }
    for (const match of text.matchAll(behind)) add(match[2]!, match.index + 1, noBreak);
  }
  return { missing, ordinary };
}

/** `10:30`, `C:\`, `Yahoo!`, `:)`, `?!` behind another mark. */
function isPartOfWord(text: string, at: number, all: string, source: () => string): boolean {
  const next = text[at + all.length] ?? ' ';
  if (/^[:;]/.test(all) && !/[\s*_»”"]/u.test(next)) return true;
  const word = wordBefore.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  if (/[’'"”]/.test(text[at - 1] ?? '') && all.startsWith('»')) return false;
  // Whoever leaves an English title as it is leaves its marks as well.
  return word !== '' && source().includes(word + all);
}

/** What the post itself sets before ; ! ?, if anything. */
function usualSpace(text: string): string {
  const count = (space: string): number => text.split(new RegExp(`${space}[;!?]`)).length - 1;
  return count(noBreak) > count(narrow) ? noBreak : narrow;
}
