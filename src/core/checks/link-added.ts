// link-added: links that the source does not have.
import type { Unit } from '../align/alignment.js';
import { fold } from '../text/words.js';
import { definePairCheck } from './check.js';
import { destination } from './support/linkFixes.js';
import { compareLinks, type KnownLink } from './support/links.js';

export default definePairCheck({
  id: 'link-added',
  severity: 'hint',
  yieldsTo: ['leftover-source'],
  messages: {
    added: 'The source has no link to {url}. If you added it for your readers, all is well.',
    addedSeveral: 'The source has no links to {urls}. If you added them for your readers, all is well.',
  },
  *run(context) {
    for (const [unit, links] of byUnit(compareLinks(context).added.filter((one) => !isSpeltOut(one)))) {
      const urls = [...new Set(links.map(({ link }) => destination(context.target, link)))];
      const place = { span: links[0]!.link.span, source: unit?.source[0]?.span };
      if (urls.length === 1) yield { message: 'added', data: { url: urls[0]! }, subject: urls[0]!, ...place };
      else yield { message: 'addedSeveral', data: { urls: listed(urls) }, ...place };
    }
  },
});

/** What was added to one text is one decision: one problem. */
function byUnit(links: readonly KnownLink[]): Map<Unit | undefined, KnownLink[]> {
  const units = new Map<Unit | undefined, KnownLink[]>();
  for (const one of links) units.set(one.unit, [...(units.get(one.unit) ?? []), one]);
  return units;
}

/** Whether the source says the address without making a link of it. */
function isSpeltOut({ link, unit }: KnownLink): boolean {
  const address = fold(link.key);
  return address.includes('.') && (unit?.source.some((block) => fold(block.text).includes(address)) ?? false);
}

const mostNamed = 3;

function listed(urls: readonly string[]): string {
  const others = urls.length - mostNamed;
  return others > 0 ? `${urls.slice(0, mostNamed).join(', ')} and ${others} more` : `${urls.slice(0, -1).join(', ')} and ${urls.at(-1)!}`;
}
