// Blocks that the source keeps apart and the translation does not.
import type { Block, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { asPair } from './asPair.js';
import { isComparable } from './comparable.js';
import { lookAgain, perBlock, perUnit } from './perRow.js';
import { runTogetherParagraphs } from './runTogetherParagraphs.js';

/** `title`: the line below belongs to another block. `sameLine`: even the line is the same. `merged`: paragraphs with no blank line between. */
export type GluedKind = 'title' | 'picture' | 'sameLine' | 'merged';

export interface Glued {
  readonly kind: GluedKind;
  readonly span: Span;
  readonly source: Span;
  readonly edits: readonly Edit[];
  readonly isSure: boolean;
}

/** All of a translation. */
export function gluedIn(context: PairContext): Glued[] {
  return [...linesBelow(context), ...onOneLine(context), ...merged(context)];
}

/** A title or picture with the next block on the line below, where the source has a blank line. */
const linesBelow = perBlock(
  (block, context): readonly Glued[] => {
    const pair = asPair(context);
    if (!pair || (block.kind !== 'title' && block.kind !== 'image')) return [];
    const { source, target, units } = pair;
    const next = target.blocks[block.index + 1];
    if (!next || !isLineBelow(target, block, next)) return [];
    lookAgain(context); // what is below has a unit of its own
    const [unit, nextUnit] = [units.ofTarget[block.index], units.ofTarget[next.index]];
    if (!unit || !nextUnit || unit === nextUnit || !isComparable(unit) || !isComparable(nextUnit)) return [];
    const [own, following] = [unit.source.at(-1)!, nextUnit.source[0]!];
    if (own.kind !== block.kind || following.index !== own.index + 1 || isLineBelow(source, own, following)) return [];
    const at = next.span.start;
    return [
      {
        kind: block.kind === 'title' ? 'title' : 'picture',
        span: block.span,
        source: { start: own.span.start, end: following.span.end },
        edits: [{ span: { start: at, end: at }, newText: target.newline }],
        isSure: true,
      },
    ];
  },
  { reach: 1 },
);

/** Whether nothing but one line break is between two blocks, and no sign that it is to be one. */
function isLineBelow({ text }: Issue, above: Block, below: Block): boolean {
  return (
    /^[ \t]?\r?\n[ \t]*$/.test(text.slice(above.span.end, below.span.start)) &&
    !/(?:\\|<br ?\/?>)$/.test(slice(text, above.span))
  );
}

/** `***A title*** Its text`, where the source has two blocks. */
const onOneLine = perUnit((unit, { target }): readonly Glued[] => {
  const [title, text] = unit.source;
  const [block] = unit.target;
  if (
    !isComparable(unit) ||
    unit.source.length !== 2 ||
    unit.target.length !== 1 ||
    title!.kind !== 'title' ||
    text!.kind !== 'paragraph' ||
    block!.kind !== 'paragraph'
  )
    return [];
  const match = /^(\*{2,3}|_{2,3})(?=\S)((?:(?!\1)[^\r\n])+)\1(?![*_])[ \t]*(?=\S)/.exec(
    slice(target.text, block!.span),
  );
  if (!match || match[2]!.length > 240) return [];
  const at = block!.span.start + match[0].length;
  const start = block!.span.start + match[0].trimEnd().length;
  return [
    {
      kind: 'sameLine',
      span: { start: block!.span.start, end: start },
      source: { start: title!.span.start, end: text!.span.end },
      edits: [{ span: { start, end: at }, newText: target.newline.repeat(2) }],
      isSure: false,
    },
  ];
});

/** Paragraphs that stand in one, with nothing but a line break between them. */
function merged(context: PairContext): Glued[] {
  return runTogetherParagraphs(context).map(({ block, source, starts }) => ({
    kind: 'merged',
    span: block.span,
    source: { start: source[0]!.span.start, end: source.at(-1)!.span.end },
    isSure: false,
    edits: starts.map((at): Edit => ({ span: { start: at, end: at }, newText: context.target.newline })),
  }));
}
