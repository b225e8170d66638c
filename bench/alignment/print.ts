// Figures as text for people: tables in columns.

/** Prints rows under a head, numbers to the right. The last column may be of any length. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const isNumber = head.map((_, i) => rows.every((row) => /^[\d.,:%–-]*$/.test(row[i]!)));
  for (const row of [head, ...rows]) console.log(row.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd());
}

/** A share as a number with three decimals; a dash for a share of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
