// Two aligners to compare with: by position, and by length after Gale and Church (1993).

/** The places of blocks on each side that a baseline puts together. */
export interface Group {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** The i-th block to the i-th block; where the counts differ, scaled. */
export function byPosition(source: number, target: number): Group[] {
  if (source === 0 || target === 0) return [];
  const scale = source < 2 ? 0 : (target - 1) / (source - 1);
  return Array.from({ length: source }, (_, i) => ({ source: [i], target: [Math.round(i * scale)] }));
}

/** Prior probabilities of the paper (section 2.3): the sizes of a bead, and how often it is met. */
const beads: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.0099],
  [0, 1, 0.0099],
  [2, 1, 0.089],
  [1, 2, 0.089],
  [2, 2, 0.011],
];
/** Variance of the length per character, of the paper. */
const variance = 6.8;

/**
 * Gale and Church's program over block lengths in characters. Characters of the target for each of the source are
 * estimated from the pair itself, as the paper proposes; the paper's own languages need about 1.
 */
export function byLength(source: readonly number[], target: readonly number[]): Group[] {
  const sum = (lengths: readonly number[]): number => lengths.reduce((a, b) => a + b, 0);
  const ratio = sum(source) > 0 && sum(target) > 0 ? sum(target) / sum(source) : 1;
  const best: number[][] = [];
  const taken: (readonly [number, number] | undefined)[][] = [];
  for (let i = 0; i <= source.length; i++) {
    best.push(new Array<number>(target.length + 1).fill(Infinity));
    taken.push(new Array<undefined>(target.length + 1).fill(undefined));
    for (let j = 0; j <= target.length; j++) {
      if (i === 0 && j === 0) best[0]![0] = 0;
      for (const [down, across, prior] of beads) {
        if (down > i || across > j) continue;
        const cost =
          best[i - down]![j - across]! -
          Math.log(prior) +
          lengthCost(sum(source.slice(i - down, i)), sum(target.slice(j - across, j)), ratio);
        if (cost >= best[i]![j]!) continue;
        best[i]![j] = cost;
        taken[i]![j] = [down, across];
      }
    }
  }
  const groups: Group[] = [];
  for (let [i, j] = [source.length, target.length]; i > 0 || j > 0;) {
    const [down, across] = taken[i]![j]!;
    groups.push({ source: range(i - down, i), target: range(j - across, j) });
    [i, j] = [i - down, j - across];
  }
  return groups.reverse();
}

/** -log of the probability that texts of one meaning differ in length as much as these. */
function lengthCost(source: number, target: number, ratio: number): number {
  if (source === 0 && target === 0) return 0;
  const mean = (source + target / ratio) / 2;
  const delta = Math.abs((source * ratio - target) / Math.sqrt(variance * mean));
  return -Math.log(Math.max(2 * (1 - normal(delta)), 1e-100));
}

/** Cumulative normal distribution, after Abramowitz and Stegun 26.2.17, as in the paper's program. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  return 1 - 0.3989422804014327 * Math.exp((-z * z) / 2) * tail;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
