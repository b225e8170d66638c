// swallowed-paragraph: a blank line is missing, or a sign is, and one block swallows another.
import type { Block } from '../model.js';
import { definePostCheck, type PairContext, type PostContext } from './check.js';
import { isComparable } from './support/comparable.js';
import { gluedIn, type Glued } from './support/glued.js';
import { swallowedIn } from './support/swallowed.js';

export default definePostCheck({
  id: 'swallowed-paragraph',
  severity: 'warning',
  messages: {
    title: 'This title runs into the text below; in the source a blank line is between them.',
    picture: 'This picture runs into the text below; in the source a blank line is between them.',
    sameLine: 'This title runs into its text; in the source they are two blocks.',
    merged: 'These paragraphs run into one; the source has blank lines between them.',
    underlined: 'This rule makes a heading of the text above it; a blank line is missing.',
    list: 'These lines are meant as a list, but Markdown sees none and runs them together.',
    fence: 'This code is never closed, and takes all that follows.',
    comment: 'This comment is never closed, and takes all that follows.',
    indented: 'This text is indented by four spaces or more, which makes it code.',
  },
  *run(context) {
    for (const { kind, span, block, edits } of swallowedIn(context)) {
      const counterpart = kindInSource(block, context);
      if (counterpart === block.kind && kind !== 'fence' && kind !== 'comment') continue;
      yield {
        message: kind,
        span,
        severity: kind === 'indented' && counterpart === undefined ? 'information' : 'warning',
        fixes:
          edits.length > 0
            ? [
                {
                  title: titles[kind] ?? 'Insert the blank line',
                  edits,
                  preferred: true,
                  safe: kind === 'underlined' && counterpart === 'paragraph',
                },
              ]
            : [],
      };
    }
    if (!('units' in context)) return;
    const glued = gluedIn(context as PairContext);
    const habits = new Set(
      (['title', 'picture'] as const).filter((kind) => isHabit(kind, glued, context.target.blocks)),
    );
    for (const { kind, span, source, edits, isSure } of glued) {
      const isMeant = habits.has(kind as 'title' | 'picture');
      yield {
        message: kind,
        span,
        source,
        severity: isSure && !isMeant ? 'warning' : 'information',
        fixes: [
          {
            title: kind === 'merged' ? 'Insert the blank lines' : 'Insert the blank line',
            edits,
            preferred: true,
            safe: isSure && !isMeant,
          },
        ],
      };
    }
  },
});

/** Whether a translation runs most of its titles, or of its pictures, into what follows. */
function isHabit(kind: 'title' | 'picture', glued: readonly Glued[], blocks: readonly Block[]): boolean {
  const times = glued.filter((one) => one.kind === kind).length;
  return (
    times > 2 && blocks.filter((block) => block.kind === (kind === 'title' ? 'title' : 'image')).length < 2 * times
  );
}

const titles: Readonly<Record<string, string>> = { list: 'Make it a list', indented: 'Remove the indentation' };

/** What the block is in the source, if that is known and surely it: what the source has as well is meant. */
function kindInSource(block: Block, context: PostContext | PairContext): Block['kind'] | undefined {
  if (!('units' in context)) return undefined;
  const unit = context.units.ofTarget[block.index];
  return unit && isComparable(unit) ? unit.source[0]?.kind : undefined;
}
