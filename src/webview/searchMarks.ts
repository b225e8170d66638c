// Marks what was searched for, without touching the page's elements.
import { foldForSearch } from './visible.js';

/** Rows further down are marked as one scrolls; more than this are no help to the eye. */
const mostMarks = 2000;

/** Marks every place in the rows' prose that says `search`; nothing for an empty search. */
export function markSearch(search: string): void {
  CSS.highlights.delete('search');
  const wanted = foldForSearch(search.trim());
  if (wanted === '') return;
  const ranges: Range[] = [];
  for (const prose of document.querySelectorAll('.prose')) {
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && ranges.length < mostMarks) ranges.push(...rangesIn(walker.currentNode as Text, wanted));
  }
  CSS.highlights.set('search', new Highlight(...ranges));
}

/** Folding may change a text's length, so characters are folded one by one to know where each begins. */
function rangesIn(node: Text, wanted: string): Range[] {
  let folded = '';
  const starts: number[] = [];
  for (let at = 0; at < node.data.length;) {
    const character = String.fromCodePoint(node.data.codePointAt(at)!);
    const plain = foldForSearch(character);
    for (let i = 0; i < plain.length; i++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(node.data.length);
  const ranges: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange();
    range.setStart(node, starts[at]!);
    range.setEnd(node, starts[at + wanted.length]!);
    ranges.push(range);
  }
  return ranges;
}
