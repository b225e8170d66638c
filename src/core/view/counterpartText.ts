// The Markdown of a unit's counterpart, to be read in a hover.
import type { Block, Issue } from '../model.js';
import { normaliseLabel } from '../parse/markdown.js';
import { nodesOf } from './blockNodes.js';
import { codeBlock } from './escapeMarkdown.js';
import { safeMarkdown, type AddressOf } from './safeMarkdown.js';

/** Longer texts are cut off; a hover is for a glance. In UTF-16 code units. */
const longest = 4000;

/**
 * Blocks of an issue as Markdown that stands by itself and is safe to show, whatever the post says: it has no picture, no
 * HTML, and no link but to the web or to mail.
 */
export function counterpartText(issue: Issue, blocks: readonly Block[]): string {
  const urls = new Map(issue.definitions.map(({ label, url }) => [label, url] as const).reverse()); // the first one counts
  const addressOf: AddressOf = (label) => urls.get(normaliseLabel(label));
  try {
    const nodes = blocks.flatMap((block) => listed(block, nodesOf(block, issue)));
    return safeMarkdown(nodes, addressOf, longest);
  } catch {
    // Nested deeper than the stack reaches.
    return codeBlock(
      blocks
        .map(({ span }) => issue.text.slice(span.start, span.end))
        .join('\n\n')
        .slice(0, longest),
    );
  }
}

/** A list item keeps its mark: the list around it is no part of the block. */
function listed({ kind, ordinal }: Block, nodes: ReturnType<typeof nodesOf>): ReturnType<typeof nodesOf> {
  if (kind !== 'list-item') return nodes;
  const children = nodes as never[];
  return [
    {
      type: 'list',
      ordered: ordinal !== undefined,
      start: ordinal ?? null,
      children: [{ type: 'listItem', children }],
    },
  ];
}
