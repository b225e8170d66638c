// Reads the text of a post, unless that is too large for an issue.
import { whyTooLarge } from '../core/parse/tooLarge.js';
import { UnreadableInput } from './arguments.js';
import { readText, type TextFile } from './files.js';

/**
 * Reads a post's text.
 *
 * @throws {UnreadableInput} as `readText`, and if the text is too large for an issue
 */
export function readPostText(file: string): TextFile {
  const read = readText(file);
  const tooLarge = whyTooLarge(read.text);
  if (tooLarge !== undefined) throw tooLargeInput(file, tooLarge);
  return read;
}

/** @param why see `whyTooLarge` */
export function tooLargeInput(file: string, why: string): UnreadableInput {
  return new UnreadableInput(`${file} ${why} It was not checked.`);
}
