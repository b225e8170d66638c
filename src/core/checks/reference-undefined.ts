// reference-undefined: a reference or the mark of a note that nothing defines.
import type { Issue } from '../model.js';
import { isOneLetterOff } from '../text/nearest.js';
import { fold } from '../text/words.js';
import { definePostCheck, type DraftFix, type PairContext } from './check.js';
import { asPair } from './support/asPair.js';
import { compareLinks } from './support/links.js';
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
    const pair = asPair(context);
    const told = new Set(pair && toldLabels(pair));
    for (const use of undefinedReferences(target)) {
      if (told.has(use.label)) continue;
      told.add(use.label);
      yield {
        message: 'link',
        data: { label: use.written },
        span: use.span,
        subject: use.written,
        fixes: fixesOf(target, use),
      };
    }
    if (!isComplete(target)) return;
    for (const { label, written, span, isDefined } of noteMarks(target)) {
      // A note that the source has is lost text, which other checks know how to bring back.
      if (isDefined || (pair && noteTexts(pair.source).has(label))) continue;
      yield { message: 'note', data: { label: written }, span, subject: written };
    }
  },
});

/** Labels that the source does not define either, which is its matter, and those whose definition is told to be missing. */
function toldLabels(pair: PairContext): string[] {
  const changed = compareLinks(pair).changed.flatMap(({ target, change }) =>
    change === 'undefined' && target.link.label !== undefined ? [target.link.label] : [],
  );
  return [...undefinedReferences(pair.source).map(({ label }) => label), ...changed];
}

/** A label that is defined and written nearly alike. */
function fixesOf({ definitions, text }: Issue, { written, labelSpan }: LabelUse): DraftFix[] {
  const near = definitions.filter(({ label }) => isNear(fold(label), fold(written)));
  const label =
    near.length === 1
      ? /^\s*\[((?:[^[\]\\]|\\.)+)\]:/.exec(text.slice(near[0]!.span.start, near[0]!.span.end))?.[1]
      : undefined;
  return label === undefined
    ? []
    : [{ title: `Use the label [${label}]`, edits: [{ span: labelSpan, newText: label }], preferred: true }];
}

const shortestLabel = 4;

/** Whether two labels differ by one letter, or by signs only; not by a digit, which names another thing. */
function isNear(a: string, b: string): boolean {
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || Math.min(a.length, b.length) < shortestLabel) return false;
  const letters = (label: string): string => label.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b) || isOneLetterOff(a, b);
}
