// The source that translators keep in a comment behind its translation, held against the source as it is today.
import type { Block, Issue } from '../../model.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { isComparable } from './comparable.js';
import { perBlock } from './perRow.js';

/** A kept text that is no longer the source's. */
export interface StaleSource {
  /** The paragraph of the comment, in the translation. */
  readonly span: Span;
  readonly source: Block;
  /** What it says and the source does not, and the other way round: the first stretch that differs. */
  readonly kept: string;
  readonly today: string;
  readonly changes: number;
}

/** Fewer words than this can be alike by chance. */
const fewestWords = 6;
/** From this share of common words on, a text is another version of the source's, below it something else. */
const leastAlike = 0.75;
/** Comparing takes time with the product of the two lengths. */
const mostWords = 1_000;
/** A comment may stand behind the last of several blocks. */
const reach = 4;

/** All kept texts that have fallen behind. */
export function staleSources(context: PairContext): StaleSource[] {
  if (context.target.damage || context.source.damage) return []; // what was repaired may still differ
  return withComments(context).flatMap((block) =>
    commentsOf(context.target, block).flatMap((span) =>
      paragraphsOf(context.target.text, span).flatMap((paragraph) => compared(paragraph, block, context)),
    ),
  );
}

const withComments = perBlock((block) => (block.comments.length > 0 ? [block] : []));

/** Where the comments behind a block stand, without their signs. */
function commentsOf({ text, blocks }: Issue, block: Block): Span[] {
  const end = blocks[block.index + 1]?.span.start ?? text.length;
  const spans: Span[] = [];
  let from = block.span.start;
  for (const comment of block.comments) {
    const start = text.indexOf(comment, from);
    if (start < 0 || start >= end) continue;
    spans.push({ start, end: start + comment.length });
    from = start + comment.length;
  }
  return spans;
}

function paragraphsOf(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/\S(?:[^\n]|\n(?![ \t\r]*\n))*/g), (match) => {
    const at = start + match.index;
    return { start: at, end: at + match[0].trimEnd().length };
  });
}

function compared(span: Span, block: Block, { target, source, units }: PairContext): StaleSource[] {
  const kept = tokensOf(slice(target.text, span));
  if (kept.length < fewestWords || kept.length > mostWords) return [];
  const unit = units.ofTarget[block.index];
  if (!unit || !isComparable(unit)) return [];
  const around = unit.source[0]!.index;
  const candidates = source.blocks.slice(Math.max(0, around - reach), around + reach + 1);
  let best: { block: Block; tokens: string[]; alike: number } | undefined;
  for (const candidate of candidates) {
    const tokens = tokensOf(slice(source.text, candidate.span));
    if (sameTokens(tokens, kept)) return [];
    const alike = commonShare(kept, tokens);
    if (!best || alike > best.alike) best = { block: candidate, tokens, alike };
  }
  if (!best || best.alike < leastAlike || best.tokens.length > mostWords) return [];
  const changes = differences(kept, best.tokens);
  const [first] = changes;
  return first ? [{ span, source: best.block, ...first, changes: changes.length }] : [];
}

/** Words and addresses, without emphasis, list signs and the kinds of quotation marks: those are no change of the source. */
function tokensOf(text: string): string[] {
  return text
    .replace(/^(?:[-*+]|#{1,6}|\d{1,9}[.)]|>)[ \t]+/gm, '')
    .replace(/(\]\()|[*_\\]+/g, '$1')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\]\(/g, '] (')
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}

function sameTokens(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') === b.join(' ');
}

function commonShare(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of a) {
    const count = left.get(token) ?? 0;
    if (count > 0) common++;
    left.set(token, count - 1);
  }
  return common / Math.max(a.length, b.length);
}

interface Difference {
  readonly kept: string;
  readonly today: string;
}

/** The stretches in which two texts differ, by their longest common subsequence. */
function differences(a: readonly string[], b: readonly string[]): Difference[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  }
  const found: Difference[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [fromA, fromB] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) i++;
      else j++;
    }
    found.push({ kept: joined(a.slice(fromA, i)), today: joined(b.slice(fromB, j)) });
  }
  return found.filter(({ kept, today }) => wordsOnly(kept) !== wordsOnly(today));
}

function joined(tokens: readonly string[]): string {
  return tokens.join(' ').replaceAll('] (', '](');
}

/** Punctuation alone is no change that a translation would follow, but inside an address it is. */
function wordsOnly(text: string): string {
  return text.includes('://') ? text.replace(/(?<![.,;)])[.,;)]+$/, '') : text.replace(/[^\p{L}\p{N}\s]/gu, '').trim();
}
