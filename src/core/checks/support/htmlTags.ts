// The HTML tags of a post, with the block that each belongs to.
import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import type { Span } from '../../text/span.js';

export interface HtmlAttribute extends Span {
  /** In lower case. */
  readonly name: string;
  /** Without its quotation marks; empty if it has none. */
  readonly value: string;
}

/** An opening tag. */
export interface HtmlTag extends Span {
  /** In lower case. */
  readonly name: string;
  readonly raw: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly block: Block;
}

/** Bounded, because most `<` begin no tag. Hugo's `{{<figure …>}}` is none. */
const openingTag =
  /(?<!\{\{)<([a-z][a-z0-9-]{0,30})((?:\s+[^\s"'<>/=]{1,60}(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>]{1,500}))?){0,40})\s*\/?>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/** The opening tags, in order; one that wraps blocks belongs to the first of them. None of code and comments. */
export function htmlTagsOf(issue: Issue): HtmlTag[] {
  if (!/<[a-z]/i.test(issue.text)) return [];
  const tags: HtmlTag[] = [];
  let from = issue.frontMatter?.span.end ?? 0;
  for (const block of issue.blocks) {
    tags.push(...tagsIn(issue.text.slice(from, block.span.start), from, block));
    from = Math.max(from, block.span.end);
    if (block.kind === 'code') continue;
    for (const root of block.nodes) {
      visit(root as Nodes, 'html', (node: Html) => {
        const { start } = nodeSpan(node, block.nodeOffset);
        const isShortcode = issue.text.startsWith('{{', start - 2);
        if (!isShortcode && start >= block.span.start && start < block.span.end)
          tags.push(...tagsIn(node.value, start, block));
      });
    }
  }
  return tags;
}

function tagsIn(html: string, offset: number, block: Block): HtmlTag[] {
  if (!html.includes('<')) return [];
  const bare = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return Array.from(bare.matchAll(openingTag), (match) => {
    const [start, name] = [offset + match.index, match[1]!];
    const at = start + 1 + name.length;
    const attributes = Array.from(
      match[2]!.matchAll(attribute),
      ({ 0: raw, 1: key, 2: double, 3: single, 4: plain, index }) => ({
        name: key!.toLowerCase(),
        value: double ?? single ?? plain ?? '',
        start: at + index,
        end: at + index + raw.length,
      }),
    );
    return { name: name.toLowerCase(), raw: match[0], attributes, block, start, end: start + match[0].length };
  });
}
