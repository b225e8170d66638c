// Addresses that a template writes, put back into the tree that Markdown was read into without them.
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nodeSpan } from './nodeSpan.js';
import { addressFiller } from './templates.js';

/**
 * Gives addresses, and what turned out to be none, what the post says. Changes the tree.
 *
 * @param text what stands in the post
 * @param markdown the same as `blankTemplates` left it, of which `root` was read; places in the tree count in both
 */
export function restoreAddresses(root: Root, text: string, markdown: string): void {
  if (!markdown.includes(addressFiller)) return;
  visit(root, (node) => {
    if ('url' in node) node.url = restored(node.url, node, text, markdown);
    else if ('value' in node) node.value = restored(node.value, node, text, markdown);
  });
}

function restored(read: string, node: Nodes, text: string, markdown: string): string {
  const times = read.split(addressFiller).length - 1;
  if (times === 0) return read;
  const { start, end } = nodeSpan(node, 0);
  const written: string[] = [];
  for (let at = start; at < end; at++) if (markdown[at] === addressFiller) written.push(text[at]!);
  const own = written.slice(-times); // an address is the last of a link
  let next = 0;
  return read.replaceAll(addressFiller, () => own[next++] ?? addressFiller);
}
