// Fenced code, line by line.

const fenceLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})([^]*)/;

/**
 * The fence that is open behind `line`, given the one that was open before it; undefined if none is. A fence may
 * stand inside quotes and list items.
 */
export function fenceBehind(line: string, open: string | undefined): string | undefined {
  const fence = fenceLine.exec(line);
  if (open === undefined) return fence?.[1];
  const closes = fence && fence[2]!.trim() === '' && fence[1]![0] === open[0] && fence[1]!.length >= open.length;
  return closes ? undefined : open;
}
