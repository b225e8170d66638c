// The source's own text that stands in the translation beside what translates it.
import { foldedText, wordsOfBlock, type ComparedWord } from '../../align/blockWords.js';
import type { Block, Issue, Link } from '../../model.js';
import type { PairContext } from '../check.js';
import { asPair } from './asPair.js';
import { isSamePageLocalised } from './addresses.js';
import { relativeLength, weightOf } from './lengths.js';
import { oncePer } from './memo.js';
import { perBlock } from './perRow.js';
import { ordinaryWords } from './untranslated.js';

/** A block of the source's words, and what translates it. */
export interface LeftoverBlock {
  readonly block: Block;
  readonly source: Block;
  readonly translation: readonly Block[];
}

/** A text of fewer words may be a name. */
const fewestWords = 4;
const fewestInTitle = 3;
const fewestOrdinary = 2;
const fewestSmall = 3;
/** A translation that stands farther off, in blocks, is one of another text with these words. */
const farthest = 3;
/** What stands beside must be about as long as a translation is in this pair. */
const likely = { least: 0.5, most: 1.8 };

/** The blocks of the translation that are the source's, where their translation is there as well. */
export const leftoverBlocks = oncePer((context: PairContext): readonly LeftoverBlock[] => {
  const copies = new Map(foreignCopies(context).map(({ block, source }) => [block, source]));
  return [...copies].flatMap(([block, source]): LeftoverBlock[] => {
    const translation = translationOf(block, source, copies, context);
    return translation.length === 0 ? [] : [{ block, source, translation }];
  });
});

/** Blocks that say what a block of the source says, in the source's language. */
const foreignCopies = perBlock(
  (block, context): readonly { readonly block: Block; readonly source: Block }[] => {
    const pair = asPair(context);
    const source = pair && firstByText(pair.source).get(foldedText(block));
    return source && isForeign(block, pair) && !(isQuote(pair.source, source) && isQuote(pair.target, block))
      ? [{ block, source }]
      : [];
  },
  { about: (context) => [asPair(context)?.source] },
);

/** The first block of the source that has some words, by these. */
const firstByText = oncePer((source: Issue): ReadonlyMap<string, Block> => {
  const blocks = new Map<string, Block>();
  for (const block of source.blocks) if (!blocks.has(foldedText(block))) blocks.set(foldedText(block), block);
  return blocks;
});

/** Blocks that `leftoverBlocks` speaks for: the copies, and what translates them. */
export const blocksOfLeftovers = oncePer(
  (context: PairContext): ReadonlySet<Block> =>
    new Set(leftoverBlocks(context).flatMap(({ block, translation }) => [block, ...translation])),
);

function translationOf(block: Block, source: Block, copies: ReadonlyMap<Block, Block>, context: PairContext): Block[] {
  const { target, units } = context;
  const aligned = (units.ofSource[source.index]?.target ?? []).filter(
    (one) => !copies.has(one) && Math.abs(one.index - block.index) <= farthest,
  );
  if (aligned.length > 0) return aligned;
  const beside = [target.blocks[block.index - 1], target.blocks[block.index + 1]].filter(
    (one): one is Block => one !== undefined && !copies.has(one) && units.ofTarget[one.index]?.state === 'added',
  );
  return beside.filter((one) => mayTranslate(source, one, context)).slice(0, 1);
}

/** Whether an added block may be the translation of a block of the source: as long as one, with its links and numbers. */
function mayTranslate(source: Block, block: Block, context: PairContext): boolean {
  const isHead = ({ kind }: Block): boolean => kind === 'title' || kind === 'heading';
  if (isHead(source) !== isHead(block)) return false;
  const length = relativeLength(context, {
    kind: source.kind,
    state: 'translated',
    source: [source],
    target: [block],
    confidence: 1,
  });
  const share = length?.share ?? weightOf([block]) / Math.max(1, weightOf([source]));
  if (share < likely.least || share > likely.most) return false;
  const hasLink = ({ key, url }: Link): boolean =>
    block.links.some((own) => own.key === key || isSamePageLocalised(own.url, url, context));
  const numbers = new Set(block.text.match(/\d+/g));
  return source.links.every(hasLink) && (source.text.match(/\d+/g) ?? []).every((number) => numbers.has(number));
}

/** Whether a block has enough words of the source's language to be no name. */
function isForeign(block: Block, context: PairContext): boolean {
  if (block.kind === 'code' || block.kind === 'html' || block.kind === 'table') return false;
  const words = wordsOfBlock(block).filter(({ hasLetter }) => hasLetter);
  const isHead = block.kind === 'title' || block.kind === 'heading';
  return words.length >= (isHead ? fewestInTitle : fewestWords) && isNoName(words, context);
}

/** Whether words are no name: some of them are ordinary ones of the source's language, or many are written small. */
export function isNoName(words: readonly ComparedWord[], context: PairContext): boolean {
  return (
    words.filter(({ text }) => /^[\p{Ll}\p{Lo}]/u.test(text)).length >= fewestSmall ||
    ordinaryWords(words, context) >= fewestOrdinary
  );
}

/** Whether a block stands in a quotation, as what somebody said often does in both languages. */
function isQuote(issue: Issue, { span }: Block): boolean {
  const start = issue.lines.startOf(issue.lines.positionAt(span.start).line);
  return /^[ \t]*>/.test(issue.text.slice(start, start + 20));
}
