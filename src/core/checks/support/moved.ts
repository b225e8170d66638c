// What stands elsewhere in the translation than in the source, and the edits that take it to its place.
import type { Unit } from '../../align/alignment.js';
import type { Edit } from '../../text/edit.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { removal, wholeLines } from './blockLines.js';
import { placement } from './insert.js';
import { leastConfidence } from './links.js';

/** Units that stand together on both sides, and were moved together. */
export type MovedRun = readonly Unit[];

/** The runs of a pair, in the source's order. */
export function movedRuns({ alignment }: PairContext): MovedRun[] {
  const runs: Unit[][] = [];
  for (const unit of alignment.units) {
    if (unit.state !== 'moved' || unit.confidence < leastConfidence) continue;
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows = before && unit.source[0]!.index === before.source.at(-1)!.index + 1 && unit.target[0]!.index === before.target.at(-1)!.index + 1;
    if (follows) run!.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

/** First and last block of a run on one side, as indexes, both inclusive. */
export function endsOf(run: MovedRun, side: 'source' | 'target'): { readonly first: number; readonly last: number } {
  return { first: run[0]![side][0]!.index, last: run.at(-1)![side].at(-1)!.index };
}

/** The edits that take a run to where the source has it; undefined if it would end where it is. */
export function moveEdits(context: PairContext, run: MovedRun): Edit[] | undefined {
  const { target } = context;
  const [from, to] = [endsOf(run, 'source'), endsOf(run, 'target')];
  const text = slice(target.text, wholeLines(target, to.first, to.last)).replace(/\r\n?/g, '\n');
  const gone: Span = removal(target, to.first, to.last);
  const { edits } = placement(context, from.first, from.last, { text, isQuoted: false }, []);
  if (edits.some(({ span }) => span.start >= gone.start && span.start <= gone.end)) return undefined;
  return [...edits, { span: gone, newText: '' }];
}
