// Aligning a translation with its source where it is known how earlier issues render what recurs.
import { alignIssues } from '../align/align.js';
import type { Alignment, Unit } from '../align/alignment.js';
import type { Block, Issue } from '../model.js';
import { parseIssue } from '../parse/issue.js';
import { applyEdits } from '../text/edit.js';
import { slice } from '../text/span.js';
import type { Recurring } from './recurring.js';

/**
 * The alignment of a source with a translation that may be a mere beginning: there a heading is tied to its source by
 * little else than what earlier issues have for it. So what they have, and the translation has too, is put into the
 * source's place before the two are aligned. The result speaks of the source as it is.
 */
export function alignKnown(source: Issue, target: Issue, known: Recurring): Alignment {
  const there = new Set(target.blocks.map((block) => keyOf(block, slice(target.text, block.span))));
  const rendered = new Map<number, string>();
  for (const block of source.blocks) {
    const markdown = known(block, source);
    if (markdown !== undefined && there.has(keyOf(block, markdown))) rendered.set(block.index, markdown);
  }
  const edits = [...rendered].map(([index, markdown]) => ({
    span: source.blocks[index]!.span,
    newText: markdown.replaceAll('\n', source.newline),
  }));
  const told = edits.length === 0 ? source : parseIssue(applyEdits(source.text, edits));
  if (told === source || shapeOf(told) !== shapeOf(source)) return alignIssues(source, target);
  const own = (unit: Unit): Unit => {
    const isRendered = unit.state === 'untranslated' && unit.source.some(({ index }) => rendered.has(index));
    return {
      ...unit,
      source: unit.source.map(({ index }) => source.blocks[index]!),
      ...(isRendered && { state: 'translated' as const }),
    };
  };
  return { source, target, units: alignIssues(told, target).units.map(own) };
}

function keyOf({ kind, depth }: Block, markdown: string): string {
  return `${kind} ${depth} ${markdown.replace(/\s+/gu, ' ').trim()}`;
}

function shapeOf({ blocks }: Issue): string {
  return blocks.map(({ kind, depth }) => `${kind} ${depth}`).join('\n');
}
