// link-added: links that the source does not have.
import { groupBy } from '../grouped.js';
import { fold } from '../text/words.js';
import { definePairCheck } from './check.js';
import { destination } from './support/linkFixes.js';
import { compareLinks } from './support/links.js';
import type { KnownLink } from './support/matchLinks.js';

export default definePairCheck({
  id: 'link-added',
  severity: 'hint',
  yieldsTo: ['leftover-source'],
  messages: {
    added: 'The source has no link to {url}. If you added it for your readers, all is well.',
    addedSeveral: 'The source has no links to {urls}. If you added them for your readers, all is well.',
  },
  *run(context) {
    // What was added to one text is one decision: one problem.
    for (const [unit, links] of groupBy(
      compareLinks(context).added.filter((one) => !isSpeltOut(one)),
      (one) => one.unit,
    )) {
      const urls = [...new Set(links.map(({ link }) => destination(context.target, link)))];
      const place = { span: links[0]!.link.span, source: unit?.source[0]?.span };
      if (urls.length === 1) yield { message: 'added', data: { url: urls[0]! }, subject: urls[0]!, ...place };
      else yield { message: 'addedSeveral', data: { urls: listed(urls) }, ...place };
    }
  },
});

/** Whether the source says the address without making a link of it. */
function isSpeltOut({ link, unit }: KnownLink): boolean {
  const address = fold(link.key);
  return address.includes('.') && (unit?.source.some((block) => fold(block.text).includes(address)) ?? false);
}

const mostNamed = 3;

function listed(urls: readonly string[]): string {
  const others = urls.length - mostNamed;
  return others > 0
    ? `${urls.slice(0, mostNamed).join(', ')} and ${others} more`
    : `${urls.slice(0, -1).join(', ')} and ${urls.at(-1)!}`;
}
