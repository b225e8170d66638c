// An offer of the memory in words: where it is from, and how its source differs from the one of now.
import type * as vscode from 'vscode';
import { plainText } from '../../core/memory/inner.js';
import type { Offer } from '../../core/memory/offers.js';
import { escapeMarkdown } from '../../core/view/escapeMarkdown.js';
import { inertMarkdown } from '../inertMarkdown.js';

/** `#5 · 2020-02-23`, and how many other issues have it; before it the locale, if it is another. */
export function whereFrom({ origins }: Offer): string {
  const [newest] = origins;
  if (!newest) return '';
  const issues = new Set(origins.map(({ path }) => path)).size;
  const name = newest.number !== undefined ? `#${newest.number}` : newest.path.slice(newest.path.lastIndexOf('/') + 1);
  return `${newest.region === undefined ? '' : `${newest.region} · `}${name}${newest.date === undefined ? '' : ` · ${newest.date}`}${issues > 1 ? ` and ${issues - 1} more` : ''}`;
}

/** The whole story, for the pane beside the list. */
export function explained(offer: Offer): vscode.MarkdownString {
  const then = offer.then
    .map(({ text, differs }) => (differs ? `**~~${escapeMarkdown(text).trim()}~~**` : escapeMarkdown(text)))
    .join('');
  const [newest] = offer.origins;
  const story = [
    escapeMarkdown(plainText(offer.text)).trim(),
    '---',
    offer.percent >= 99
      ? `The same source, ${offer.percent} %`
      : `${offer.percent} % of the source as it was then: ${then}`,
    ...(offer.changes.length > 0
      ? [`Put in from the source as it is now: ${offer.changes.map(({ to }) => escapeMarkdown(to)).join(', ')}`]
      : []),
    ...(newest
      ? [
          `${escapeMarkdown(newest.path)}, line ${newest.line + 1}${offer.origins.length > 1 ? ` and ${offer.origins.length - 1} more` : ''}`,
        ]
      : []),
  ];
  return inertMarkdown(story.join('\n\n'));
}
