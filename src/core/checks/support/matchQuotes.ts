// Double quotation marks, matched.
import type { Span } from '../../text/span.js';
import type { Readable } from './readable.js';

/** A mark in a text. */
export interface Mark {
  readonly text: string;
  /** Counts in the readable text. */
  readonly span: Span;
  readonly readable: Readable;
}

/** What may close each mark; languages differ, so all that any of them does is right. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”„',
  '”': '”',
  '«': '»',
  '»': '«»',
  '「': '」',
  '『': '』',
};
const quotes = /["“”„«»「」『』]/gu;

/** The marks of `texts`, taken as one, that have no counterpart. */
export function unmatchedQuotes(texts: readonly Readable[]): Mark[] {
  const open: Mark[] = [];
  const alone: Mark[] = [];
  for (const readable of texts) {
    for (const { index, 0: text } of readable.text.matchAll(quotes)) {
      const mark = { text, span: { start: index, end: index + 1 }, readable };
      const last = open.at(-1);
      if (last && closers[last.text]?.includes(text)) open.pop();
      else if (isInches(readable.text, index, text, last !== undefined)) continue;
      else if (closers[text] === undefined) alone.push(mark);
      else open.push(mark);
    }
  }
  return [...alone, ...open].sort(
    (a, b) => a.readable.block.index - b.readable.block.index || a.span.start - b.span.start,
  );
}

/** Inches: a straight mark behind a number, where none is open. */
function isInches(text: string, at: number, mark: string, isInside: boolean): boolean {
  return mark === '"' && !isInside && /\p{N}$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** The usual counterpart of an opening mark. */
export function closerOf(open: string): string | undefined {
  return closers[open]?.[0];
}
