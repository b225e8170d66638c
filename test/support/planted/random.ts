// Choices that a plant makes, drawn from numbers that fast-check gives and can print again.
import fc from 'fast-check';

/** Draws what to plant and where. */
export interface Random {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** One of `list`, which is not empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` of `list` (or all, if it has fewer), in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Endless even numbers: what a `Random` is made of. */
export const draws = (): fc.Arbitrary<fc.Stream<number>> => fc.infiniteStream(fc.noBias(fc.nat({ max: 0x7fffffff })));

/** Choices out of `numbers`. */
export function randomFrom(numbers: Iterator<number>): Random {
  const below = (count: number): number => (count <= 1 ? 0 : (numbers.next().value as number) % count);
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    some(list, count) {
      const left = list.map((_, i) => i);
      const chosen: number[] = [];
      while (chosen.length < count && left.length > 0) chosen.push(left.splice(below(left.length), 1)[0]!);
      return chosen.sort((a, b) => a - b).map((i) => list[i]!);
    },
  };
}

/** The choices of a seed, the same each time. */
export function seededRandom(seed: number): Random {
  return randomFrom(fc.sample(draws(), { seed, numRuns: 1 })[0]!);
}
