// footnote-missing: a note of the source that the translation does not refer to, or has no text for.
import type { Edit } from '../text/edit.js';
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { isComparable } from './support/comparable.js';
import { definitionEdits } from './support/definitions.js';
import { noteTexts } from './support/notes.js';
import { noteMarks, type LabelUse } from './support/references.js';
import { lastLine, quoted } from './support/words.js';

export default definePairCheck({
  id: 'footnote-missing',
  severity: 'warning',
  yieldsTo: ['duplicate-block'],
  messages: {
    mark: 'Nothing leads to the note [^{label}] here; the source has its mark behind “{words}”.',
    text: 'The note [^{label}] has no text; the source has one.',
  },
  *run(context) {
    const { source, target, units } = context;
    const inTarget = new Set(noteMarks(target).map(({ label }) => label));
    for (const mark of noteMarks(source)) {
      const unit = units.ofSource[mark.block.index];
      if (!mark.isDefined || inTarget.has(mark.label) || !unit || !isComparable(unit) || isRenamed(mark, context))
        continue;
      const last = unit.target.at(-1)!;
      yield {
        message: 'mark',
        data: { label: mark.written, words: wordsBefore(context, mark) },
        span: lastLine(target, last),
        source: mark.span,
        subject: mark.written,
        fixes: markFixes(context, mark),
      };
    }
    for (const mark of noteMarks(target)) {
      const text = noteTexts(source).get(mark.label);
      if (mark.isDefined || !text || isMissingBlock(context, text.start)) continue;
      const edits = textEdits(context, mark.label);
      yield {
        message: 'text',
        data: { label: mark.written },
        span: mark.span,
        source: text,
        subject: mark.written,
        fixes: [{ title: 'Copy the note’s text from the source', edits, preferred: true }],
      };
    }
  },
});

/** Whether the translation has as many marks in the same text, by other names. */
function isRenamed({ block }: LabelUse, { source, target, units }: PairContext): boolean {
  const unit = units.ofSource[block.index]!;
  return (
    noteMarks(target).filter((one) => unit.target.includes(one.block)).length >=
    noteMarks(source).filter((one) => unit.source.includes(one.block)).length
  );
}

/** A text that is missing as a block of its own is reported as that. */
function isMissingBlock({ source, units }: PairContext, start: number): boolean {
  const block = source.blocks.find((one) => one.span.end > start);
  return block !== undefined && units.ofSource[block.index]?.state === 'missing';
}

function wordsBefore({ source }: PairContext, { span, block }: LabelUse): string {
  const before = source.text.slice(Math.max(block.span.start, span.start - 40), span.start);
  return quoted(
    (span.start - 40 > block.span.start ? before.replace(/^\S*\s/, '') : before).replace(/\]\([^)]*\)|[[\]*_`]/g, ''),
    40,
  );
}

/** The mark behind the text, before its closing mark of punctuation; with the note's text, if that is lost as well. */
function markFixes(context: PairContext, { label, block, span }: LabelUse): DraftFix[] {
  const { source, target, units } = context;
  const last = units.ofSource[block.index]!.target.at(-1)!;
  if (last.kind === 'code' || last.kind === 'html' || last.kind === 'table') return [];
  const text = slice(target.text, last.span);
  const at = last.span.start + (/(?<![\\*_\s#])[\\*_\s#]*$/.exec(text)?.index ?? text.length);
  const edits: Edit[] = [{ span: { start: at, end: at }, newText: slice(source.text, span) }];
  const isText = noteTexts(target).has(label);
  return [
    {
      title: isText ? 'Put the mark behind the text' : 'Put the mark behind the text and copy the note',
      edits: isText ? edits : [...edits, ...textEdits(context, label)],
      preferred: true,
    },
  ];
}

/** The source's text of a note, behind the last note or the last block, and what it refers to. */
function textEdits(context: PairContext, label: string): Edit[] {
  const { source, target } = context;
  const notes = [...noteTexts(target).values()];
  const at = notes.length > 0 ? Math.max(...notes.map(({ end }) => end)) : target.blocks.at(-1)!.span.end;
  const text = slice(source.text, noteTexts(source).get(label)!).replace(/\r\n?|\n/g, target.newline);
  return [
    { span: { start: at, end: at }, newText: target.newline.repeat(2) + text },
    ...definitionEdits(context, text),
  ];
}
