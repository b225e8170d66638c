// An offer of the memory in words: where it is from, and how its source differs from the one of now.
import * as vscode from 'vscode';
import { plainText } from '../../core/memory/inner.js';
import type { Offer } from '../../core/memory/offers.js';

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
  const story = new vscode.MarkdownString();
  const escaped = (text: string): string => new vscode.MarkdownString().appendText(text).value.replace(/&nbsp;/g, ' ');
  const then = offer.then.map(({ text, differs }) => (differs ? `**~~${escaped(text).trim()}~~**` : escaped(text))).join('');
  const [newest] = offer.origins;
  story.appendMarkdown(`${escaped(plainText(offer.text))}\n\n---\n\n`);
  story.appendMarkdown(offer.percent >= 99 ? `The same source, ${offer.percent} %` : `${offer.percent} % of the source as it was then: ${then}`);
  if (offer.changes.length > 0) story.appendMarkdown(`\n\nPut in from the source as it is now: ${offer.changes.map(({ to }) => escaped(to)).join(', ')}`);
  if (newest) story.appendMarkdown(`\n\n${escaped(newest.path)}, line ${newest.line + 1}${offer.origins.length > 1 ? ` and ${offer.origins.length - 1} more` : ''}`);
  return story;
}
