// What the checks of typography look at: the prose of a post, and the source's where there is one.
import type { Block, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { oncePerBlock } from '../../text/remember.js';
import { slice, type Span } from '../../text/span.js';
import type { DraftFix, Found, PairContext, PostContext } from '../check.js';
import { plainPerBlock, type Depends } from './perRow.js';
import { readable, type Readable } from './readable.js';

/** UTF-8 that was read as Windows-1252 or Latin-1: what looks like a slip in it is damage. */
const damaged = /[ÃÂ][\u0080-\u00bf]|â[€\u0080]/;

/** Whether a post's authors wrote a block: none of front matter that was never closed, none with damaged characters. */
export function isWritten(issue: Issue, block: Block): boolean {
  return (issue.frontMatter !== undefined || issue.faults.length === 0) && !isDamaged(block, issue);
}

const isDamaged = oncePerBlock(({ span }: Block, { text }: Issue): boolean => damaged.test(slice(text, span)));

/** What of a block is prose; undefined if nothing is. Tables have none, as they are laid out with signs and spaces. */
export function proseIn(issue: Issue, block: Block): Readable | undefined {
  if (block.kind === 'table' || !isWritten(issue, block)) return undefined;
  const found = readable(issue, block);
  return found.text === '' ? undefined : found;
}

/** What `look` finds in the prose of a post, block by block. See `plainPerBlock`. */
export function perProse<Value>(
  look: (prose: Readable, context: PostContext) => readonly Value[],
  depends?: Depends<PostContext>,
): (context: PostContext) => readonly Value[] {
  return plainPerBlock((block, context) => {
    const prose = proseIn(context.target, block);
    return prose ? look(prose, context) : [];
  }, depends);
}

/** The source's text for a block of the translation; empty if the post is looked at alone, or has nothing there. */
export function sourceTextOf(context: PostContext, block: Block): string {
  if (!isPair(context)) return '';
  return (
    context.units.ofTarget[block.index]?.source.map((one) => slice(context.source.text, one.span)).join('\n') ?? ''
  );
}

function isPair(context: PostContext): context is PairContext {
  return 'alignment' in context;
}

/** A place that can be mended. */
export interface Slip {
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** A place that is mended by putting `newText` there. */
export function slip(span: Span, newText: string): Slip {
  return { span, edits: [{ span, newText }] };
}

/** From this many on, a slip is a habit, and one problem tells of all. */
const habit = 10;

/** The problem of each slip; of a habit, that is `from` slips or more, one for all, at the first. */
export function slipsOrHabit<Id extends string>(
  slips: readonly Slip[],
  each: Id,
  all: Id,
  fix: { readonly title: string; readonly safe: boolean },
  from = habit,
): Found<Id>[] {
  const first = slips[0];
  const fixFor = (some: readonly Slip[]): DraftFix => ({
    title: some.length > 1 ? `${fix.title} (${some.length} places)` : fix.title,
    edits: some.flatMap(({ edits }) => edits),
    safe: fix.safe,
    preferred: true,
  });
  if (first && slips.length >= from)
    return [{ message: all, data: { count: slips.length }, span: first.span, fixes: [fixFor(slips)] }];
  return slips.map((one) => ({ message: each, span: one.span, fixes: [fixFor([one])] }));
}
