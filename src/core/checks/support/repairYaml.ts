// Slips of the hand in front matter that have one way back; each is tried before it is offered.
import type { Issue, ParseFault } from '../../model.js';
import { parseFrontMatter } from '../../parse/frontMatter.js';
import { applyEdits, type Edit } from '../../text/edit.js';
import type { DraftFix } from '../check.js';
import { lineEnd } from './words.js';

/** The first repair after which the front matter can be read. */
export function repairOf(issue: Issue, fault: ParseFault): DraftFix[] {
  for (const { title, edit, safe = false } of candidates(issue, fault)) {
    const after = parseFrontMatter(applyEdits(issue.text, [edit]));
    if (after.frontMatter && after.faults.length === 0) return [{ title, edits: [edit], preferred: true, safe }];
  }
  return [];
}

interface Candidate {
  readonly title: string;
  readonly edit: Edit;
  readonly safe?: boolean;
}

function* candidates(issue: Issue, { span, message }: ParseFault): Generator<Candidate> {
  if (message.includes('never closed')) {
    const edit = closing(issue);
    if (edit) yield { title: 'Close the front matter with “---”', edit };
    return;
  }
  const { line } = issue.lines.positionAt(span.start);
  if (hasTwin(issue, line))
    yield {
      title: 'Remove the second one',
      edit: { span: { start: issue.lines.startOf(line), end: issue.lines.startOf(line + 1) }, newText: '' },
      safe: true,
    };
  for (const at of [line, line - 1]) {
    const [start, end] = [issue.lines.startOf(at), lineEnd(issue, at)];
    const text = issue.text.slice(start, end);
    const tabs = /^ *\t[ \t]*/.exec(text)?.[0];
    if (tabs)
      yield {
        title: 'Indent with spaces',
        edit: { span: { start, end: start + tabs.length }, newText: tabs.replaceAll('\t', '  ') },
        safe: true,
      };
    const field = /^([ ]*(?:- )?[\w.-]+:[ \t]+)(\S(?:.*[^ \t])?)[ \t]*$/.exec(text);
    if (!field) continue;
    const [key, value] = [field[1]!, field[2]!];
    const place = { start: start + key.length, end: start + key.length + value.length };
    for (const { newText, safe, title } of rewritten(value)) yield { title, edit: { span: place, newText }, safe };
  }
}

/** Whether the line before says the same. */
function hasTwin(issue: Issue, line: number): boolean {
  const textOf = (at: number): string => issue.text.slice(issue.lines.startOf(at), lineEnd(issue, at)).trim();
  return line > 0 && textOf(line) !== '' && textOf(line) === textOf(line - 1);
}

/** A value that YAML can read as it was meant. */
function* rewritten(value: string): Generator<{ title: string; newText: string; safe: boolean }> {
  const mark = value[0] === '"' || value[0] === "'" ? value[0] : undefined;
  if (mark === undefined) yield { title: 'Put the value in quotation marks', newText: quotedValue(value), safe: true };
  else if (value.indexOf(mark, 1) < 0)
    yield { title: 'Add the closing quotation mark', newText: value + mark, safe: false };
  else if (value.endsWith(mark))
    yield {
      title: 'Mark the inner quotation marks as such',
      newText: quotedValue(value.slice(1, -1).replace(/\\"/g, '"')),
      safe: false,
    };
  else yield { title: 'Put the value in quotation marks', newText: quotedValue(value), safe: false };
}

function quotedValue(value: string): string {
  return value.includes('"') && !value.includes("'") ? `'${value}'` : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** Behind the last line that looks like a field or the rest of one. */
function closing(issue: Issue): Edit | undefined {
  const first = issue.lines.positionAt(issue.text.startsWith('\ufeff') ? 1 : 0).line + 1;
  let last = first - 1;
  for (let line = first; line < Math.min(issue.lines.count, first + 100); line++) {
    const text = issue.text.slice(issue.lines.startOf(line), lineEnd(issue, line));
    if (!/^(?:[\w.-]+:(?:\s|$)|\s+\S|- )/.test(text)) break;
    last = line;
  }
  const at = lineEnd(issue, last);
  return last < first ? undefined : { span: { start: at, end: at }, newText: `${issue.newline}---` };
}
