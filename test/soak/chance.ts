// Chance that can be repeated: the same seed says the same numbers.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, but without, `limit` (mulberry32, by Tommy Ettinger). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** One of some things; there must be one. */
  of<T>(some: readonly T[]): T {
    return some[this.below(some.length)]!;
  }

  /** One of some things, those with a greater weight more often. */
  weighed<T>(some: readonly (readonly [weight: number, T])[]): T {
    let left = this.below(some.reduce((sum, [weight]) => sum + weight, 0));
    return some.find(([weight]) => (left -= weight) < 0)![1];
  }
}
