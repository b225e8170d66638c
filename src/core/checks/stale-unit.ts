// stale-unit: the source has changed since this was translated.
import { markUnit } from '../stale/mark.js';
import type { ChangedBlock, StaleUnit } from '../stale/staleUnits.js';
import type { Change } from '../stale/difference.js';
import { definePairCheck } from './check.js';
import { writtenSpan } from '../stale/places.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'stale-unit',
  severity: 'information',
  messages: {
    changed:
      'The source changed {when}: “{before}” became “{after}”{more} Bring the translation up to date, or mark it so.',
    removed:
      'The source changed {when}: “{before}” was taken out{more} Bring the translation up to date, or mark it so.',
    added: 'The source changed {when}: “{after}” was put in{more} Bring the translation up to date, or mark it so.',
    rewritten: 'The source was written anew {when}: “{after}”{more} Bring the translation up to date, or mark it so.',
    unknown:
      'The source is not the one that this was marked as up to date with: it says “{after}” now. Bring the translation up to date, or mark it so.',
  },
  *run(context) {
    const behind = context.stale.flatMap(({ blocks }) => blocks.map(({ block }) => block));
    for (const stale of context.stale) {
      const [first] = stale.blocks;
      const at = stale.unit.target.find(({ text }) => text.trim() !== '') ?? stale.unit.target[0];
      if (!first || !at) continue;
      const { change, message } = told(stale, first);
      yield {
        message,
        data: {
          when: stale.date === undefined ? 'and is not committed yet' : `on ${stale.date}`,
          before: quoted(
            change && first.before !== undefined ? first.before.slice(change.before.start, change.before.end) : '',
          ),
          after: quoted(change ? first.block.text.slice(change.after.start, change.after.end) : first.block.text),
          more: moreThan(stale),
        },
        span: at.span,
        source: (change && writtenSpan(context.source, first.block, change.after)) ?? first.block.span,
        fixes: [
          {
            title: 'Mark as up to date',
            findEdits: () => [markUnit(context.target, stale.unit, context.source, behind) ?? []].flat(),
          },
        ],
      };
    }
  },
});

type Message = 'changed' | 'removed' | 'added' | 'rewritten' | 'unknown';

/** The change that tells most: a typo that was mended on the way tells nothing. */
function told(
  { since }: StaleUnit,
  { changes }: ChangedBlock,
): { readonly message: Message; readonly change: Change | undefined } {
  const change = changes.find(({ isTypo }) => !isTypo);
  if (!change) return { message: since === 'unknown' ? 'unknown' : 'rewritten', change };
  return { message: change.added.length === 0 ? 'removed' : change.removed.length === 0 ? 'added' : 'changed', change };
}

/** The end of the sentence: what else is different. */
function moreThan({ blocks }: StaleUnit): string {
  const more =
    blocks.reduce((count, { changes }) => count + Math.max(1, changes.filter(({ isTypo }) => !isTypo).length), 0) - 1;
  return more === 0 ? '.' : `, and ${more === 1 ? 'one more place' : `${more} more places`}.`;
}
