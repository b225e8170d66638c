// A block's Markdown without what makes it a heading or a list item, and text without markup.
import type { Block, Issue } from '../model.js';
import { slice, type Span } from '../text/span.js';

const headingMark = /^[ \t]{0,3}#{1,6}[ \t]+/;
const listMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;

/** Where a block's Markdown stands in the issue's text, without the marks of a heading or list item. */
export function innerSpan({ text }: Issue, { kind, span }: Block): Span {
  const markdown = slice(text, span);
  const mark =
    kind === 'heading' ? headingMark.exec(markdown) : kind === 'list-item' ? listMark.exec(markdown) : undefined;
  const closing = kind === 'heading' ? (/(?<![ \t])[ \t]+#+[ \t]*$/.exec(markdown)?.[0].length ?? 0) : 0;
  const start = span.start + (mark?.[0].length ?? 0);
  return { start, end: Math.max(start, span.end - closing) };
}

/** That Markdown, in one line: a line break within a block is a space, but for a blank line. */
export function innerMarkdown(issue: Issue, block: Block): string {
  return oneLine(slice(issue.text, innerSpan(issue, block)));
}

/** White space made alike. */
export function oneLine(markdown: string): string {
  return markdown.replace(/\s+/gu, ' ').trim();
}

/** The words of Markdown as a reader sees them, roughly: no addresses, no tags, no template, no marks of emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[((?:\\.|[^[\]\\])*)\](?:\((?:\\.|[^()\\]|\([^()]*\))*\)|\[[^\]]*\])/g, '$1')
    .replace(/\{%[^%\n]*%\}|\{\{[^{}\n]*\}\}|\{:[^{}\n]*\}/g, ' ')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/[*_`~\\]+/g, '');
}
