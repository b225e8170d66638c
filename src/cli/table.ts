// Rows of cells in columns, as wide as they need to be on a terminal.
import { stripVTControlCharacters } from 'node:util';

export class Table {
  readonly #rows: (readonly string[])[] = [];

  add(cells: readonly string[]): void {
    this.#rows.push(cells);
  }

  /** One line a row; all but the last column padded to the widest cell. */
  lines(): string[] {
    const widths: number[] = [];
    for (const row of this.#rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, width(cell))));
    return this.#rows.map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i]! - width(cell))))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** Terminals give East Asian characters two cells, and escape sequences and combining marks none. */
function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let cells = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    cells +=
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uff60\p{Emoji_Presentation}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return cells;
}
