// The stretches of a block that readers see as plain text, as they are written.
import type { Nodes, Parents } from 'mdast';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { oncePerBlock } from '../../text/remember.js';
import { slice } from '../../text/span.js';
import { isReadable } from '../../parse/limits.js';
import { hidden, proseOf } from './mask.js';

/** A stretch of text, with what it stands in. */
export interface Stretch {
  /** Where in the whole text it begins. */
  readonly start: number;
  /** As it is written; `hidden` in place of what is no prose: Liquid, formulas, addresses. */
  readonly text: string;
  /** As it shows: escapes and entities resolved. */
  readonly shown: string;
  /** From the outermost inwards: links, emphasis… */
  readonly inside: readonly Parents[];
}

/** `$x_i * y$`; bounded, and never across lines, so that prices are left alone. */
const dollarFormula = /\$(?=\S)[^$\n]{1,200}?(?<=\S)\$(?!\d)/g;

/** Text nodes in the order in which they stand; none of code and HTML, nor of a block that is too much to be read. */
export function stretchesOf(issue: Issue, block: Block): Stretch[] {
  return stretchesIn(block, issue).map((stretch) => ({ ...stretch, start: stretch.start + block.span.start }));
}

/** Their beginnings count from that of the block. */
const stretchesIn = oncePerBlock((block: Block, issue: Issue): readonly Stretch[] => {
  if (block.kind === 'code' || block.kind === 'html' || !isReadable(slice(issue.text, block.span))) return [];
  const prose = withoutFormulas(withoutAddresses(proseOf(issue, block, 'keep links'), block));
  const found: Stretch[] = [];
  const collect = (node: Nodes, inside: readonly Parents[]): void => {
    if ('children' in node) for (const child of node.children) collect(child, [...inside, node]);
    if (node.type !== 'text') return;
    const place = nodeSpan(node, block.nodeOffset);
    const [start, end] = [Math.max(block.span.start, place.start), Math.min(block.span.end, place.end)];
    if (end > start)
      found.push({
        start: start - block.span.start,
        text: prose.slice(start - block.span.start, end - block.span.start),
        shown: node.value,
        inside,
      });
  };
  for (const root of block.nodes) collect(root, []);
  return found;
});

function withoutFormulas(prose: string): string {
  return prose.includes('$') ? prose.replace(dollarFormula, (match) => hidden.repeat(match.length)) : prose;
}

function withoutAddresses(prose: string, { links, span }: Block): string {
  const bare = links.filter((link) => link.form === 'bare');
  if (bare.length === 0) return prose;
  const characters = prose.split('');
  for (const link of bare) characters.fill(hidden, link.span.start - span.start, link.span.end - span.start);
  return characters.join('');
}
