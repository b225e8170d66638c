// Emphasis that was meant as such and is none: which of the marks that show belong together, and what is wrong with them.
import type { Block, Issue } from '../../model.js';
import { slice, type Span } from '../../text/span.js';
import type { PostContext } from '../check.js';
import {
  canClose,
  canOpen,
  characterAt,
  characterBefore,
  hasUnspaced,
  isPunctuation,
  isSpace,
  isWordCharacter,
  marksOf,
  type Mark,
} from './emphasisMarks.js';
import { lacksEmphasis } from './lacksEmphasis.js';
import { proseOf } from './mask.js';
import { perBlock } from './perRow.js';

/**
 * `spaces`: `** so **`. `flanking`: `**“so”**so`, which CommonMark does not read. `underscores`: `so_so_so` in a script
 * without spaces. `crossing`: one mark inside a link, the other outside. `uneven`: `***so**`. `empty`: `****`.
 */
export type BrokenEmphasisKind =
  'spaces' | 'flanking' | 'underscores' | 'crossing' | 'unclosed' | 'unopened' | 'uneven' | 'empty';

/** A pair of marks, or one without its counterpart. */
export interface BrokenEmphasis {
  readonly kind: BrokenEmphasisKind;
  readonly block: Block;
  readonly open: Mark;
  /** Undefined if the counterpart is missing. */
  readonly close: Mark | undefined;
  /** All pairs that Markdown took for others; one of them alone can't be mended. */
  readonly together: readonly (readonly [Mark, Mark])[];
  /** Whether it can hardly be anything else. */
  readonly isSure: boolean;
}

/** Marks that are farther apart belong to different phrases. */
const longestPhrase = 500;
/** More marks in one block than this are art, tables or passwords. */
const mostMarks = 60;

/** All broken emphasis, in the order in which it stands. Where a text lacks emphasis that its source has, a single star in the middle of it is no footnote sign. */
export function brokenEmphasis(context: PostContext): BrokenEmphasis[] {
  const all = marked(context);
  const hasFootnotes = all.some(({ marks }) => marks.some(isFootnoteSign));
  return all.flatMap(({ block, marks }) =>
    inBlock(context.target, block, marks, hasFootnotes, lacksEmphasis(block, context)),
  );
}

const marked = perBlock((block, { target }) => {
  const marks = marksOf(target, block);
  return marks.length > 0 && marks.length <= mostMarks ? [{ block, marks }] : [];
});

function inBlock(
  issue: Issue,
  block: Block,
  marks: readonly Mark[],
  hasFootnotes: boolean,
  isLacking: boolean,
): BrokenEmphasis[] {
  const found: BrokenEmphasis[] = [];
  const notes = marks.filter((mark) => isCellNote(issue, mark));
  for (let i = 0; i < marks.length; i++) {
    const open = marks[i]!;
    const next = marks[i + 1];
    const kind = next && pairKind(issue, block, open, next);
    if (kind) {
      const together = asMeant(issue, block, open, next);
      for (const [first, last] of together)
        found.push({
          kind,
          block,
          open: first,
          close: last,
          together,
          isSure: marks.length === 2 || kind !== 'spaces',
        });
      i++;
      continue;
    }
    if (notes.length > 1 && notes.includes(open)) continue;
    const single = singleKind(issue, block, open, hasFootnotes) ?? (isLacking ? lackingKind(open) : undefined);
    if (single) found.push({ block, open, close: undefined, together: [], ...single });
  }
  return found;
}

/**
 * Of `**“a”**b**c**d` Markdown reads the `**b**` as bold, and the outer marks show. The pairs that were meant, less those
 * that are read as soon as the others are mended.
 */
