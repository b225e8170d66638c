// What stands elsewhere in the translation than in the source, and the edits that take it to its place.
import type { Unit } from '../../align/alignment.js';
import type { Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { slice } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { removal, wholeLines } from './blockLines.js';
import { placement } from './insert.js';
import { leastConfidence } from './comparable.js';

/** Units that stand together on both sides, and were moved together. */
export type MovedRun = readonly Unit[];

/** A stretch of the translation that has what a stretch of the source has, in another order. */
export interface Disorder {
  /** In the target's order. */
  readonly runs: readonly MovedRun[];
  /** First and last block of the stretch in the translation, as indexes, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** The disorders of a pair, each as small as it can be, in the target's order. What `apart` takes is one by itself. */
export function disorders(context: PairContext, apart: (run: MovedRun) => boolean): Disorder[] {
  const runs = movedRuns(context);
  if (runs.length === 0) return [];
  const alone = runs.filter(apart);
  const aside = new Set(alone.flat());
  const inPlace = context.alignment.units.filter(
    (unit) =>
      unit.source.length > 0 &&
      unit.target.length > 0 &&
      !aside.has(unit) &&
      (unit.state !== 'moved' || unit.confidence >= leastConfidence),
  );
  const rank = new Map(
    [...inPlace].sort((a, b) => a.source[0]!.index - b.source[0]!.index).map((unit, i) => [unit, i]),
  );
  const found: Disorder[] = alone.map((run) => ({ runs: [run], ...endsOf(run, 'target') }));
  let members: Unit[] = [];
  let highest = -1;
  [...inPlace]
    .sort((a, b) => a.target[0]!.index - b.target[0]!.index)
    .forEach((unit, i) => {
      members.push(unit);
      highest = Math.max(highest, rank.get(unit)!);
      if (highest > i) return;
      const inside = runs
        .filter((run) => members.includes(run[0]!))
        .sort((a, b) => a[0]!.target[0]!.index - b[0]!.target[0]!.index);
      if (inside.length > 0)
        found.push({ runs: inside, first: members[0]!.target[0]!.index, last: unit.target.at(-1)!.index });
      members = [];
    });
  return found.sort((a, b) => a.runs[0]![0]!.target[0]!.index - b.runs[0]![0]!.target[0]!.index);
}

function movedRuns({ alignment }: PairContext): MovedRun[] {
  const runs: Unit[][] = [];
  for (const unit of alignment.units) {
    if (unit.state !== 'moved' || unit.confidence < leastConfidence) continue;
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows =
      before &&
      unit.source[0]!.index === before.source.at(-1)!.index + 1 &&
      unit.target[0]!.index === before.target.at(-1)!.index + 1;
    if (follows) run!.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

/** First and last block of a run on one side, as indexes, both inclusive. */
export function endsOf(run: MovedRun, side: 'source' | 'target'): { readonly first: number; readonly last: number } {
  return { first: run[0]![side][0]!.index, last: run.at(-1)![side].at(-1)!.index };
}

/** The edits that bring a disorder into the source's order; undefined if they would change nothing. */
export function orderingEdits(context: PairContext, disorder: Disorder): Edit[] | undefined {
  const [run, ...more] = disorder.runs;
  return more.length === 0 ? moveEdits(context, run!) : reorderEdits(context, disorder);
}

function moveEdits(context: PairContext, run: MovedRun): Edit[] | undefined {
  const { target } = context;
  const [from, to] = [endsOf(run, 'source'), endsOf(run, 'target')];
  const text = slice(target.text, wholeLines(target, to.first, to.last)).replace(/\r\n?/g, '\n');
  const gone = removal(target, to.first, to.last);
  const { edits } = placement(context, from.first, from.last, { text, isQuoted: false }, []);
  if (edits.some(({ span }) => span.start >= gone.start && span.start <= gone.end)) return undefined;
  return [...edits, { span: gone, newText: '' }];
}

interface Piece {
  readonly body: string;
  /** What stands between it and the next one. */
  readonly gap: string;
  readonly rank: number;
}

/** Rewrites a stretch with its parts in the source's order; what has no place there stays behind what it stands behind. */
function reorderEdits({ target, units }: PairContext, { first, last }: Disorder): Edit[] | undefined {
  const pieces: Piece[] = [];
  let rank = -1;
  for (let i = first; i <= last; i++) {
    rank = units.ofTarget[i]?.source[0]?.index ?? rank;
    const lines = wholeLines(target, i, i);
    const end = i === last ? lines.end : lineStart(target, i + 1);
    const bodyEnd = Math.min(lines.end, end);
    pieces.push({ body: target.text.slice(lines.start, bodyEnd), gap: target.text.slice(bodyEnd, end), rank });
  }
  const sorted = [...pieces].sort((a, b) => a.rank - b.rank);
  const [formerLast, newLast] = [pieces.at(-1)!, sorted.at(-1)!];
  const newText = sorted
    .map((piece) => piece.body + (piece === newLast ? '' : piece === formerLast ? newLast.gap : piece.gap))
    .join('');
  const span = { start: lineStart(target, first), end: wholeLines(target, last, last).end };
  return newText === slice(target.text, span) ? undefined : [{ span, newText }];
}

function lineStart({ lines, blocks }: Issue, block: number): number {
  return lines.startOf(lines.positionAt(blocks[block]!.span.start).line);
}
