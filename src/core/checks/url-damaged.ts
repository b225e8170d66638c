// url-damaged: an address that leads nowhere, whatever it was meant to lead to.
import { shortUrl } from '../text/url.js';
import type { Severity } from '../problem.js';
import { definePostCheck, type DraftFix } from './check.js';
import { damagedUrls, type UrlDamage, type UrlDamageKind } from './support/urlDamage.js';

/** Only what is not surely wrong: many sites make no links of addresses in running text. */
const severities: Partial<Readonly<Record<UrlDamageKind, Severity>>> = { swallowed: 'hint' };

export default definePostCheck({
  id: 'url-damaged',
  severity: 'warning',
  yieldsTo: ['broken-link-syntax', 'link-changed', 'image-changed'],
  messages: {
    scheme: 'The beginning of this address is damaged: “{url}”.',
    space: 'White space or an invisible character is part of this address.',
    tail: 'Signs that belong to the text are part of this address, at its end.',
    swallowed: 'Sites take what stands right behind this address for a part of it.',
    noScheme: 'This address lacks its https://; readers are led to a page of that name on the site itself.',
    noMailto: 'This mail address lacks its mailto:; readers are led to a page of that name on the site itself.',
    noHost: 'This is no address: “{url}”.',
    empty: 'This link has no address.',
  },
  *run(context) {
    for (const damage of damagedUrls(context)) {
      const severity = severities[damage.kind];
      yield {
        message: damage.kind,
        data: { url: shortUrl(damage.url.replace(/\s+/g, ' '), 40) || damage.url },
        span: damage.span,
        subject: damage.url,
        ...(severity ? { severity } : {}),
        fixes: fixesOf(damage),
      };
    }
  },
});

const repair: Readonly<Record<UrlDamageKind, string>> = {
  scheme: 'Repair the beginning of the address',
  space: 'Take the white space out of the address',
  tail: 'Take the signs out of the address',
  swallowed: 'Put the address in < >',
  noScheme: 'Put https:// before it',
  noMailto: 'Put mailto: before it',
  noHost: '',
  empty: '',
};

function fixesOf({ kind, span, url, repaired }: UrlDamage): DraftFix[] {
  if (repaired === undefined) return [];
  const newText = kind === 'swallowed' ? `<${repaired}>${url.slice(repaired.length)}` : repaired;
  const isSure = kind === 'scheme' || kind === 'space' || kind === 'noMailto';
  return [{ title: repair[kind], edits: [{ span, newText }], preferred: true, safe: isSure }];
}
