// unbalanced-quotes: a quotation mark without its counterpart, or with a wrong one.
import type { Block } from '../model.js';
import { definePostCheck, type PairContext, type PostContext } from './check.js';
import { brokenLinks } from './support/brokenLinks.js';
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
        const fixes = newText === undefined ? [] : [{ title: `Put ${newText}`, edits: [{ span, newText }], preferred: true }];
        yield { message: 'mismatched', data: { mark: second.text, open: first.text }, span, subject: second.text, fixes };
      } else if (!second) yield { message: 'alone', data: { mark: first.text }, span: first.readable.place(first.span), subject: first.text };
    }
  },
});

/** The first marks without a counterpart, of each text or unit that has one or two. */
const unbalanced = perBlock((block, context): readonly { readonly first: Mark; readonly second: Mark | undefined }[] => {
  if (!proseIn(context.target, block)) return [];
  const { source, target } = unitOf(context, block);
  const left = unmatchedQuotes(target);
  const [first, second] = left;
  if (!first || left.length > 2) return [];
  lookAgain(context); // broken links and the next block say the rest
  // The blocks of a unit are one text: its first one stands for all.
  if (target.find((one) => proseIn(context.target, one.block))?.block !== block) return [];
  if (brokenLinks(context).some((broken) => target.some((one) => one.block === broken.block))) return [];
  // What the source does not balance either, such as a quotation that goes on, is meant.
  return unmatchedQuotes(source).length > 0 || goesOn(context, target, first) ? [] : [{ first, second }];
});

/** The texts of the block's unit; the block alone where there is no source. */
function unitOf(context: PostContext, block: Block): { readonly source: readonly Readable[]; readonly target: readonly Readable[] } {
  const pair = 'alignment' in context ? (context as PairContext) : undefined;
  const unit = pair?.units.ofTarget[block.index];
  if (!pair || !unit || unit.source.length === 0) return { source: [], target: [readable(context.target, block)] };
  return { source: unit.source.map((one) => readable(pair.source, one)), target: unit.target.map((one) => readable(pair.target, one)) };
}

/** A quotation that goes on in the next paragraph is opened there once more. */
function goesOn({ target }: PostContext, texts: readonly Readable[], mark: Mark): boolean {
  const next = target.blocks[texts.at(-1)!.block.index + 1];
  return next !== undefined && readable(target, next).text.replace(/^[\s*_>-]*/, '').startsWith(mark.text);
}
