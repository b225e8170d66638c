// stray-markup: leftovers of markup that readers see, or that hide what they should see.
import type { Block } from '../model.js';
import { isReadable } from '../parse/limits.js';
import { slice } from '../text/span.js';
import { definePostCheck } from './check.js';
import { asPair } from './support/asPair.js';
import { compareHtml } from './support/compareHtml.js';
import { lookAgain, perBlock } from './support/perRow.js';
import { quoted } from './support/words.js';
import type { Stray } from './support/stray.js';
import { strayLiquid } from './support/strayLiquid.js';
import { strayTags } from './support/strayTags.js';
import { aboutStrayText, strayText } from './support/strayText.js';

interface Found extends Stray {
  readonly block: Block;
}

/** Whether a tag of HTML or Liquid is closed may be told far behind it. */
const strays = perBlock(
  (block, context): readonly Found[] => {
    const { target } = context;
    const written = slice(target.text, block.span);
    if (!isReadable(written)) return [];
    if (written.includes('<') || written.includes('{%')) lookAgain(context);
    return [...strayText(target, block), ...strayTags(target, block)].map((stray) => ({ ...stray, block }));
  },
  { about: ({ target }) => aboutStrayText(target) },
);

export default definePostCheck({
  id: 'stray-markup',
  severity: 'warning',
  yieldsTo: ['broken-link-syntax'],
  messages: {
    heading: '“{what}” is shown with its number signs: a heading needs “#” and a space.',
    backslashes: 'A stray “{what}” stands here and is shown.',
    entity: '“{what}” is shown as it stands: its “&” is written out twice.',
    entityEnd: '“{what}” is shown as it stands: it must end in “;”.',
    spaces: 'Several “{what}” stand in a row.',
    open: 'This “{what}” is never closed.',
    close: 'This “{what}” closes nothing.',
    attributes: '“{what}” must stand right behind the link, without a space.',
    liquid: '“{what}” is no Liquid tag: that begins with “{%” and ends with “%}”.',
    liquidOpen: 'The Liquid tag “{what}” has no “%}”; Jekyll does not build such a page.',
    liquidUnclosed: '“{what}” is never closed; Jekyll does not build such a page.',
    liquidUnopened: '“{what}” closes nothing; Jekyll does not build such a page.',
    chat: '“{what}” is what a chat program left behind.',
    spacedTag: '“{what}” is shown as it stands: HTML wants no space there.',
    unclosedTag: '“{what}” is never closed.',
    unopenedTag: '“{what}” closes nothing.',
    unknownTag: '“{what}” is taken for an HTML tag, and nobody sees it.',
    editor: '“{what}” is what an editor left behind.',
  },
  *run(context) {
    const { target } = context;
    const pair = asPair(context);
    // The other tag of an element is what was lost: that is told where the source is known.
    const lost = pair && target.text.includes('</') ? compareHtml(pair).filter((change) => change.kind === 'lost') : [];
    const isHalfLost = (block: Block, what: string): boolean =>
      lost.some(({ source, unit }) => unit.target.includes(block) && what.toLowerCase() === `</${source.name}>`);
    const told = new Set<number>();
    for (const { block, kind, span, what, severity, fixes } of strays(context)) {
      if (kind === 'unopenedTag' && isHalfLost(block, what)) continue;
      told.add(span.start);
      yield {
        message: kind,
        data: { what: quoted(what, 40) },
        span,
        subject: quoted(what, 40),
        ...(severity ? { severity } : {}),
        fixes,
      };
    }
    for (const { kind, span, what, fixes } of strayLiquid(target)) {
      if (!told.has(span.start))
        yield { message: kind, data: { what: quoted(what, 40) }, span, subject: quoted(what, 40), fixes };
    }
  },
});
