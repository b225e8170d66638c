// Blocks of a translation that say the same although the source does not repeat itself there.
import { foldedText, wordsOfBlock } from '../../align/blockWords.js';
import { addTo } from '../../grouped.js';
import type { Block, Issue } from '../../model.js';
import { oncePerBlock } from '../../text/remember.js';
import { slice } from '../../text/span.js';
import { textWeight } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { leastConfidence } from './comparable.js';
import { oncePer } from './memo.js';

/** A stretch of the translation that says what another one says. */
export interface Copy {
  /** Its blocks, one behind the other. */
  readonly blocks: readonly Block[];
  /** The first of those that they repeat. */
  readonly of: Block;
  /** Of what the source has in its place; undefined if it has nothing there. */
  readonly source: Block | undefined;
}

/** Shorter texts are repeated without harm: “source”, a date. In Latin letters. */
const leastWeight = 30;
const fewestWords = 4;
/** What stands more often is meant to: a line that parts items, a call to subscribe. */
const mostEqual = 8;
/** From this share of words on, two texts of the source are one to a translator. */
const sameShare = 0.5;

/** The copies of a pair, in the target's order. */
export const copiesIn = oncePer((context: PairContext): readonly Copy[] => {
  const repeated = repeatedIn(context.target);
  if (repeated.size === 0) return [];
  const copies: { blocks: Block[]; of: Block; source: Block | undefined }[] = [];
  for (const block of context.target.blocks) {
    const equal = repeated.get(block);
    const copied = equal && copyAmong(equal, context);
    if (!copied) continue;
    const run = copies.at(-1);
    const last = run?.blocks.at(-1);
    if (run && last && follows(context, run, copied)) {
      run.blocks.push(...context.target.blocks.slice(last.index + 1, copied.block.index + 1));
      if (!copied.source) run.source = undefined;
    } else copies.push({ blocks: [copied.block], of: copied.of, source: copied.source });
  }
  return copies.map((copy) => ({ ...copy, blocks: withTitle(context, copy.blocks, copy.of) }));
});

/** Each block that says what blocks before it say, with these before it. */
function repeatedIn({ blocks }: Issue): ReadonlyMap<Block, readonly Block[]> {
  const equal = new Map<string, Block[]>();
  for (const block of blocks) {
    const key = keyOf(block);
    if (key !== undefined) addTo(equal, key, block);
  }
  const copied = [...equal.values()].filter(({ length }) => length <= mostEqual);
  return new Map(copied.flatMap((all) => all.slice(1).map((block, i) => [block, all.slice(0, i + 2)] as const)));
}

/** Blocks of the translation that are copies of others. */
export const copiedBlocks = oncePer(
  (context: PairContext): ReadonlySet<Block> => new Set(copiesIn(context).flatMap(({ blocks }) => blocks)),
);

/** The one of several equal blocks that is too much: one without a counterpart, or one whose counterpart says something else. */
function copyAmong(
  equal: readonly Block[],
  context: PairContext,
): { block: Block; of: Block; source: Block | undefined } | undefined {
  const { units } = context;
  const block = equal.at(-1)!;
  const unitOf = (one: Block) => units.ofTarget[one.index]!;
  const sourceOf = (one: Block) => unitOf(one).source;
  const own = equal.filter((one) => sourceOf(one).length > 0);
  if (own.length === 0) return undefined; // the translator's own notes
  if (own.some((one) => timesInSource(context, sourceOf(one)[0]!) >= equal.length)) return undefined;
  const lone = equal.find((one) => sourceOf(one).length === 0);
  if (lone) {
    // Of two, the one without a counterpart may be the first.
    const isNew = lone === block || equal.length === 2;
    return isNew ? { block: lone, of: own[0]!, source: undefined } : undefined;
  }
  // Of equal blocks that the aligner took for one translation, the first is enough.
  const same = own.find((one) => one !== block && unitOf(one) === unitOf(block));
  if (same) return { block, of: same, source: undefined };
  const sure = own.filter((one) => unitOf(one).confidence >= leastConfidence);
  const [first] = [...sure].sort((a, b) => unitOf(b).confidence - unitOf(a).confidence);
  if (!first) return undefined;
  const wrong = first === block ? equal.at(-2)! : block;
  if (unitOf(wrong) === unitOf(first) || saySame(sourceOf(first), sourceOf(wrong))) return undefined;
  return { block: wrong, of: first, source: sourceOf(wrong)[0] };
}

function timesInSource({ source }: PairContext, like: Block): number {
  return countsOf(source).get(foldedText(like)) ?? 0;
}

const countsOf = oncePer((source: Issue): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const block of source.blocks) counts.set(foldedText(block), (counts.get(foldedText(block)) ?? 0) + 1);
  return counts;
});

/** Whether two texts of the source share so much that one translation can stand for both. */
function saySame(a: readonly Block[], b: readonly Block[]): boolean {
  const [first, second] = [wordSet(a), wordSet(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= sameShare * Math.min(first.size, second.size);
}

function wordSet(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.flatMap(wordsOfBlock).map(({ folded }) => folded));
}

/** What two blocks have in common that say the same; undefined for what is too short or no text. */
const keyOf = oncePerBlock((block: Block): string | undefined => {
  if (block.kind === 'code' || block.kind === 'html') return undefined;
  const words = wordsOfBlock(block);
  if (words.length < fewestWords || textWeight(block.text) < leastWeight) return undefined;
  // A title's words stand in a table of contents as well.
  return `${block.kind === 'title' || block.kind === 'heading' ? 'title' : 'text'} ${block.kind === 'list-item' ? block.kind : ''} ${foldedText(block)}`;
});

/** Whether a copy goes on where a run of copies ends, as what they are copies of does: both were pasted together. */
function follows(
  { units }: PairContext,
  run: { readonly blocks: readonly Block[]; readonly of: Block },
  next: { readonly block: Block; readonly of: Block },
): boolean {
  const [first, last] = [run.blocks[0]!, run.blocks.at(-1)!];
  for (let i = last.index + 1; i < next.block.index; i++) if (units.ofTarget[i]?.state !== 'added') return false;
  return next.block.index > last.index && next.of.index - run.of.index === next.block.index - first.index;
}

/** The short blocks around a copy that were pasted with it, as a title is. */
function withTitle({ target, units }: PairContext, blocks: readonly Block[], of: Block): Block[] {
  const isPasted = (one: Block | undefined, like: Block | undefined): one is Block =>
    one !== undefined &&
    like !== undefined &&
    units.ofTarget[one.index]?.state === 'added' &&
    one.kind === like.kind &&
    slice(target.text, one.span) === slice(target.text, like.span);
  const out = [...blocks];
  for (let back = 1; isPasted(target.blocks[blocks[0]!.index - back], target.blocks[of.index - back]); back++)
    out.unshift(target.blocks[blocks[0]!.index - back]!);
  const [last, lastOf] = [blocks.at(-1)!.index, of.index + blocks.at(-1)!.index - blocks[0]!.index];
  for (let on = 1; isPasted(target.blocks[last + on], target.blocks[lastOf + on]); on++)
    out.push(target.blocks[last + on]!);
  return out;
}
