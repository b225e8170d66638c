// front-matter-invalid: front matter that cannot be read.
import type { Issue } from '../model.js';
import type { Span } from '../text/span.js';
import { definePostCheck, type Found } from './check.js';
import { repairOf } from './support/repairYaml.js';
import { lineEnd } from './support/words.js';

export default definePostCheck({
  id: 'front-matter-invalid',
  severity: 'error',
  messages: {
    fault: '{detail} Sites refuse such a post or show it without title and layout.',
    twice: 'The field “{field}” stands there twice: sites refuse such a post, or all but one are lost.',
  },
  *run({ target }): Generator<Found<'fault' | 'twice'>> {
    // One slip of the hand makes a parser stumble several times: the first place is the one to look at.
    const [fault] = [...target.faults].sort((a, b) => a.span.start - b.span.start);
    if (!fault) return;
    const fixes = repairOf(target, fault);
    const span = visible(target, fault.span);
    if (isTwice.test(fault.message)) {
      const field = /^["']?([^"':\s]*)/.exec(target.text.slice(fault.span.start, span.end))![1]!;
      yield { message: 'twice', data: { field }, span, severity: 'warning', fixes };
    } else
      yield {
        message: 'fault',
        data: { detail: sentence(plainWords(fault.message, target.text.slice(0, fault.span.start))) },
        span,
        fixes,
      };
  },
});

const isTwice = /Map keys must be unique/;

/** What the parsers' own words mean to somebody who only wrote a title. */
const explanations: readonly (readonly [RegExp, string])[] = [
  [/Unterminated string constant/, 'a closing quotation mark is missing.'],
  [/Nested mappings are not allowed in compact mappings/, 'a value that contains “: ” must stand in quotation marks.'],
  [/Missing closing ["']quote/, 'a closing quotation mark is missing.'],
  [
    /Implicit keys need to be on a single line|Implicit map keys need to be followed by map values/,
    'a line is no field: it has no colon, or the value before it is not closed.',
  ],
  [
    /Unexpected (?:\S+-)?scalar at node end/,
    'text stands behind the closing quotation mark; put quotation marks inside a value as \\".',
  ],
  [/Tabs are not allowed as indentation/, 'a line is indented by a tab; use spaces.'],
  [/Unresolved alias/, 'a value that begins with “*” must stand in quotation marks.'],
  [/Plain value cannot start with/, 'a value that begins with a special sign must stand in quotation marks.'],
  [/Flow sequence .* end with a \]/, 'a list that begins with “[” is never closed by “]”.'],
  [/Flow map .* end with a \}/, 'a value that begins with “{” is never closed by “}”.'],
  [/Unexpected flow-(?:seq|map)-end/, 'a closing bracket has no opening one.'],
  [/Unexpected block-seq-ind on same line/, 'a list whose entries begin with “-” must begin on a line of its own.'],
  [/Block scalar header|Not a YAML token/, 'behind “|” or “>” the text must begin on a line of its own.'],
  [/Invalid escape sequence/, 'a “\\” between double quotation marks must be written twice.'],
];

/** @param before the text in front of the fault */
function plainWords(message: string, before: string): string {
  if (/at node end/.test(message) && /[\]}]\s*$/.test(before))
    return message.replace(
      /(?<=: ).*$/s,
      'a value that begins with a bracket and goes on behind it must stand in quotation marks.',
    );
  for (const [pattern, words] of explanations) if (pattern.test(message)) return message.replace(/(?<=: ).*$/s, words);
  return message;
}

/** One line at most; a single sign is hard to see, so then all from there to the end of its line. */
function visible(issue: Issue, span: Span): Span {
  const { line } = issue.lines.positionAt(span.start);
  const end = lineEnd(issue, line);
  return {
    start: span.start,
    end: span.end - span.start > 1 ? Math.max(span.start + 1, Math.min(span.end, end)) : Math.max(span.end, end),
  };
}

function sentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
