// Properties: fast-check, with the same cases on every run unless the environment says otherwise.
import fc from 'fast-check';

const given = process.env['FACING_PAGES_SEED'];
const times = Number(process.env['FACING_PAGES_RUNS'] ?? 1);

/** Holds `predicate` to `runs` generated cases. FACING_PAGES_SEED=random, or a number, tries others; FACING_PAGES_RUNS=10 ten times as many, 0.3 about a third. */
export function holds<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
  runs: number,
  predicate: (...values: Values) => boolean | void,
): void {
  const seed = given === undefined ? { seed: 20_26 } : given === 'random' ? {} : { seed: Number(given) };
  fc.assert(fc.property(...arbitraries, predicate), { numRuns: Math.ceil(runs * times), ...seed });
}
