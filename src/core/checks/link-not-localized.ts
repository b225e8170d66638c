// link-not-localized: a link to a page of the site in the source's language, though the site has it in the translation's.
import { languageName } from '../language/locale.js';
import type { Link } from '../model.js';
import { shortUrl } from '../text/url.js';
import { definePairCheck, type Found } from './check.js';

export default definePairCheck({
  id: 'link-not-localized',
  severity: 'information',
  messages: {
    whole: 'The site has this page in {language} too: {address}.',
    withoutAnchor:
      'The site has this page in {language} too: {address}. Which place in it “#{anchor}” is there is not known.',
  },
  *run({ target, source, targetLocale, site }): Generator<Found<'whole' | 'withoutAnchor'>> {
    if (!site || targetLocale === undefined) return;
    // What the translator linked to by himself, e.g. the original, is meant.
    const copied = new Set(source.blocks.flatMap(({ links }) => links.map(({ key }) => key)));
    const seen = new Set<number>();
    for (const link of target.blocks.flatMap(({ links }) => links)) {
      const span = link.urlSpan;
      if (!span || seen.has(span.start) || !copied.has(link.key)) continue;
      seen.add(span.start); // several references have one definition
      const address = site.localized(link.url, targetLocale);
      if (address === undefined) continue;
      const anchor = anchorOf(link);
      const isWhole = anchor === '' || address.includes('#');
      yield {
        message: isWhole ? 'whole' : 'withoutAnchor',
        data: { language: languageName(targetLocale), address: shortUrl(address), anchor },
        span,
        subject: link.url,
        severity: isWhole ? 'information' : 'hint',
        fixes:
          target.text.slice(span.start, span.end) === link.url
            ? [{ title: `Link to ${shortUrl(address)}`, edits: [{ span, newText: address }], preferred: true }]
            : [],
      };
    }
  },
});

function anchorOf({ url }: Link): string {
  const at = url.indexOf('#');
  return at < 0 ? '' : url.slice(at + 1);
}
