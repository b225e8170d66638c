// Cuts a body at its headings into chunks that Markdown reads alike alone and together.
import type { Change } from '../text/change.js';
import type { Span } from '../text/span.js';
import { fenceBehind } from './fence.js';

const heading = /^#{1,6}(?:[ \t]|$)/;
/** Kinds 1 to 5 of HTML blocks (CommonMark 4.6): what opens each, and what alone closes it. */
const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/<!--/, /-->/],
  [/<\?/, /\?>/],
  [/<!\[CDATA\[/, /\]\]>/],
];

/** A chunk that is longer than this ends between the next two paragraphs: what one types in one of them is little to parse. */
const longEnough = 300;
/** Text that takes nothing from behind. */
const runningText = /^(?!\d{1,9}[.)](?:\s|$))[\p{L}\p{N}]/u;
/** A paragraph that may begin a chunk behind running text: it may begin with emphasis, or with the `\\` of a line's end. */
const nextParagraph = /^(?!\d{1,9}[.)](?:\s|$))(?:\\|(?:\*{1,3}|_{1,3})?[\p{L}\p{N}])/u;

/**
 * The chunks of `text` from `from` on, which together cover it. A chunk begins at an ATX heading, or between two
 * paragraphs if it gets long, in the first column behind a blank line, outside fenced code and outside HTML that blank
 * lines do not end; there no block of CommonMark can still be open, so parsing chunk by chunk equals parsing the whole
 * but for definitions.
 */
export function chunksOf(text: string, from: number): Span[] {
  return [...cutting(text, from)];
}

/**
 * The same chunks, of a text that was cut before it was edited. Only the edit's surroundings are looked at: how a text is
 * cut from a chunk's beginning on says what stands there alone.
 *
 * @param before the chunks then, from the same beginning or another
 * @param change how the text then became `text`
 */
export function chunksAfter(text: string, from: number, before: readonly Span[], change: Change): Span[] {
  const by = change.after.end - change.before.end;
  const isHead = before[0]?.start === from;
  // That a chunk ends is seen on the line behind it, so that line has to be what it was as well.
  const kept = isHead
    ? before.slice(
        0,
        Math.max(
          0,
          before.findLastIndex(({ end }) => end <= change.before.start),
        ),
      )
    : [];
  const places = new Map(before.map(({ start }, i) => [start, i]));
  /** The first of the chunks then that are behind the edit and that begin where one does now. */
  const knownFrom = (start: number): number | undefined =>
    start >= change.after.end && start - by >= change.before.end ? places.get(start - by) : undefined;
  const chunks = [...kept];
  let start = kept.at(-1)?.end ?? from;
  let rest = knownFrom(start);
  const cut = cutting(text, start);
  while (rest === undefined) {
    const { value } = cut.next();
    if (!value) return chunks;
    chunks.push(value);
    start = value.end;
    rest = knownFrom(start);
  }
  for (const one of before.slice(rest)) chunks.push({ start: one.start + by, end: one.end + by });
  return chunks;
}

function* cutting(text: string, from: number): Generator<Span, undefined> {
  let chunkStart = from;
  let lineStart = from;
  let blank = true;
  let before = '';
  let open: Open;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    const line = text.slice(lineStart, lineEnd).trimEnd();
    const begins =
      heading.test(line) ||
      (lineStart - chunkStart > longEnough && nextParagraph.test(line) && runningText.test(before));
    if (open === undefined && blank && lineStart > chunkStart && begins) {
      yield { start: chunkStart, end: lineStart };
      chunkStart = lineStart;
    }
    open = stillOpen(open, line);
    blank = line === '';
    if (!blank) before = line;
    lineStart = lineEnd;
  }
  if (chunkStart < text.length) yield { start: chunkStart, end: text.length };
}

type Open = { fence: string } | { html: RegExp } | undefined;

function stillOpen(open: Open, line: string): Open {
  if (open && 'html' in open) return open.html.test(line) ? undefined : open;
  const fence = fenceBehind(line, open?.fence);
  if (fence !== undefined || open) return fence === undefined ? undefined : { fence };
  for (const [opens, closes] of htmlBlocks) {
    const match = opens.exec(line);
    if (match && !closes.test(line.slice(match.index + match[0].length))) return { html: closes };
  }
  return undefined;
}
