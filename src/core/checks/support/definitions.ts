// Definitions of references: whether a file has all that it uses, and those that go along with text copied from the source.
import type { Edit } from '../../text/edit.js';
import { slice } from '../../text/span.js';
import type { Issue } from '../../model.js';
import type { PairContext } from '../check.js';
import { normaliseLabel } from '../../parse/markdown.js';

/** The edits that define in the translation what `copied` source text refers to and only the source defines. */
export function definitionEdits({ source, target }: PairContext, copied: string): Edit[] {
  const labels = new Set(
    Array.from(copied.matchAll(/\[([^[\]]*)\](?:\[([^[\]]*)\])?/g), ([, words, label]) =>
      normaliseLabel(label || words || ''),
    ),
  );
  const defined = new Set(target.definitions.map((definition) => definition.label));
  const lines = source.definitions
    .filter(
      ({ label }, i, all) =>
        labels.has(label) && !defined.has(label) && all.findIndex((other) => other.label === label) === i,
    )
    .map(({ span }) => slice(source.text, span).replace(/\r\n?|\n/g, target.newline));
  if (lines.length === 0) return [];
  const last = target.definitions.at(-1);
  const at = last ? last.span.end : target.text.trimEnd().length;
  const lead = last ? target.newline : target.newline.repeat(2);
  return [
    {
      span: { start: at, end: at },
      newText: lines.map((line, i) => (i === 0 ? lead : target.newline) + line).join(''),
    },
  ];
}

/** `{% include references.md %}`, Hugo's `{{< include … >}}`, the snippets of MkDocs; a name that is worked out can be anything. */
const inclusion =
  /\{%-?\s*(?:include|include_relative|include_cached|render)\s+(?:[^%\s]*\.(?:md|markdown|mkd|txt|liquid)\b|[^%\n]{0,80}\{\{)|\{\{[<%]\s*(?:include|readfile|snippet)|^[ \t]*-{1,}8<-{1,}/m;

/** Whether no other text is taken into this one in which references can be defined. */
export function isComplete({ text }: Issue): boolean {
  return !/\{[%{]|8</.test(text) || !inclusion.test(text);
}
