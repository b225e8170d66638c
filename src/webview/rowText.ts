// What a reader sees in a row, for searching.
import type { RowState } from '../protocol/messages.js';
import { foldForSearch } from './visible.js';

const texts = new WeakMap<RowState, string>();

/** Both columns' words without markup, folded by `foldForSearch`; kept as long as the row is. */
export function rowText(row: RowState): string {
  let text = texts.get(row);
  if (text === undefined) {
    // A document that is shown nowhere: nothing in it loads or runs.
    const { body } = new DOMParser().parseFromString(`${row.source.html}\n${row.target.html}`, 'text/html');
    text = foldForSearch(body.textContent ?? '');
    texts.set(row, text);
  }
  return text;
}
