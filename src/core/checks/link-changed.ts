// link-changed: a link that leads elsewhere than the source's.
import type { Severity } from '../problem.js';
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { isRepairable } from './support/addresses.js';
import { anchorOfCounterpart } from './support/anchors.js';
import { definitionEdits } from './support/definitions.js';
import { digitsOf, type LinkChange } from './support/linkChange.js';
import { destination, referenceLabel } from './support/linkFixes.js';
import { compareLinks, type ChangedLink } from './support/links.js';

const severities: Readonly<Record<LinkChange, Severity>> = {
  damaged: 'warning',
  empty: 'warning',
  undefined: 'warning',
  rewritten: 'warning',
  other: 'warning',
  label: 'information',
  mirror: 'information',
  sameSite: 'information',
  localised: 'information',
};

export default definePairCheck({
  id: 'link-changed',
  severity: 'warning',
  yieldsTo: ['broken-link-syntax', 'wrong-language'],
  messages: {
    damaged: 'This address is damaged; the source has {url}.',
    empty: 'This link has no address; the source’s leads to {url}.',
    undefined: 'Nothing in this file says where this reference leads; the source has {url}.',
    rewritten: 'This address is almost the source’s, which is {url}: was it rewritten by mistake?',
    other: 'This link leads to {own}; the source’s leads to {url}.',
    label: 'This link is to {own}; the source’s is to {url}.',
    mirror: 'This link leads to {own}, the same page elsewhere than the source’s, {url}.',
    sameSite: 'This link leads to {own}, another page than the source’s, {url}.',
    localised:
      'This link leads to {own}; the source’s leads to {url}. If that is the page in your language, all is well.',
  },
  *run(context) {
    for (const changed of compareLinks(context).changed) {
      const { source, target, change } = changed;
      const own = destination(context.target, target.link);
      yield {
        message: change,
        data: { own, url: destination(context.source, source.link) },
        span: placeOf(target.link),
        source: placeOf(source.link),
        subject: own,
        severity: change === 'label' && digitsOf(source.key) !== digitsOf(target.key) ? 'warning' : severities[change],
        fixes: fixesOf(context, changed),
      };
    }
  },
});

/** The address; where there is none to be seen, all of the link. */
function placeOf({ urlSpan, span }: ChangedLink['target']['link']) {
  return urlSpan && urlSpan.end > urlSpan.start ? urlSpan : span;
}

/** The source's address, as it is written there; of a place on the page, that of its counterpart. */
function fixesOf(context: PairContext, { source, target, change }: ChangedLink): DraftFix[] {
  if (change === 'undefined' || change === 'label') return referenceFixes(context, source.link, target.link);
  if (!source.link.urlSpan || !target.link.urlSpan || target.link.form === 'bare') return [];
  const written = slice(context.source.text, source.link.urlSpan);
  const place = written.startsWith('#') ? anchorOfCounterpart(context, written) : undefined;
  const newText = place === undefined ? written : `#${place}`;
  if (isInText(context.target.text, target.link.urlSpan.start) && /[_*]/.test(newText)) return []; // Markdown would read emphasis
  const isDamage = change === 'damaged' || change === 'rewritten' || change === 'empty';
  return [
    {
      title: place === undefined ? 'Restore the source’s address' : `Link to ${newText}`,
      edits: [{ span: target.link.urlSpan, newText }],
      preferred: isDamage,
      safe: change === 'damaged' && isRepairable(target.link.url, source.link.url),
    },
  ];
}

/** The source's definition where the label is the same, else the source's label. */
function referenceFixes(
  context: PairContext,
  source: ChangedLink['source']['link'],
  target: ChangedLink['target']['link'],
): DraftFix[] {
  const definitions = definitionEdits(context, slice(context.source.text, source.span));
  if (source.label === target.label)
    return definitions.length > 0
      ? [{ title: 'Copy the definition from the source', edits: definitions, preferred: true, safe: true }]
      : [];
  const label = referenceLabel(context.source, source);
  if (label === undefined) return [];
  const span = { start: target.textSpan.end, end: target.span.end };
  return [
    {
      title: `Use the source’s label, [${label}]`,
      edits: [{ span, newText: `][${label}]` }, ...definitions],
      preferred: true,
    },
  ];
}

/** Whether an address stands in running text, with nothing around it to say that it is one. */
function isInText(text: string, at: number): boolean {
  return (
    !/[<("':=]\s*$/.test(text.slice(Math.max(0, at - 5), at)) || /[^\]]:\s*$/.test(text.slice(Math.max(0, at - 5), at))
  );
}
