// The way that a text of a column runs: its language's, unless nothing in it is written so.
import type { TextState } from '../protocol/messages.js';

/** Letters of the scripts that are written from right to left, by their places in Unicode. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * @param text as it is now: in the source's words, as a field that nobody has translated yet, it runs the source's way, or its full stop would stand at its beginning
 * @param dir the direction of the column's language
 */
export function directionOf(text: string, dir: TextState['dir']): TextState['dir'] {
  return dir === 'rtl' && /\p{L}/u.test(text) && !fromTheRight.test(text) ? 'auto' : dir;
}
