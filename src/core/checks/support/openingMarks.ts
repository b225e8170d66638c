// Questions and exclamations that end in ? or ! and do not begin with ¿ or ¡.

export interface Unopened {
  /** Where the sentence begins; offsets in the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly mark: '¿' | '¡';
}

const closing = /(?<=[\p{L}\p{M}\p{N})\]»”"'’*_\0])[?!]+(?![\p{L}\p{N}=])/gu;
/** What a sentence begins behind. */
// eslint-disable-next-line regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- of 600 characters, see `farthest`
const boundary = /[.!?…;:«“"(\n¿¡—][\s*_"«“(]*(?=[^.!?…;:«“"(\n¿¡—]*$)/u;
const farthest = 600;

/** The unopened sentences of a text, in order. */
export function findUnopened(text: string): Unopened[] {
  const found: Unopened[] = [];
  let from = 0;
  for (const { index, 0: marks } of text.matchAll(closing)) {
    const before = text.slice(Math.max(from, index - farthest), index);
    from = index + marks.length;
    if (/[¿¡][^?!¿¡]*$/u.test(before) || /[¿¡]/u.test(before.slice(Math.max(0, before.search(/[.\n][^.\n]*$/u)))))
      continue;
    const cut = boundary.exec(before);
    const start =
      index - before.length + (cut ? cut.index + cut[0].length : /^[\s*_#>"«“(-]*/u.exec(before)![0].length);
    if (/\p{L}/u.test(text.slice(start, index)))
      found.push({ start, end: from, mark: marks.startsWith('?') ? '¿' : '¡' });
  }
  return found;
}