function asMeant(issue: Issue, block: Block, open: Mark, close: Mark): [Mark, Mark][] {
  const prose = proseOf(issue, block, 'keep links').slice(open.start - block.span.start, close.end - block.span.start);
  const runs = Array.from(prose.matchAll(/\\[\s\S]|\*+|_+/g)).filter(([found]) => found[0] === open.character);
  if (runs.length < 3 || runs.length % 2 === 1 || runs.some(([found]) => found.length !== open.length))
    return [[open, close]];
  const marks = runs.map(({ index }): Mark => {
    const [start, end] = [open.start + index, open.start + index + open.length];
    return { ...open, start, end, before: characterBefore(issue.text, start), after: characterAt(issue.text, end) };
  });
  const pairs = marks.flatMap((mark, i): [Mark, Mark][] => (i % 2 === 0 ? [[mark, marks[i + 1]!]] : []));
  return pairs.filter(
    ([first, last]) =>
      !canOpen(first.character, first.before, first.after) || !canClose(last.character, last.before, last.after),
  );
}

/** `word*`, as footnotes are marked. */
function isFootnoteSign({ length, before, after }: Mark): boolean {
  return length === 1 && isWordCharacter(before) && !isWordCharacter(after);
}

/** `| no** |`: what ends a cell of a table refers to a note below it, where several cells have it. */
function isCellNote({ text }: Issue, { cell, before, end }: Mark): boolean {
  return cell !== undefined && !isSpace(before) && /^[ \t]*\|/.test(text.slice(end, end + 40));
}

/** What is wrong with two marks if they belong together. */
function pairKind(issue: Issue, block: Block, open: Mark, close: Mark): BrokenEmphasisKind | undefined {
  if (isUneven(issue, open, close)) return 'uneven';
  if (open.character !== close.character || open.length !== close.length || open.length > 3 || open.cell !== close.cell)
    return undefined;
  const inner = issue.text.slice(open.end, close.start);
  if (inner.length > longestPhrase || !/[\p{L}\p{N}]/u.test(inner)) return undefined;
  if (touchesItsKind(open) || touchesItsKind(close)) return undefined;
  if (open.link?.start !== close.link?.start) return 'crossing';
  const [spaceLeft, spaceRight] = [isSpace(open.after), isSpace(close.before)];
  if (!spaceLeft && !spaceRight) {
    if (open.character === '_' && (isWordCharacter(open.before) || isWordCharacter(close.after)))
      return hasUnspaced(open.before + inner + close.after) ? 'underscores' : undefined;
    return opensByLooks(open) && closesByLooks(close) ? 'flanking' : undefined;
  }
  return hasSpacesInside(inner, open, close) ? 'spaces' : undefined;
}

/** `话**so*，话`: of two marks that add up to three, CommonMark reads none if one of them may open and close. */
function isUneven({ text }: Issue, open: Mark, close: Mark): boolean {
  const inner = text.slice(open.end, close.start);
  if (
    open.character !== '*' ||
    close.character !== '*' ||
    open.length + close.length !== 3 ||
    open.cell !== close.cell ||
    open.link?.start !== close.link?.start
  )
    return false;
  return (
    inner.length <= longestPhrase &&
    /[\p{L}\p{N}]/u.test(inner) &&
    hasUnspaced(inner) &&
    canOpen('*', open.before, open.after) &&
    canClose('*', close.before, close.after)
  );
}

/** Whether a longer run was read in part: `***so**`. */
function touchesItsKind({ before, after, character }: Mark): boolean {
  return before === character || after === character;
}

