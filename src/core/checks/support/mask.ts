// The running text of a block with all blanked out that only looks like text: code, HTML, Liquid, math, links.
import type { Nodes } from 'mdast';
import { visit, SKIP } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { oncePerBlock } from '../../text/remember.js';

/** What takes the place of every hidden character; no text has it. */
export const hidden = '\u0000';

/** Bounded, so that thousands of openings without an end take no time. */
const notProse = /<!--[\s\S]{0,2000}?(?:-->|$)|\{%[^\n]{0,500}?%\}|\{\{[^\n]{0,500}?\}\}|\$\$[\s\S]{1,2000}?\$\$|\{:[^}\n]{0,500}\}|\\\[[\s\S]{0,500}?\\\]|\\\([\s\S]{0,500}?\\\)/g;

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

const masked = oncePerBlock(
  (block: Block, issue: Issue, links: 'hide links' | 'keep links'): string => {
    const written = issue.text.slice(block.span.start, block.span.end);
    const characters = written.split('');
    const hide = (start: number, end: number): void => void characters.fill(hidden, Math.max(0, start), Math.max(0, end));
    for (const root of block.nodes) {
      visit(root as Nodes, (node) => {
        const isLink = node.type === 'link' || node.type === 'linkReference' || node.type === 'image' || node.type === 'imageReference';
        const isCode = node.type === 'inlineCode' || node.type === 'code' || node.type === 'html' || node.type === 'footnoteReference';
        if (!isCode && !(isLink && links === 'hide links')) return undefined;
        const { start, end } = nodeSpan(node, block.nodeOffset - block.span.start);
        hide(start, end);
        return SKIP;
      });
    }
    if (written.includes('</')) for (const { index, 0: code } of written.matchAll(htmlCode)) hide(index, index + code.length);
    const text = characters.join('');
    return text.replace(notProse, (match) => hidden.repeat(match.length));
  },
  (_issue, links) => links,
);
