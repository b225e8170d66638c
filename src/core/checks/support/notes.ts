// The texts of footnotes, `[^label]: text`.
import type { Issue } from '../../model.js';
import { normaliseLabel } from '../../parse/markdown.js';
import type { Span } from '../../text/span.js';
import { oncePer } from './memo.js';

const noteStart = /^ {0,3}\[\^([^\s[\]^]{1,60})\]:/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Where the text of each note stands, mark and all, by its normalised label; what is indented below goes with it. */
export const noteTexts = oncePer((issue: Issue): ReadonlyMap<string, Span> => {
  const found = new Map<string, Span>();
  let open: { label: string; start: number; end: number } | undefined;
  let inFence: string | undefined;
  const close = (): void => {
    if (open && !found.has(open.label)) found.set(open.label, { start: open.start, end: open.end });
    open = undefined;
  };
  for (let line = 0; line < issue.lines.count; line++) {
    const start = issue.lines.startOf(line);
    const text = issue.text.slice(start, issue.lines.startOf(line + 1)).trimEnd();
    const marks = fence.exec(text)?.[1];
    if (marks && (inFence === undefined || marks.startsWith(inFence)))
      inFence = inFence === undefined ? marks : undefined;
    const label = inFence === undefined ? noteStart.exec(text)?.[1] : undefined;
    if (label !== undefined) {
      close();
      open = { label: normaliseLabel(label), start, end: start + text.length };
    } else if (open && /^(?:\t| {2,})\S/.test(text)) open.end = start + text.length;
    else if (open && text === '') continue;
    else if (
      open &&
      text !== '' &&
      issue.text.slice(open.end, start).split('\n').length <= 2 &&
      !/^ {0,3}(?:[-*+#>]|\d+[.)])\s/.test(text)
    )
      open.end = start + text.length;
    else close();
  }
  close();
  return found;
});
