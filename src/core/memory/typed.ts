// What somebody has begun to write before the cursor: a link, its address, code, or plain words.

/** Offsets in UTF-16 code units of the line. */
export interface Typed {
  readonly kind: 'words' | 'link' | 'address' | 'code';
  /** Where what was begun begins: at the bracket, behind the parenthesis, at the backtick. Of words, at the cursor. */
  readonly start: number;
  /** Behind what closes it already, as an editor adds it. */
  readonly end: number;
}

/** Looks at a line with the cursor at `at`. */
export function typedAt(line: string, at: number): Typed {
  const [before, behind] = [line.slice(0, at), line.slice(at)];
  const address = /\]\(([^()\s]*)$/.exec(before);
  if (address)
    return { kind: 'address', start: at - address[1]!.length, end: at + /^[^()\s]*/.exec(behind)![0].length };
  const link = /(?<!!)\[[^[\]\n]*$/.exec(before);
  if (link && !/^[^[\]\n]*\][([]/.test(behind))
    return { kind: 'link', start: link.index, end: at + (behind.startsWith(']') ? 1 : 0) };
  const code = (before.match(/`/g) ?? []).length % 2 === 1 ? /`[^`]*$/.exec(before) : null;
  if (code && !before.endsWith('``'))
    return { kind: 'code', start: code.index, end: at + (behind.startsWith('`') ? 1 : 0) };
  return { kind: 'words', start: at, end: at };
}
