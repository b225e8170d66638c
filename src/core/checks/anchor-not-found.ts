// anchor-not-found: a link to a place that its page does not have.
import type { Link } from '../model.js';
import { anchorKey } from '../site/anchors.js';
import { shortUrl } from '../text/url.js';
import { definePostCheck, type DraftFix, type Found, type PostContext } from './check.js';
import { asPair } from './support/asPair.js';
import { perBlock } from './support/perRow.js';
import { anchorOfCounterpart, hasAnchor, nearestAnchor } from './support/anchors.js';

export default definePostCheck({
  id: 'anchor-not-found',
  severity: 'warning',
  messages: {
    here: 'This page has no place “#{anchor}”.',
    meant: 'This page has no place “#{anchor}”; “#{meant}” seems to be meant.',
    elsewhere: 'The page {address} has no place “#{anchor}”.',
  },
  *run(context): Generator<Found<'here' | 'meant' | 'elsewhere'>> {
    const seen = new Set<number>();
    for (const link of linksToPlaces(context)) {
      const at = link.url.indexOf('#');
      if (!link.urlSpan || seen.has(link.urlSpan.start) || isSpecial(link.url.slice(at + 1))) continue;
      seen.add(link.urlSpan.start);
      yield* at === 0 ? here(link, context) : elsewhere(link, at, context);
    }
  },
});

const linksToPlaces = perBlock(({ links }) => links.filter(({ url }) => url.includes('#')));

/** The page's top, footnotes, text fragments, what a template or a script fills in. */
function isSpecial(anchor: string): boolean {
  return /^(?:$|top$|fn(?:ref)?[:-]|[!/])|:~:|[{}]/i.test(anchor);
}

function* here(link: Link, context: PostContext): Generator<Found<'here' | 'meant'>> {
  const { target, site } = context;
  const anchor = link.url.slice(1);
  if (hasAnchor(target, anchor) || site?.hasOwnAnchors) return;
  const pair = asPair(context);
  const counterpart = pair && anchorOfCounterpart(pair, anchor);
  // What the source's page has no place for either, the site's templates may have.
  if (pair && counterpart === undefined && !hasAnchor(pair.source, anchor) && isIn(pair.source.blocks, link.url))
    return;
  const meant = counterpart ?? nearestAnchor(target, anchor);
  const span = link.urlSpan!;
  yield {
    message: meant === undefined ? 'here' : 'meant',
    data: { anchor, meant: meant ?? '' },
    span,
    subject: link.url,
    severity: meant === undefined ? 'information' : 'warning',
    fixes: meant === undefined ? [] : fixTo(`#${meant}`, link, context),
  };
}

function* elsewhere(link: Link, at: number, context: PostContext): Generator<Found<'elsewhere'>> {
  const anchor = link.url.slice(at + 1);
  const anchors = context.site?.anchorsOf(link.url);
  if (!anchors || anchors.size === 0 || anchors.has(anchorKey(anchor))) return;
  const source = asPair(context)?.source;
  if (source && isIn(source.blocks, link.url)) return; // the source's to mend
  yield {
    message: 'elsewhere',
    data: { address: shortUrl(link.url.slice(0, at)), anchor },
    span: link.urlSpan!,
    subject: link.url,
    severity: 'information',
  };
}

function isIn(blocks: PostContext['target']['blocks'], url: string): boolean {
  return blocks.some(({ links }) => links.some((link) => link.url === url));
}

function fixTo(url: string, { urlSpan, url: old }: Link, { target }: PostContext): DraftFix[] {
  if (!urlSpan || target.text.slice(urlSpan.start, urlSpan.end) !== old) return [];
  return [{ title: `Link to ${url}`, edits: [{ span: urlSpan, newText: url }], preferred: true }];
}
