// The units whose two sides can be compared: translated, and surely each other's.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import type { PairContext } from '../check.js';

/** Units that are less sure than this say nothing about their details. */
export const leastConfidence = 0.5;

export function isComparable({ state, confidence }: Unit): boolean {
  return (state === 'translated' || state === 'moved') && confidence >= leastConfidence;
}

/** So sure are the units around one that it must be the other side's, whatever its words say. */
export const leastAround = 0.7;

/** Whether a block stands for the other side's although hardly anything in their words says so: what is right before and right behind does. */
export function isHeldByNeighbours({ source, target, state }: Unit, { units }: PairContext): boolean {
  const [from, to] = [source[0], target[0]];
  if (
    source.length !== 1 ||
    target.length !== 1 ||
    from!.kind !== to!.kind ||
    from!.depth !== to!.depth ||
    state !== 'translated'
  )
    return false;
  return [-1, 1].every((step) => {
    const [before, behind] = [units.ofSource[from!.index + step], units.ofTarget[to!.index + step]];
    return before !== undefined && before === behind && isComparable(before) && before.confidence >= leastAround;
  });
}

/** The same of a heading or a title, which have few words to be known by. */
export function isHeldTitle(unit: Unit, context: PairContext): boolean {
  return (unit.kind === 'heading' || unit.kind === 'title') && isHeldByNeighbours(unit, context);
}

/** The blocks of all units that have one block on each side. */
export function oneToOne({
  alignment,
}: PairContext): { readonly source: Block; readonly target: Block; readonly unit: Unit }[] {
  return alignment.units
    .filter((unit) => isComparable(unit) && unit.source.length === 1 && unit.target.length === 1)
    .map((unit) => ({ source: unit.source[0]!, target: unit.target[0]!, unit }));
}

/** How often each value stands. */
export function countsOf<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * What most values are, if nearly all are; undefined if there are too few of them, or no such value.
 *
 * @param without one of them that is not to count
 */
export function usual<Value>(
  counts: ReadonlyMap<Value, number>,
  fewest: number,
  share: number,
  without?: Value,
): Value | undefined {
  let total = 0;
  let best: { value: Value; count: number } | undefined;
  for (const [value, all] of counts) {
    const count = all - (value === without ? 1 : 0);
    total += count;
    if (!best || count > best.count) best = { value, count };
  }
  return best && best.count >= fewest && best.count >= total * share ? best.value : undefined;
}
