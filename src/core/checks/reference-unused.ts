// reference-unused: a definition that no reference uses.
import type { Issue } from '../model.js';
import type { Span } from '../text/span.js';
import { linkKey } from '../text/url.js';
import { definePostCheck } from './check.js';
import { asPair } from './support/asPair.js';
import { unusedDefinitions, usedLabels } from './support/references.js';

export default definePostCheck({
  id: 'reference-unused',
  severity: 'hint',
  messages: {
    unused: 'Nothing in this file refers to [{label}].',
    again: '[{label}] was defined before; this line has no effect.',
  },
  *run(context) {
    const { target } = context;
    const source = asPair(context)?.source;
    const inSource = new Set(source?.definitions.map(({ label }) => label));
    for (const {
      definition: { label, url, span },
      first,
    } of unusedDefinitions(target)) {
      // What the source defines and the translation does not use is a link that was lost, or is unused in the source.
      if (
        source &&
        (first
          ? source.definitions.filter((one) => one.label === label).length > 1
          : inSource.has(label) || usedLabels(source).has(label))
      )
        continue;
      if (source && !first && isOfLostLink(linkKey(url), source, target)) continue;
      const written = /\[((?:[^[\]\\]|\\.)+)\]/.exec(target.text.slice(span.start, span.end))?.[1] ?? label;
      const isOther = first !== undefined && first.url !== url;
      yield {
        message: first ? 'again' : 'unused',
        data: { label: written },
        span,
        subject: written,
        ...(isOther ? { severity: 'information' as const } : {}),
        fixes: [
          { title: 'Remove the definition', edits: [{ span: wholeLine(target, span), newText: '' }], preferred: true },
        ],
      };
    }
  },
});

/** Whether it leads where a link of the source leads and none of the translation: that link was lost, which is told as such. */
function isOfLostLink(key: string, source: Issue, target: Issue): boolean {
  const hasLink = ({ blocks }: Issue): boolean => blocks.some(({ links }) => links.some((link) => link.key === key));
  return hasLink(source) && !hasLink(target);
}

/** The line that a definition has to itself, with its line break. */
function wholeLine({ text, lines }: Issue, span: Span): Span {
  const [first, last] = [lines.positionAt(span.start).line, lines.positionAt(span.end).line];
  const [start, end] = [lines.startOf(first), last + 1 < lines.count ? lines.startOf(last + 1) : text.length];
  return text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '' ? { start, end } : span;
}
