// Where in the front matter somebody writes: at a field's name, or at its value.

/** What is being written. */
export type FieldPlace =
  /** A name, from `start` on; `parent` is the path of the mapping it stands in, empty at the top. */
  | { readonly at: 'name'; readonly parent: string; readonly start: number }
  /** A value, or the entry of a list, from `start` on, in UTF-16 code units from the line's beginning. */
  | { readonly at: 'value'; readonly path: string; readonly start: number; readonly isEntry: boolean };

const keyLine = /^(\s*)([\w.-]+):(?:\s|$)/;

/**
 * The place in `lines`, those of the front matter above and with the one that is written in.
 *
 * @param column in the last line, in UTF-16 code units from 0
 */
export function fieldPlace(lines: readonly string[], column: number): FieldPlace | undefined {
  const line = (lines.at(-1) ?? '').slice(0, column);
  const key = /^(\s*)([\w.-]+):(\s+)([^]*)/.exec(line);
  if (key) {
    const path = pathAbove(lines.slice(0, -1), key[1]!.length) + key[2]!;
    const list = /^\[(?:[^\]]*,)?\s*/.exec(key[4]!);
    const before = line.length - key[4]!.length;
    if (key[4]!.startsWith('['))
      return list && !key[4]!.includes(']')
        ? { at: 'value', path, start: before + list[0].length, isEntry: true }
        : undefined;
    return { at: 'value', path, start: before, isEntry: false };
  }
  const entry = /^(\s*)-\s+/.exec(line);
  if (entry) {
    for (let i = lines.length - 2; i >= 0; i--) {
      const above = keyLine.exec(lines[i]!);
      if (above && above[1]!.length <= entry[1]!.length)
        return {
          at: 'value',
          path: pathAbove(lines.slice(0, i), above[1]!.length) + above[2]!,
          start: entry[0].length,
          isEntry: true,
        };
    }
    return undefined;
  }
  const name = /^(\s*)[\w.-]*$/.exec(line);
  return name
    ? { at: 'name', parent: pathAbove(lines.slice(0, -1), name[1]!.length), start: name[1]!.length }
    : undefined;
}

/** The path, with a full stop at its end, of the mapping that a line indented by `indent` below `lines` stands in. */
function pathAbove(lines: readonly string[], indent: number): string {
  for (let i = lines.length - 1; i >= 0 && indent > 0; i--) {
    const above = keyLine.exec(lines[i]!);
    if (above && above[1]!.length < indent) return `${pathAbove(lines.slice(0, i), above[1]!.length)}${above[2]!}.`;
  }
  return '';
}
