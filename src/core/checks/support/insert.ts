// Where source blocks belong in the translation, and the edits that put them there.
import type { Block, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { endWithTrailers, linesBetween, spacerLine } from './blockLines.js';
import { definitionEdits } from './definitions.js';
import { insertedBlocks } from './insertKnown.js';
import type { StyledText } from './insertStyle.js';
import { firstLine, lastLine, lineAt, lineEnd } from './words.js';

/** How stretches of the source come into the translation. */
export interface Insertion {
  /** Where it is to stand: the last line of what comes before it, or the first of what comes behind. */
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** Puts the source's blocks `first` to `last` (indexes, both inclusive) where they belong in the translation, marked as the project wants it. */
export function insertion(context: PairContext, first: number, last: number): Insertion {
  const styled = insertedBlocks(context.source, first, last, context.rules.insert, context.known);
  return placement(context, first, last, styled, definitionEdits(context, styled.text));
}

/** Puts `styled` where the source's blocks `first` to `last` belong in the translation; `besides` are edits that go along with it. */
export function placement(
  context: PairContext,
  first: number,
  last: number,
  { text, isQuoted }: StyledText,
  besides: readonly Edit[],
): Insertion {
  const { source, target } = context;
  const behind = followingTarget(context, last);
  const before = precedingTarget(context, first);
  if (before && !(behind && opensList(context, first, last, before, behind))) {
    const at = endWithTrailers(target, before);
    const keepsGap = context.units.ofTarget[before.index]?.source.some((block) => block.index === first - 1) ?? false;
    const gap = gapBefore(source, first, !isQuoted && (keepsGap || bothList(source.blocks[first]!, before)));
    const inserted =
      inNewlines(gap + text, target) + separator(target, at, isQuoted ? undefined : source.blocks[last]!);
    return { span: lastLine(target, before), edits: insertedAt(at, inserted, besides) };
  }
  if (behind) {
    const at = target.lines.startOf(target.lines.positionAt(behind.span.start).line);
    const gap = gapBehind(source, last, !isQuoted && bothList(source.blocks[last]!, behind));
    return { span: lineAt(target, behind.span.start), edits: insertedAt(at, inNewlines(text + gap, target), besides) };
  }
  const at = target.text.trimEnd().length;
  const lead = at === 0 ? '' : '\n\n';
  const end = at === target.text.length ? target.newline : '';
  return { span: firstLine(target), edits: insertedAt(at, inNewlines(lead + text, target) + end, besides) };
}

/** One edit for each place, so that nobody has to know an order of edits at one place. */
function insertedAt(at: number, newText: string, references: readonly Edit[]): Edit[] {
  const here = references.filter(({ span }) => span.start === at).map((edit) => edit.newText);
  return [
    { span: { start: at, end: at }, newText: newText + here.join('') },
    ...references.filter(({ span }) => span.start !== at),
  ];
}

/** The block of the translation behind which source block `first` belongs: the counterpart of what precedes it in its section. */
function precedingTarget(context: PairContext, first: number): Block | undefined {
  const { source, target, units } = context;
  const section = source.sections.find((one) => one.first <= first && first <= one.last);
  const opensSection = section?.heading === first;
  const lowest = opensSection || !section ? 0 : section.first;
  for (let i = first - 1; i >= lowest; i--) {
    const unit = units.ofSource[i];
    const end = unit?.target.at(-1);
    if (!unit || !end || unit.state === 'moved' || unit.source.at(-1)!.index >= first) continue;
    const opensItem = opensSection || source.sections.some((one) => one.items.some((item) => item.first === first));
    return opensItem ? behindAdded(context, end, opensSection) : target.blocks[end.index];
  }
  return undefined;
}

/** What the translator added behind a block stays with it; a heading among it does not. */
function behindAdded(context: PairContext, block: Block, sectionWide: boolean): Block {
  const { target, units } = context;
  let last = block;
  for (let i = block.index + 1; i < target.blocks.length; i++) {
    const next = target.blocks[i]!;
    if (units.ofTarget[i]?.state !== 'added' || next.kind === 'heading' || (next.kind === 'title' && !sectionWide))
      break;
    last = next;
  }
  return last;
}

/** The block of the translation before which what ends with source block `last` belongs. */
function followingTarget(context: PairContext, last: number): Block | undefined {
  for (let i = last + 1; i < context.source.blocks.length; i++) {
    const unit = context.units.ofSource[i];
    if (unit && unit.state !== 'moved' && unit.target[0]) return unit.target[0];
  }
  return undefined;
}

/** The blank and spacer lines right before block `first`, as line breaks and lines; begins with a line break. */
function gapBefore(source: Issue, first: number, keepsTight: boolean): string {
  const end = source.lines.positionAt(source.blocks[first]!.span.start).line;
  const before = source.blocks[first - 1];
  const start = before ? source.lines.positionAt(before.span.end).line + 1 : end;
  const lines = linesBetween(source, start, end);
  let kept = lines.length;
  while (kept > 0 && spacerLine.test(lines[kept - 1]!)) kept--;
  const gap = lines.slice(kept);
  if (!keepsTight && gap.every((line) => line.trim() !== '')) gap.unshift('');
  return `\n${gap.map((line) => `${line}\n`).join('')}`;
}

/** The blank and spacer lines right behind block `last`; begins and ends with a line break. */
function gapBehind(source: Issue, last: number, keepsTight: boolean): string {
  const next = source.blocks[last + 1];
  const start = source.lines.positionAt(source.blocks[last]!.span.end).line + 1;
  const lines = next ? linesBetween(source, start, source.lines.positionAt(next.span.start).line) : [''];
  const firstOther = lines.findIndex((line) => !spacerLine.test(line));
  const gap = firstOther < 0 ? lines : lines.slice(0, firstOther);
  if (!keepsTight && gap.every((line) => line.trim() !== '')) gap.push('');
  return `\n${gap.map((line) => `${line}\n`).join('')}`;
}

/** A blank line, where what follows would else run on in what is inserted. */
function separator(target: Issue, at: number, inserted: Block | undefined): string {
  const next = target.lines.positionAt(at).line + 1;
  if (next >= target.lines.count) return '';
  const line = target.text.slice(target.lines.startOf(next), lineEnd(target, next));
  if (line.trim() === '' || (inserted?.kind === 'list-item' && /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(line))) return '';
  return target.newline;
}

/** Whether the blocks are the head of a list whose next entry is there: they go right before it. */
function opensList({ source, units }: PairContext, first: number, last: number, before: Block, behind: Block): boolean {
  const isNext = units.ofTarget[behind.index]?.source[0]?.index === last + 1;
  return (
    isNext && source.blocks[first]!.kind === 'list-item' && behind.kind === 'list-item' && before.kind !== 'list-item'
  );
}

function bothList(a: Block, b: Block): boolean {
  return a.kind === 'list-item' && b.kind === 'list-item';
}

function inNewlines(text: string, target: Issue): string {
  return text.replaceAll('\n', target.newline);
}
