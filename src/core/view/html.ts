// A block as its readers will see it: Markdown to harmless HTML.
import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import type { Nodes } from 'mdast';
import { toHast, type Handlers } from 'mdast-util-to-hast';
import { visit, EXIT } from 'unist-util-visit';
import type { Block, Issue } from '../model.js';
import { normaliseLabel } from '../parse/markdown.js';
import { nodesOf } from './blockNodes.js';
import { escapeHtml } from './escape.js';
import { markProblems } from './markProblems.js';
import { numberPlaceables, type Mark, type RenderedBlock, type RenderedPlaceable } from './marks.js';
import type { RenderCache } from './renderCache.js';
import { safeTree, type ImageAddress } from './safeTree.js';
import { cutIndentedLines } from './textPieces.js';

/** Turns blocks of one issue into HTML, with the words marked that problems are about. */
export type BlockRenderer = (block: Block, marks?: readonly Mark[]) => RenderedBlock;

/**
 * Makes the renderer of an issue's blocks. What it returns is safe to put into a page, whatever the post says; text
 * that cannot be rendered comes out as it stands in the post.
 */
export function blockRenderer(issue: Issue, imageAddress: ImageAddress, cache?: RenderCache): BlockRenderer {
  const urls = new Map<string, string>();
  for (const { label, url } of issue.definitions) if (!urls.has(label)) urls.set(label, url);
  const handlers = handlersFor(urls);
  const render = (block: Block, marks: readonly Mark[]): RenderedBlock => {
    const asItStands = issue.text.slice(block.span.start, block.span.end);
    try {
      let placeables: readonly RenderedPlaceable[] = [];
      const html = toHtml(
        safeTree(hastOf(block, issue, handlers), imageAddress, (tree) => {
          cutIndentedLines(tree, issue.text, block.nodeOffset);
          placeables = numberPlaceables(tree, block.nodeOffset);
          markProblems(tree, marks, block.nodeOffset);
        }),
      );
      return showsSomething(html)
        ? { html, placeables }
        : { html: `<pre><code>${escapeHtml(asItStands)}</code></pre>`, placeables: [] };
    } catch {
      // Nested deeper than the stack reaches.
      return { html: escapeHtml(asItStands), placeables: [] };
    }
  };
  cache?.begin(issue);
  return (block, marks = []) =>
    cache ? cache.rendered(block, issue, marks, () => render(block, marks)) : render(block, marks);
}

/** An embedded video, for instance, is left out, and what is left would look as if nothing stood there. */
function showsSomething(html: string): boolean {
  return /<(?:img|hr)\b/.test(html) || html.replace(/<[^<>]*>/g, '').trim() !== '';
}

function hastOf(block: Block, issue: Issue, handlers: Handlers): HastNodes {
  const nodes = nodesOf(block, issue);
  const tree = toHast({ type: 'root', children: nodes }, { handlers, allowDangerousHtml: true });
  const whole = nodes.some(hasHtml) ? raw(tree) : tree;
  return block.kind === 'list-item' ? inList(whole, block, issue) : whole;
}

function hasHtml(node: Nodes): boolean {
  let found = false;
  visit(node, 'html', () => {
    found = true;
    return EXIT;
  });
  return found;
}

/** A list item keeps its marker: the list around it is not part of the block. */
function inList(tree: HastNodes, block: Block, issue: Issue): HastNodes {
  const number = /^(\d{1,9})[.)]/.exec(issue.text.slice(block.span.start, block.span.start + 12))?.[1];
  const content = (tree.type === 'root' ? tree.children : [tree]) as ElementContent[];
  const item: Element = { type: 'element', tagName: 'li', properties: {}, children: content };
  return number === undefined
    ? { type: 'element', tagName: 'ul', properties: {}, children: [item] }
    : { type: 'element', tagName: 'ol', properties: { start: Number(number) }, children: [item] };
}

/** References find their definitions in the whole issue; a footnote's mark stays, its text is a block of its own. */
function handlersFor(urls: ReadonlyMap<string, string>): Handlers {
  return {
    linkReference: (state, node: Extract<Nodes, { type: 'linkReference' }>) => {
      const href = urls.get(normaliseLabel(node.identifier));
      const element: Element = {
        type: 'element',
        tagName: 'a',
        properties: href === undefined ? {} : { href },
        children: state.all(node),
      };
      state.patch(node, element);
      return element;
    },
    imageReference: (state, node: Extract<Nodes, { type: 'imageReference' }>) => {
      const src = urls.get(normaliseLabel(node.identifier)) ?? '';
      const element: Element = { type: 'element', tagName: 'img', properties: { src, alt: node.alt! }, children: [] };
      state.patch(node, element);
      return element;
    },
    footnoteReference: (_, node: Extract<Nodes, { type: 'footnoteReference' }>) => {
      return { type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: node.label! }] };
    },
  };
}
