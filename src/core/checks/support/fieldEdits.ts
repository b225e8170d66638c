// Edits of a front matter field's value that keep how it is written.
import type { Field, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';

/**
 * Writes `value` in the place of `old`, an entry of the field's value, or of all of it. Quotation marks stay.
 *
 * @returns undefined where the file writes the old value in another way than it reads
 */
export function replacedValue(
  target: Issue,
  { valueSpan }: Field,
  old: string | undefined,
  value: string,
): Edit | undefined {
  const written = target.text.slice(valueSpan.start, valueSpan.end);
  const whole = /^(["']?)(.*)\1$/s.exec(written)![2]!;
  const at = old === undefined || whole === old ? written.indexOf(whole) : placeOf(written, old);
  if (at < 0 || /["'\\\n]/.test(value)) return undefined;
  const length = old === undefined ? whole.length : old.length;
  return { span: { start: valueSpan.start + at, end: valueSpan.start + at + length }, newText: value };
}

/** Where an entry stands in a list, as a word of its own; -1 if it does not. */
function placeOf(written: string, entry: string): number {
  for (let at = written.indexOf(entry); at >= 0; at = written.indexOf(entry, at + 1)) {
    if (/^[\s[,"'-]?$/.test(written[at - 1] ?? '') && /^[\s\],"']?$/.test(written[at + entry.length] ?? '')) return at;
  }
  return -1;
}
