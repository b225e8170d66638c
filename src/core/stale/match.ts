// Which block of an earlier source became which of today's.
import { diffArrays } from 'diff';
import type { PastBlock } from './past.js';

/** Of two blocks that share fewer of their words the one is no new version of the other. */
const leastAlike = 0.5;
/** The same for blocks that do not stand between the same neighbours. */
const leastAlikeElsewhere = 0.65;

/** What today's block was. */
export interface Origin {
  readonly block: PastBlock;
  /** Nothing but its place says so. */
  readonly isRewritten: boolean;
}

/**
 * What each of `now` was among `before`; undefined for what is new. Equal blocks are each other's first, wherever they
 * stand; then such that share most of their words; then what alone is left between the same neighbours.
 */
export function originsOf(before: readonly PastBlock[], now: readonly PastBlock[]): (Origin | undefined)[] {
  const origins = new Array<Origin | undefined>(now.length).fill(undefined);
  const taken = new Set<number>();
  const take = (i: number, j: number, isRewritten: boolean): void => {
    origins[j] = { block: before[i]!, isRewritten };
    taken.add(i);
  };
  const gaps = gapsBetween(before, now, take);
  const left = (gap: Gap): { old: number[]; today: number[] } => ({
    old: range(gap.before).filter((i) => !taken.has(i)),
    today: range(gap.now).filter((j) => !origins[j]),
  });
  const all: Gap = { before: [0, before.length], now: [0, now.length] };
  pairUp(left(all), (i, j) => (before[i]!.key !== '' && before[i]!.key === now[j]!.key ? 1 : 0), 1, take);
  const words = wordBags([...before, ...now]);
  const alike = (i: number, j: number): number => commonShare(words.get(before[i]!)!, words.get(now[j]!)!);
  for (const gap of gaps) pairUp(left(gap), alike, leastAlike, take);
  pairUp(left(all), alike, leastAlikeElsewhere, take);
  for (const gap of gaps) {
    const {
      old: [i, ...others],
      today: [j, ...more],
    } = left(gap);
    if (i !== undefined && j !== undefined && others.length + more.length === 0 && before[i]!.kind === now[j]!.kind)
      take(i, j, true);
  }
  return origins;
}

type Range = readonly [from: number, to: number];

interface Gap {
  readonly before: Range;
  readonly now: Range;
}

/** Takes what stayed where it was, and answers the stretches between. */
function gapsBetween(
  before: readonly PastBlock[],
  now: readonly PastBlock[],
  take: (i: number, j: number, isRewritten: boolean) => void,
): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  let open: { i: number; j: number } | undefined;
  const close = (): void => {
    if (open) gaps.push({ before: [open.i, i], now: [open.j, j] });
    open = undefined;
  };
  for (const { count, added, removed } of diffArrays(
    before.map(({ key }) => key),
    now.map(({ key }) => key),
  )) {
    if (added || removed) open ??= { i, j };
    else {
      close();
      for (let k = 0; k < count; k++) take(i + k, j + k, false);
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  close();
  return gaps;
}

/** Takes the most alike first. */
function pairUp(
  { old, today }: { old: readonly number[]; today: readonly number[] },
  alike: (i: number, j: number) => number,
  least: number,
  take: (i: number, j: number, isRewritten: boolean) => void,
): void {
  const pairs = old
    .flatMap((i) => today.map((j) => ({ i, j, score: alike(i, j) })))
    .filter(({ score }) => score >= least);
  const [oldTaken, todayTaken] = [new Set<number>(), new Set<number>()];
  for (const { i, j } of pairs.sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))) {
    if (oldTaken.has(i) || todayTaken.has(j)) continue;
    take(i, j, false);
    oldTaken.add(i);
    todayTaken.add(j);
  }
}

function range([from, to]: Range): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function wordBags(blocks: readonly PastBlock[]): Map<PastBlock, Map<string, number>> {
  return new Map(
    blocks.map((block) => {
      const bag = new Map<string, number>();
      for (const word of block.key.split(' ')) if (word !== '') bag.set(word, (bag.get(word) ?? 0) + 1);
      return [block, bag];
    }),
  );
}

/** The share of their words that two bags have in common (Dice's coefficient). */
function commonShare(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, of] = [0, 0];
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    of += count;
  }
  for (const count of b.values()) of += count;
  return of === 0 ? 0 : (2 * common) / of;
}
