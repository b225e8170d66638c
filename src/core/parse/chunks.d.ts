import type { Span } from '../text/span.js';
/**
 * The chunks of `text` from `from` on, which together cover it. A chunk begins at an ATX heading in the first
 * column behind a blank line, outside fenced code and outside HTML that blank lines do not end; there no block of
 * CommonMark can still be open, so parsing chunk by chunk equals parsing the whole but for link definitions.
 */
export declare function chunksOf(text: string, from: number): Span[];
