// Source text that a fix inserts, with what recurs in every issue already translated.
import type { Block, Issue } from '../../model.js';
import type { InsertStyle } from '../../project/rules.js';
import type { Recurring } from '../../start/recurring.js';
import { wholeLines } from './blockLines.js';
import { styledBlocks, type StyledText } from './insertStyle.js';

/** The blocks `first` to `last` (indexes, both inclusive) of the source: those that are `known` as the language has them, the others as `style` says. */
export function insertedBlocks(
  source: Issue,
  first: number,
  last: number,
  style: InsertStyle,
  known: Recurring | undefined,
): StyledText {
  const parts = known ? partsOf(source, first, last, style, known) : [];
  if (!parts.some(({ isKnown }) => isKnown)) return styledBlocks(source, first, last, style);
  let text = '';
  for (const [i, part] of parts.entries())
    text += (i === 0 ? '' : gapBefore(source, part, part.isQuoted || parts[i - 1]!.isQuoted)) + part.text;
  return { text, isQuoted: parts.some(({ isQuoted }) => isQuoted) };
}

interface Part extends StyledText {
  readonly first: number;
  readonly isKnown: boolean;
}

/** Known blocks one by one, the others in runs. */
function partsOf(source: Issue, first: number, last: number, style: InsertStyle, known: Recurring): Part[] {
  const parts: Part[] = [];
  let from = first;
  const close = (end: number): void => {
    if (from <= end) parts.push({ first: from, isKnown: false, ...styledBlocks(source, from, end, style) });
    from = end + 2;
  };
  for (let i = first; i <= last; i++) {
    const block = source.blocks[i]!;
    const markdown = standsAlone(source, block) ? known(block, source) : undefined;
    if (markdown === undefined) continue;
    close(i - 1);
    const { start, end } = wholeLines(source, i, i);
    const text = source.text.slice(start, block.span.start) + markdown + source.text.slice(block.span.end, end);
    parts.push({ first: i, isKnown: true, isQuoted: false, text: text.replace(/\r\n?/g, '\n').trimEnd() });
  }
  close(last);
  return parts;
}

/** Whether a block shares no line with its neighbours. */
function standsAlone(source: Issue, { index }: Block): boolean {
  const own = wholeLines(source, index, index);
  return [index - 1, index + 1].every((other) => {
    if (!source.blocks[other]) return true;
    const lines = wholeLines(source, other, other);
    return lines.end < own.start || own.end < lines.start;
  });
}

/** What the source has above a part; blank lines around what is quoted. */
function gapBefore(source: Issue, { first }: Part, isQuoted: boolean): string {
  const gap = source.text
    .slice(wholeLines(source, first - 1, first - 1).end, wholeLines(source, first, first).start)
    .replace(/\r\n?/g, '\n');
  return isQuoted && !/\n[ \t]*\n/.test(gap) ? `\n${gap}` : gap;
}
