// Where French wants a no-break space, and the post has none or an ordinary one.
import { languageOf } from '../../language/locale.js';
import type { Block, Issue } from '../../model.js';
import type { PostContext } from '../check.js';
import { hidden } from './mask.js';
import { oncePer } from './memo.js';
import { perProse, slip, sourceTextOf, type Slip } from './proseBlocks.js';

const noBreak = '\u00a0';
const narrow = '\u202f';
const anySpace = '[ \\u00a0\\u2009\\u202f]';

export interface FrenchSpacing {
  readonly missing: readonly Slip[];
  /** Of headings none: sites make their addresses of them, spaces and all. */
  readonly ordinary: readonly Slip[];
}

/** A mark with the space before it, behind a word, the sign of emphasis, code or a link. */
const before = new RegExp(
  `(?<=[\\p{L}\\p{M}\\p{N})\\]%€$»”"’'…*_\`${hidden}])(${anySpace}?)([;:!?»]+)(?=$|[\\s\\p{P}*_${hidden}])`,
  'gu',
);
const behind = new RegExp(`(«)(${anySpace}?)(?=[^\\s])`, 'gu');
/** Words that end in their mark: “Yahoo!”, “C:”, `:)`. */
const wordBefore = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+$/u;

/** The places of a post; none unless it is in French. */
export const findFrenchSpacing = oncePer((context: PostContext): FrenchSpacing => {
  const [missing, ordinary]: [Slip[], Slip[]] = [[], []];
  for (const { span, usualBefore } of lacking(context)) {
    const found = slip(span, usualBefore ? usualSpace(context.target) : noBreak);
    if (span.start === span.end) missing.push(found);
    else ordinary.push(found);
  }
  return { missing, ordinary };
});

/** Where the space belongs, with the ordinary one that stands there. A word with its mark that the source has is a name. */
const lacking = perProse(({ block, text, place }, context) => {
  const { targetLocale } = context;
  if (targetLocale === undefined || languageOf(targetLocale) !== 'fr') return [];
  // In Canada, ; ! ? have no space before them.
  return marksIn(block, text, /^fr-CA\b/i.test(targetLocale))
    .filter(
      ({ unlessInSource }) => unlessInSource === undefined || !sourceTextOf(context, block).includes(unlessInSource),
    )
    .map(({ at, space, usualBefore }) => ({ span: place({ start: at, end: at + space.length }), usualBefore }));
});

/** A mark that lacks its no-break space. */
interface Mark {
  /** Where the space belongs, in the block's readable text. */
  readonly at: number;
  /** The ordinary one that stands there, or nothing. */
  readonly space: '' | ' ';
  /** Whether it has the space before it that the post itself sets. */
  readonly usualBefore: boolean;
  /** Where the source has this, the mark is part of it: whoever leaves an English title as it is leaves its marks as well. */
  readonly unlessInSource: string | undefined;
}

function marksIn({ kind }: Block, text: string, isCanadian: boolean): readonly Mark[] {
  const marks = isCanadian ? /[:»]/ : /[;:!?»]/;
  const found: Mark[] = [];
  const add = (space: string, at: number, usualBefore: boolean, unlessInSource?: string): void => {
    if (space === '' || (space === ' ' && kind !== 'heading')) found.push({ at, space, usualBefore, unlessInSource });
  };
  for (const match of text.matchAll(before)) {
    const [all, space, run] = match as unknown as [string, string, string];
    if (!marks.test(run[0]!) || (space === '' && isInsideWord(text, match.index, all))) continue;
    // Emphasis may not open or close on a space: the space then belongs outside, where only a person can tell.
    if (space === '' && /[*_]/.test(text[match.index - 1] ?? '') && /[*_]/.test(text[match.index + all.length] ?? ''))
      continue;
    add(space, match.index, !/[:»]/.test(run[0]!), space === '' ? wordWithMark(text, match.index, all) : undefined);
  }
  for (const match of text.matchAll(behind)) add(match[2]!, match.index + 1, false);
  return found;
}

/** `10:30`, `C:\`, `:)`. */
function isInsideWord(text: string, at: number, all: string): boolean {
  return /^[:;]/.test(all) && !/[\s*_»”"]/u.test(text[at + all.length] ?? ' ');
}

/** `Yahoo!`, `?!` behind another mark. */
function wordWithMark(text: string, at: number, all: string): string | undefined {
  const word = wordBefore.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  return word === '' ? undefined : word + all;
}

/** What the post itself sets before ; ! ?, if anything. */
const usualSpace = oncePer(({ text }: Issue): string => {
  const count = (space: string): number => text.split(new RegExp(`${space}[;!?]`)).length - 1;
  return count(noBreak) > count(narrow) ? noBreak : narrow;
});
