// stray-markup: leftovers of markup that readers see, or that hide what they should see.
import type { Block, Issue } from '../model.js';
import { isReadable } from '../parse/limits.js';
import { oncePerBlock } from '../text/remember.js';
import { slice } from '../text/span.js';
import { definePostCheck } from './check.js';
import { asPair } from './support/asPair.js';
import { compareHtml } from './support/compareHtml.js';
import { quoted } from './support/words.js';
import { strayLiquid } from './support/strayLiquid.js';
import { strayTags } from './support/strayTags.js';
import { strayText } from './support/strayText.js';

const canBeRead = oncePerBlock((block: Block, { text }: Issue): boolean => isReadable(slice(text, block.span)));

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
    const isHalfLost = (block: Block, what: string): boolean => lost.some(({ source, unit }) => unit.target.includes(block) && what.toLowerCase() === `</${source.name}>`);
    const told = new Set<number>();
    for (const block of target.blocks.filter((one) => canBeRead(one, target))) {
      for (const { kind, span, what, severity, fixes } of [...strayText(block, target), ...strayTags(target, block)]) {
        if (kind === 'unopenedTag' && isHalfLost(block, what)) continue;
        told.add(span.start);
        yield { message: kind, data: { what: quoted(what, 40) }, span, subject: quoted(what, 40), ...(severity ? { severity } : {}), fixes };
      }
    }
    for (const { kind, span, what, fixes } of strayLiquid(target)) {
      if (!told.has(span.start)) yield { message: kind, data: { what: quoted(what, 40) }, span, subject: quoted(what, 40), fixes };
    }
  },
});
