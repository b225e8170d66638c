// Where the words that a reader sees stand in the text of an issue.
import type { Block, Issue } from '../model.js';
import type { Span } from '../text/span.js';
import { tokensOf } from './words.js';

/** What takes the place of what no reader sees. */
const hidden = '\u0000';
const notShown = /<!--[^]*?-->|<[^<>]*>|\{%[^\n]*?%\}|\{:[^}\n]*\}|\]\[[^\]\n]*\]/g;
/** Between one word and the next there is no more than this, hidden text aside. */
const furthest = 40;

/**
 * The stretch of the issue's text that shows as a stretch of `block.text`; undefined where its words are not written
 * as they show. All spans in UTF-16 code units.
 */
export function writtenSpan(issue: Issue, block: Block, shown: Span): Span | undefined {
  const raw = readable(issue, block);
  let at = 0;
  let found: { start: number; end: number } | undefined;
  for (const { text, start } of tokensOf(block.text)) {
    if (start >= shown.end) break;
    const next = raw.indexOf(text, at);
    if (next < 0 || raw.slice(at, next).replaceAll(hidden, '').length > furthest) continue;
    at = next + text.length;
    if (start >= shown.start) found = { start: found?.start ?? block.span.start + next, end: block.span.start + at };
  }
  return found;
}

/** The block as it is written, addresses and tags blotted out. */
function readable({ text }: Issue, { span, links, images }: Block): string {
  let raw = text.slice(span.start, span.end);
  for (const { urlSpan, form } of [...links, ...images.map((image) => ({ ...image, form: 'image' }))]) {
    if (!urlSpan || form === 'bare' || form === 'autolink' || urlSpan.start < span.start || urlSpan.end > span.end)
      continue;
    raw =
      raw.slice(0, urlSpan.start - span.start) +
      hidden.repeat(urlSpan.end - urlSpan.start) +
      raw.slice(urlSpan.end - span.start);
  }
  return raw.replace(notShown, (match) =>
    match.startsWith('][') ? `]${hidden.repeat(match.length - 1)}` : hidden.repeat(match.length),
  );
}
