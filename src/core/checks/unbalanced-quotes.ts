// unbalanced-quotes: a quotation mark without its counterpart, or with a wrong one.
import type { Block } from '../model.js';
import { definePostCheck, type PairContext, type PostContext } from './check.js';
import { brokenLinks } from './support/brokenLinks.js';
import { closerOf, unmatchedQuotes, type Mark } from './support/matchQuotes.js';
import { proseBlocks } from './support/proseBlocks.js';
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
    const damaged = new Set(brokenLinks(context.target).map(({ block }) => block));
    const seen = new Set<Block>();
    for (const { block } of proseBlocks(context.target)) {
      const { source, target } = unitOf(context, block);
      if (seen.has(target[0]!.block)) continue;
      seen.add(target[0]!.block);
      if (target.some((one) => damaged.has(one.block))) continue;
      // What the source does not balance either, such as a quotation that goes on, is meant.
      if (unmatchedQuotes(source).length > 0) continue;
      const left = unmatchedQuotes(target);
      const [first, second] = left;
      if (!first || left.length > 2 || goesOn(context, target, first)) continue;
      if (second && second.readable === first.readable) {
        const newText = closerOf(first.text);
        const span = second.readable.place(second.span);
        const fixes = newText === undefined ? [] : [{ title: `Put ${newText}`, edits: [{ span, newText }], preferred: true }];
        yield { message: 'mismatched', data: { mark: second.text, open: first.text }, span, subject: second.text, fixes };
      } else if (!second) yield { message: 'alone', data: { mark: first.text }, span: first.readable.place(first.span), subject: first.text };
    }
  },
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
