// What differs between two states of a text, as edits of as few lines as will do.
import { diffLines } from 'diff';
import type { Edit } from '../core/text/edit.js';

/**
 * The edits that make `after` of `before`: cursors and folds in lines that do not differ stay where they are.
 * Spans in UTF-16 code units of `before`, in order.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; newText: string } | undefined;
  const close = (): void => {
    if (open) edits.push({ span: { start: open.start, end: at }, newText: open.newText });
    open = undefined;
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (added || removed) {
      open ??= { start: at, newText: '' };
      if (added) open.newText += value;
    } else close();
    if (!added) at += value.length;
  }
  close();
  return edits;
}
