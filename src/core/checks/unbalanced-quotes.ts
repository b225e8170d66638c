// unbalanced-quotes: a quotation mark without its counterpart, or with a wrong one.
import type { Block } from '../model.js';
import { definePostCheck, type PairContext, type PostContext } from './check.js';
import { brokenLinksByBlock } from './support/brokenLinks.js';
import { closerOf, unmatchedQuotes, type Mark } from './support/matchQuotes.js';
import { lookAgain, perBlock } from './support/perRow.js';
import { proseIn } from './support/proseBlocks.js';
import { readable, type Readable } from './support/readable.js';

export default definePostCheck({
  id: 'unbalanced-quotes',
  severity: 'information',
  yieldsTo: ['broken-link-syntax', 'stray-markup', 'url-damaged'],
  messages: {
    alone: 'This {mark} has no counterpart in the paragraph.',
    mismatched: 'This {mark} closes what {open} opens.',
  },
  *run(context) {
    for (const { first, second } of unbalanced(context)) {
      if (second && second.readable === first.readable) {
        const newText = closerOf(first.text);
        const span = second.readable.place(second.span);
        const fixes =
          newText === undefined ? [] : [{ title: `Put ${newText}`, edits: [{ span, newText }], preferred: true }];
        yield {
          message: 'mismatched',
          data: { mark: second.text, open: first.text },
          span,
          subject: second.text,
          fixes,
        };
      } else if (!second)
        yield {
          message: 'alone',
          data: { mark: first.text },
          span: first.readable.place(first.span),
          subject: first.text,
        };
    }
  },
});

/** The first marks without a counterpart, of each text or unit that has one or two. */
const unbalanced = perBlock(
  (block, context): readonly { readonly first: Mark; readonly second: Mark | undefined }[] => {
    if (!proseIn(context.target, block)) return [];
    const { source, target } = unitOf(context, block);
    const left = unmatchedQuotes(target);
    const [first, second] = left;
    if (!first || left.length > 2) return [];
    lookAgain(context); // broken links and the next block say the rest
    // The blocks of a unit are one text: its first one stands for all.
    if (target.find((one) => proseIn(context.target, one.block))?.block !== block) return [];
    if (target.some(({ block }) => brokenLinksByBlock(context).has(block))) return [];
    // What the source does not balance either, such as a quotation that goes on, is meant.
    return unmatchedQuotes(source).length > 0 || goesOn(context, target, first) ? [] : [{ first, second }];
  },
);

/** The texts of the block's unit; the block alone where there is no source. */
function unitOf(
  context: PostContext,
  block: Block,
): { readonly source: readonly Readable[]; readonly target: readonly Readable[] } {
  const pair = 'alignment' in context ? (context as PairContext) : undefined;
  const unit = pair?.units.ofTarget[block.index];
  if (!pair || !unit || unit.source.length === 0) return { source: [], target: [readable(context.target, block)] };
  return {
    source: unit.source.map((one) => readable(pair.source, one)),
    target: unit.target.map((one) => readable(pair.target, one)),
  };
}

/** How many blocks a quotation may go through. */
const longestQuotation = 8;

/** A quotation that goes on in the next paragraphs is opened there once more, or closed in the last of them. */
function goesOn({ target }: PostContext, texts: readonly Readable[], mark: Mark): boolean {
  const next = target.blocks[texts.at(-1)!.block.index + 1];
  if (
    next !== undefined &&
    readable(target, next)
      .text.replace(/^[\s*_>-]*/, '')
      .startsWith(mark.text)
  )
    return true;
  const isOpener = isAtStart(mark);
  if (!isOpener && !isAtEnd(mark)) return false;
  for (let step = 1; step <= longestQuotation; step++) {
    const other = target.blocks[isOpener ? texts.at(-1)!.block.index + step : texts[0]!.block.index - step];
    if (other === undefined || other.kind === 'heading') return false;
    const left = unmatchedQuotes([readable(target, other)]);
    if (left.length > 0)
      return (
        left.length === 1 &&
        (isOpener
          ? isAtEnd(left[0]!) && closerOf(mark.text) === left[0]!.text
          : isAtStart(left[0]!) && closerOf(left[0]!.text) === mark.text)
      );
  }
  return false;
}

function isAtStart({ text, span, readable: { text: all } }: Mark): boolean {
  return /[“„«]/.test(text) && !/[\p{L}\p{N}]/u.test(all.slice(0, span.start));
}

function isAtEnd({ text, span, readable: { text: all } }: Mark): boolean {
  return /[”“»]/.test(text) && !/[\p{L}\p{N}]/u.test(all.slice(span.end));
}
