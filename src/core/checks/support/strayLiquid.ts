// Liquid tags that nothing closes or opens: Jekyll builds no such page, or leaves out all that follows.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { overlaps, type Span } from '../../text/span.js';
import { replacing, type Stray } from './stray.js';

/** The tags that want an end; what Hugo writes as `{{% comment %}}` is none. */
const paired =
  /(?<!\{)\{%-?\s*(end)?(comment|raw|if|unless|for|case|capture|tablerow|highlight)\b(?:(?!\{%|%\})[\s\S]){0,500}%\}/g;

interface Opened {
  readonly name: string;
  readonly span: Span;
}

/** A paired tag that has no end itself. */
const cut =
  /(?<!\{)\{%-?[ \t]*(?:end)?(?:comment|raw|if|unless|for|case|capture|tablerow|highlight)\b(?!(?:(?!\{%|%\})[\s\S]){0,500}%\})/g;

/** All of a post. Where a tag is cut off, nothing can be said of what it opens or closes. */
export function strayLiquid(issue: Issue): Stray[] {
  const { text } = issue;
  if (!text.includes('{%')) return [];
  const code = codeSpans(issue);
  const broken = [...text.matchAll(cut)]
    .map(({ index, 0: raw }) => ({ span: { start: index, end: index + raw.length }, what: raw }))
    .filter(({ span }) => !code.some((one) => overlaps(one, span)));
  if (broken.length > 0) return broken.map((one) => ({ kind: 'liquidOpen', ...one, fixes: [] }));
  const open: Opened[] = [];
  const found: Stray[] = [];
  for (const match of text.matchAll(paired)) {
    const [raw, end, name] = match as unknown as [string, string | undefined, string];
    const span = { start: match.index, end: match.index + raw.length };
    const last = open.at(-1);
    const isVerbatim = last?.name === 'comment' || last?.name === 'raw';
    if (code.some((one) => overlaps(one, span)) || (isVerbatim && !(end && name === last.name))) continue;
    if (!end) open.push({ name, span });
    else if (last?.name === name) open.pop();
    else found.push({ kind: 'liquidUnopened', span, what: raw, fixes: [replacing('Remove it', span, '', false)] });
  }
  // Of those that close in another order, only the first wrong one is told.
  if (found.length > 0) return found.slice(0, 1);
  return open
    .slice(0, 1)
    .map(({ span }) => ({ kind: 'liquidUnclosed', span, what: text.slice(span.start, span.end), fixes: [] }));
}

/** Code that shows Liquid: in backticks and fences. Lines that are code for their indentation alone are HTML around Liquid as often as not, which runs first. */
function codeSpans({ blocks, text }: Issue): Span[] {
  const spans: Span[] = [];
  for (const { nodes, nodeOffset } of blocks) {
    for (const root of nodes) {
      visit(root as Nodes, (node) => {
        if (node.type !== 'code' && node.type !== 'inlineCode') return;
        const span = nodeSpan(node, nodeOffset);
        if (node.type === 'inlineCode' || /[`~]/.test(text[span.start]!)) spans.push(span);
      });
    }
  }
  return spans;
}
