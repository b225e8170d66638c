// Quoted values of front matter that go on in the first column: YAML 1.2 forbids it, and every site's reader takes it.
import { isScalar, visit, type Document } from 'yaml';

/**
 * The same text, with a space in the place of each line break behind which such a value goes on, so that all offsets
 * stay; undefined if none of the quotation marks that YAML misses closes later.
 *
 * @param document what `source` was read as
 */
export function joinUnindentedQuotes(source: string, document: Document): string | undefined {
  if (!document.errors.some(({ code }) => code === 'MISSING_CHAR')) return undefined;
  let joined = source;
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || !node.range || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE')) return;
      const [start, end] = node.range;
      const closed = closingMark(source, start);
      if (closed >= end)
        joined =
          joined.slice(0, start) +
          joined.slice(start, closed).replace(/\r?\n(?=[^\s])/g, (lineBreak) => ' '.repeat(lineBreak.length)) +
          joined.slice(closed);
    },
  });
  return joined === source ? undefined : joined;
}

/** Where the value that is quoted from `start` on ends; -1 if nowhere. */
function closingMark(text: string, start: number): number {
  const value = text[start] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
  value.lastIndex = start;
  return value.test(text) ? value.lastIndex - 1 : -1;
}
