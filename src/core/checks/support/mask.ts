// The running text of a block with all blanked out that only looks like text: code, HTML, Liquid, math, links.
import type { Nodes } from 'mdast';
import { visit, SKIP } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { oncePerBlock } from '../../text/remember.js';
import type { Span } from '../../text/span.js';

/** What takes the place of every hidden character; no text has it. */
export const hidden = '\u0000';

/** Bounded, so that thousands of openings without an end take no time. */
const notProse =
  /<!--[\s\S]{0,2000}?(?:-->|$)|\{%[^\n]{0,500}?%\}|\{\{[^\n]{0,500}?\}\}|\$\$[\s\S]{1,2000}?\$\$|\{:[^}\n]{0,500}\}|\\\[[\s\S]{0,500}?\\\]|\\\([\s\S]{0,500}?\\\)/g;

/** What each of these begins with. */
const beginsNoProse = /[<{$\\]/;

/** Code that is written as HTML: Markdown reads the text between its tags as text. */
const htmlCode = /<(code|pre|kbd|samp|tt)\b[^>]{0,200}>[\s\S]{0,2000}?<\/\1\s*>/gi;

/**
 * The text of a block's span, character by character, `hidden` where it is no prose.
 *
 * @param links whether whole links are to be hidden as well, as opposed to staying as they are written
 */
export function proseOf(issue: Issue, block: Block, links: 'hide links' | 'keep links'): string {
  return masked(block, issue, links);
}

/** A text with these parts of it `hidden`. What lies outside of it is no part. */
export function withHidden(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const characters = text.split('');
  for (const { start, end } of spans) characters.fill(hidden, Math.max(0, start), Math.max(0, end));
  return characters.join('');
}

const masked = oncePerBlock(
  (block: Block, issue: Issue, links: 'hide links' | 'keep links'): string => {
    const written = issue.text.slice(block.span.start, block.span.end);
    const spans: Span[] = [];
    for (const root of block.nodes) {
      visit(root as Nodes, (node) => {
        const isLink =
          node.type === 'link' ||
          node.type === 'linkReference' ||
          node.type === 'image' ||
          node.type === 'imageReference';
        const isCode =
          node.type === 'inlineCode' ||
          node.type === 'code' ||
          node.type === 'html' ||
          node.type === 'footnoteReference';
        if (!isCode && !(isLink && links === 'hide links')) return undefined;
        spans.push(nodeSpan(node, block.nodeOffset - block.span.start));
        return SKIP;
      });
    }
    if (written.includes('</'))
      for (const { index, 0: code } of written.matchAll(htmlCode))
        spans.push({ start: index, end: index + code.length });
    const text = withHidden(written, spans);
    return beginsNoProse.test(text) ? text.replace(notProse, (match) => hidden.repeat(match.length)) : text;
  },
  (_issue, links) => links,
);
