// order-changed: items or paragraphs that stand elsewhere in the translation than in the source.
import type { Block } from '../model.js';
import { definePairCheck, type PairContext } from './check.js';
import { disorders, endsOf, orderingEdits, type MovedRun } from './support/moved.js';
import { quoted, sourceSpan } from './support/words.js';

export default definePairCheck({
  id: 'order-changed',
  severity: 'information',
  messages: {
    behind: '“{name}” stands elsewhere than in the source. There it comes behind “{before}”.',
    first: '“{name}” stands elsewhere than in the source. There it comes first.',
    several: 'From “{name}” on, {count} parts stand in another order than in the source.',
  },
  *run(context) {
    const isAside = (run: MovedRun): boolean => isFooter(context, run);
    for (const disorder of disorders(context, isAside)) {
      const [run, ...more] = disorder.runs;
      const [from, to] = [endsOf(run!, 'source'), endsOf(run!, 'target')];
      const before = blockBefore(context, from.first);
      const edits = orderingEdits(context, disorder);
      yield {
        message: more.length > 0 ? 'several' : before ? 'behind' : 'first',
        data: {
          name: nameOf(context, to.first, to.last),
          before: before ? quoted(before.text, 40) : '',
          count: more.length + 1,
        },
        span: context.target.blocks[to.first]!.span,
        source: sourceSpan(context.source, from.first, from.last),
        ...(more.length === 0 && isAside(run!) ? { severity: 'hint' as const } : {}),
        fixes: edits
          ? [
              {
                title: more.length > 0 ? 'Put them into the source’s order' : 'Move it to where the source has it',
                edits,
                preferred: true,
              },
            ]
          : [],
      };
    }
  },
});

/** What the source has right before: in the translation's words, where it has any. */
function blockBefore({ source, units }: PairContext, first: number): Block | undefined {
  for (let i = first - 1; i >= 0; i--) {
    const unit = units.ofSource[i]!;
    if (unit.state === 'moved') continue;
    const block = unit.target.at(-1) ?? source.blocks[i]!;
    if (block.text !== '') return block;
  }
  return undefined;
}

function nameOf({ target }: PairContext, first: number, last: number): string {
  const named = target.blocks.slice(first, last + 1).find((block) => block.text !== '');
  return named ? quoted(named.text, 40) : target.blocks[first]!.kind === 'code' ? 'A block of code' : 'A picture';
}

/** Where no more than this stands between a paragraph and the end of the issue, it is at the end. */
const mostAside = 3;

/** A paragraph that was taken to the end or to the head of the issue, as translators do with what speaks of the newsletter itself. */
function isFooter({ target }: PairContext, run: MovedRun): boolean {
  const to = endsOf(run, 'target');
  if (run.length > 1 || run[0]!.kind !== 'paragraph') return false;
  const [before, behind] = [target.blocks.slice(0, to.first), target.blocks.slice(to.last + 1)];
  return [before, behind].some((rest) => rest.length <= mostAside && rest.every(isShort));
}

function isShort({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'image' || kind === 'caption' || kind === 'html';
}