function opensByLooks({ character, before, after }: Mark): boolean {
  return canOpen(character, before, after) || /[\p{Ps}\p{Pi}\p{S}"'`#@&¿¡]/u.test(after);
}

function closesByLooks({ character, before, after }: Mark): boolean {
  return canClose(character, before, after) || /[\p{Pe}\p{Pf}\p{S}"'`.。．,，、:：;；!！?？؟،؛।…%％]/u.test(before);
}

function hasSpacesInside(inner: string, open: Mark, close: Mark): boolean {
  const letters = (inner.match(/\p{L}/gu)?.length ?? 0) * (hasUnspaced(inner) ? 3 : 1);
  if (open.length === 1) {
    const begins =
      !isSpace(open.after) && (isSpace(open.before) || isPunctuation(open.before) || hasUnspaced(open.before));
    const ends =
      isSpace(close.before) && (isSpace(close.after) || isPunctuation(close.after) || hasUnspaced(close.after));
    return begins && ends && letters >= 2 && !/\n\s*(?:[-+*_>]|\n)/.test(inner) && inner.length < 100;
  }
  if (letters < 3 || /[=^+]/.test(inner)) return false; // 2 ** n + 3 ** n
  return !isSpace(open.after) || isSpace(open.before) || isPunctuation(open.before) || !isSpace(close.before);
}

type Single = Pick<BrokenEmphasis, 'kind' | 'isSure'>;

function singleKind(issue: Issue, block: Block, mark: Mark, hasFootnotes: boolean): Single | undefined {
  const { character, length, before, after } = mark;
  if (touchesItsKind(mark)) return { kind: 'uneven', isSure: true };
  const [first, last] = [isFirstIn(issue, block, mark), isLastIn(issue, block, mark)];
  if (length >= 3 && character === '_' && isSpace(before)) return undefined; // a blank that readers fill in
  if (length >= 4)
    return isWordCharacter(before) && !mark.isInStrong ? undefined : { kind: 'empty', isSure: mark.isInStrong };
  if (isSpace(before) && isSpace(after))
    return length > 1 && character === '*' && (first || last) ? { kind: 'empty', isSure: true } : undefined;
  const [opens, closes] = [canOpen(character, before, after), canClose(character, before, after)];
  if (opens && closes && length > 1 && character === '*' && hasUnspaced(before + after))
    return { kind: 'unclosed', isSure: true };
  if (opens === closes) return undefined;
  if (length === 1) {
    if (hasFootnotes || (character === '_' && isNameAt(issue.text, mark))) return undefined;
    if (opens)
      return first && block.kind !== 'table' && !/[./]/.test(after)
        ? { kind: 'unclosed', isSure: character === '*' }
        : undefined;
    return last && isPunctuation(before) && block.kind !== 'table'
      ? { kind: 'unopened', isSure: character === '*' }
      : undefined;
  }
  if (character === '_' || hasFootnotes) return undefined;
  return { kind: opens ? 'unclosed' : 'unopened', isSure: !isWordCharacter(before) || !isWordCharacter(after) };
}

/** A mark in the middle of a text that lacks emphasis. */
function lackingKind({ character, before, after }: Mark): Single | undefined {
  const [opens, closes] = [canOpen(character, before, after), canClose(character, before, after)];
  if (opens && closes && character === '*' && hasUnspaced(before) && hasUnspaced(after))
    return { kind: 'unclosed', isSure: true };
  return opens === closes ? undefined : { kind: opens ? 'unclosed' : 'unopened', isSure: true };
}

/** `_config.yml`, `_posts`: the name of something that begins with an underscore. */
function isNameAt(text: string, { end }: Span): boolean {
  return (
    /^[\w.-]*(?:[_./]|\s*$)/u.test(
      /^\S*/u.exec(text.slice(end, end + 80))![0].replace(/(?<![.,:;!?])[.,:;!?]+$/, ''),
    ) || !/^\S+\s+\S+\s+\S/u.test(text.slice(end, end + 200))
  );
}

/** Whether nothing stands before it in its block but what makes it a list item, a heading or a quote. */
function isFirstIn(issue: Issue, block: Block, mark: Mark): boolean {
  return (
    /^(?:[\s>#]|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[[ x]\])*$/i.test(
      slice(issue.text, { start: block.span.start, end: mark.start }).slice(0, 200),
    ) && mark.start - block.span.start <= 200
  );
}

function isLastIn(issue: Issue, block: Block, mark: Mark): boolean {
  const rest = slice(issue.text, { start: mark.end, end: Math.min(block.span.end, mark.end + 200) });
  return block.span.end - mark.end <= 200 && /^[\s\\#]*(?:\{:[^}]*\}\s*)*$/.test(rest);
}
