// Edits as data: what a fix changes, applied the same way by editor, command line and tests.
import { overlaps, type Span } from './span.js';

/** Replaces `span` of a text by `newText`. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** `text` with all `edits` made; they may come in any order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    out += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return out + text.slice(at);
}

/** Groups of edits, in the order given, less every group that collides with one taken before it. */
export function withoutCollisions<T extends { readonly edits: readonly Edit[] }>(groups: readonly T[]): T[] {
  const taken: Span[] = [];
  return groups.filter((group) => {
    const spans = group.edits.map((edit) => edit.span);
    if (spans.some((span) => taken.some((other) => overlaps(span, other)))) return false;
    taken.push(...spans);
    return true;
  });
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
