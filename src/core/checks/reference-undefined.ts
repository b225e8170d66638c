// reference-undefined: a reference or the mark of a note that nothing defines.
import { fold } from '../text/words.js';
import type { Issue } from '../model.js';
import { definePostCheck, type DraftFix } from './check.js';
import { pairOf } from './support/pairOf.js';
import { noteMarks, undefinedReferences, type LabelUse } from './support/references.js';
import { isComplete } from './support/definitions.js';
import { noteTexts } from './support/notes.js';

export default definePostCheck({
  id: 'reference-undefined',
  severity: 'warning',
  yieldsTo: ['link-changed', 'footnote-missing'],
  messages: {
    link: 'Nothing in this file says where [{label}] leads, so that readers see the brackets.',
    note: 'The note [^{label}] has no text in this file, so that readers see its mark as it is written.',
  },
  *run(context) {
    const { target } = context;
    const source = pairOf(context)?.source;
    for (const use of undefinedReferences(target)) {
      yield { message: 'link', data: { label: use.written }, span: use.span, subject: use.written, fixes: fixesOf(target, use) };
    }
    if (!isComplete(target)) return;
    for (const { label, written, span, isDefined } of noteMarks(target)) {
      // A note that the source has is lost text, which other checks know how to bring back.
      if (isDefined || (source && noteTexts(source).has(label))) continue;
      yield { message: 'note', data: { label: written }, span, subject: written };
    }
  },
});

/** A label that is defined and written nearly alike. */
function fixesOf({ definitions, text }: Issue, { written, labelSpan }: LabelUse): DraftFix[] {
  const near = definitions.filter(({ label }) => isNear(fold(label), fold(written)));
  const label = near.length === 1 ? /^\s*\[((?:[^[\]\\]|\\.)+)\]:/.exec(text.slice(near[0]!.span.start, near[0]!.span.end))?.[1] : undefined;
  return label === undefined ? [] : [{ title: `Use the label [${label}]`, edits: [{ span: labelSpan, newText: label }], preferred: true }];
}

const shortestLabel = 4;

/** Whether two labels differ by one letter, or by signs only; not by a digit, which names another thing. */
function isNear(a: string, b: string): boolean {
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || Math.min(a.length, b.length) < shortestLabel) return false;
  const letters = (label: string): string => label.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters(a) === letters(b)) return true;
  let front = 0;
  while (front < Math.min(a.length, b.length) && a[front] === b[front]) front++;
  const [restA, restB] = [a.slice(front), b.slice(front)];
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}
