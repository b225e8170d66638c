// link-changed: a link that leads elsewhere than the source's.
import type { Severity } from '../problem.js';
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { isRepairable } from './support/addresses.js';
import { definitionEdits } from './support/definitions.js';
import { destination } from './support/linkFixes.js';
import { compareLinks, type ChangedLink, type LinkChange } from './support/links.js';

const severities: Readonly<Record<LinkChange, Severity>> = {
  damaged: 'warning',
  undefined: 'warning',
  rewritten: 'warning',
  other: 'warning',
  sameSite: 'information',
  localised: 'information',
};

export default definePairCheck({
  id: 'link-changed',
  severity: 'warning',
  messages: {
    damaged: 'This address is damaged; the source has {url}.',
    undefined: 'Nothing in this file says where this reference leads; the source has {url}.',
    rewritten: 'This address was rewritten and probably leads nowhere; the source has {url}.',
    other: 'This link leads to {own}; the source’s leads to {url}.',
    sameSite: 'This link leads to {own}, another page than the source’s, {url}.',
    localised: 'This link leads to {own}; the source’s leads to {url}. If that is the page in your language, all is well.',
  },
  *run(context) {
    for (const changed of compareLinks(context).changed) {
      const { source, target, change } = changed;
      yield {
        message: change,
        data: { own: destination(context.target, target.link), url: destination(context.source, source.link) },
        span: target.link.urlSpan ?? target.link.span,
        source: source.link.urlSpan ?? source.link.span,
        severity: severities[change],
        fixes: fixesOf(context, changed),
      };
    }
  },
});

/** The source's address, as it is written there. */
function fixesOf(context: PairContext, { source, target, change }: ChangedLink): DraftFix[] {
  if (change === 'undefined') {
    const edits = definitionEdits(context, slice(context.target.text, target.link.span));
    return edits.length > 0 ? [{ title: 'Copy the definition from the source', edits, preferred: true, safe: true }] : [];
  }
  if (!source.link.urlSpan || !target.link.urlSpan || target.link.form === 'bare') return [];
  const newText = slice(context.source.text, source.link.urlSpan);
  const isDamage = change === 'damaged' || change === 'rewritten';
  return [{ title: 'Restore the source’s address', edits: [{ span: target.link.urlSpan, newText }], preferred: isDamage, safe: change === 'damaged' && isRepairable(target.link.url, source.link.url) }];
}
