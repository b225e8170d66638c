// How well source blocks and target blocks go together: the score that the aligner maximises.
import type { Block } from '../model.js';
import { contentsOf, mayTranslate } from './contents.js';
import { copiesIn } from './copies.js';
import { kindScore, unlikeKinds } from './kinds.js';
import type { BlockFeatures, FeatureSpace } from './features.js';
import type { Ties } from './ties.js';

/** The evidence that two blocks share. */
interface Shared {
  /** Sum of the weights of links, pictures, code and emoji in both. */
  readonly strong: number;
  /** Sum of the squared weights of words and numbers in both. */
  readonly weak: number;
}

/** Consecutive blocks, taken as one: what a translator merged or split. */
export interface Group {
  readonly from: number;
  readonly count: number;
}

/** Blocks that one side leaves out stand together: a gap costs more to begin than to go on (Gotoh 1982, affine gap costs). */
export interface GapCosts {
  /** For the first block of a gap, on top of `skip`. */
  readonly open: number;
  /** For each block. */
  readonly skip: number;
}

/** Scores pairs of groups. Natural logarithms of odds, roughly: 0 is indifference. */
export interface Similarity {
  /** Score of translating these source blocks by these target blocks. */
  score(source: Group, target: Group): number;
  /** Scores of leaving blocks without a counterpart. */
  readonly gap: GapCosts;
}

const weights = {
  /** For a block without a counterpart, and for the first of such blocks. */
  gap: { skip: -0.6, open: -0.3 },
  /** For each block beyond one to one. */
  merge: -1.0,
  /** For a title that is taken together with its text. */
  glue: -2,
  /** For the same, if the one text on the other side begins with a bold phrase: the title, run in. */
  runIn: 2.5,
  /** For blocks whose items, or sections, anchors tie to each other; to others. */
  tied: 0.5,
  untied: -2,
  /** For a text that stood before on its side, where the other side's did not. */
  copy: -1,
  /** For two items of numbered lists that are written with different numbers, where both texts have both numbers. */
  otherOrdinal: -2.5,
  /** For two headings of different levels. */
  level: -0.5,
  strongest: 9,
  strangers: -2.5,
  words: 5,
  otherWords: -2,
  length: -0.6,
  lengthSpread: 0.5,
  lengthWorst: -4,
} as const;

/** Below this cosine, words in common are chance. */
const chance = 0.12;
/** Room that every block gets on top of its own, so that two short titles never differ much. */
const lengthFloor = 12;

/** A similarity over two issues' blocks, their features and their neighbourhood. Remembers what it computed. */
export function similarity(
  source: readonly Block[],
  target: readonly Block[],
  space: FeatureSpace,
  ties: Ties,
): Similarity {
  const shared = sharedEvidence(space);
  const stretch = Math.sqrt(lengthRatio(space));
  const contents = { source: contentsOf(source), target: contentsOf(target) };
  const copies = { source: copiesIn(source), target: copiesIn(target) };
  const ordinals = new Set(target.flatMap(({ ordinal }) => ordinal ?? []));
  const inBoth = new Set(
    source.flatMap(({ ordinal }) => (ordinal !== undefined && ordinals.has(ordinal) ? [ordinal] : [])),
  );
  const score = (sourceGroup: Group, targetGroup: Group): number => {
    const sides = { strong: 0, weak: 0, s: sum(space.source, sourceGroup), t: sum(space.target, targetGroup) };
    let kinds = 0;
    for (let s = sourceGroup.from; s < sourceGroup.from + sourceGroup.count; s++) {
      for (let t = targetGroup.from; t < targetGroup.from + targetGroup.count; t++) {
        const { strong, weak } = shared(s, t);
        sides.strong += strong;
        sides.weak += weak;
        kinds += mayTranslate(contents.source.get(s), contents.target.get(t))
          ? kindScore(source[s]!.kind, target[t]!.kind)
          : unlikeKinds;
      }
    }
    const merged = sourceGroup.count + targetGroup.count - 2;
    const glued =
      glueScore(source, sourceGroup, target, targetGroup) + glueScore(target, targetGroup, source, sourceGroup);
    return (
      tieScore(ties.between(sourceGroup.from, targetGroup.from)) +
      kinds / (sourceGroup.count * targetGroup.count) +
      merged * weights.merge +
      glued +
      (hasCopy(copies.source, sourceGroup) === hasCopy(copies.target, targetGroup) ? 0 : weights.copy) +
      (merged === 0 ? levelScore(source[sourceGroup.from]!, target[targetGroup.from]!) : 0) +
      (merged === 0 ? ordinalScore(source[sourceGroup.from]!.ordinal, target[targetGroup.from]!.ordinal, inBoth) : 0) +
      strongScore(sides.strong, sides.s.strong, sides.t.strong) +
      weakScore(sides.weak, sides.s.weak, sides.t.weak) +
      lengthScore(sides.s.length * stretch, sides.t.length / stretch)
    );
  };
  return { score, gap: weights.gap };
}

function levelScore(source: Block, target: Block): number {
  return source.kind === 'heading' && target.kind === 'heading' && source.depth !== target.depth ? weights.level : 0;
}

function hasCopy(copies: readonly boolean[], { from, count }: Group): boolean {
  for (let i = from; i < from + count; i++) if (copies[i]) return true;
  return false;
}

function ordinalScore(source: number | undefined, target: number | undefined, inBoth: ReadonlySet<number>): number {
  return source === undefined || target === undefined || source === target || !inBoth.has(source) || !inBoth.has(target)
    ? 0
    : weights.otherOrdinal;
}

function tieScore(tied: -1 | 0 | 1): number {
  return tied > 0 ? weights.tied : tied < 0 ? weights.untied : 0;
}

/** What it costs to take a title together with its text, given the blocks that would be their counterpart. */
function glueScore(blocks: readonly Block[], group: Group, others: readonly Block[], counterpart: Group): number {
  if (group.count === 1 || blocks[group.from]!.kind !== 'title') return 0;
  const runIn =
    counterpart.count === 1 && beginsBold(others[counterpart.from]!) && !beginsBold(blocks[group.from + 1]!);
  return runIn ? weights.runIn : weights.glue;
}

/** Whether a text begins with a bold phrase and goes on after it. */
export function beginsBold({ kind, nodes }: Block): boolean {
  const [first] = nodes;
  if (kind === 'title' || first?.type !== 'paragraph' || first.children.length < 2) return false;
  const [opening] = first.children;
  return opening?.type === 'strong' || (opening?.type === 'emphasis' && opening.children[0]?.type === 'strong');
}

/** What two blocks share, by their indexes; remembered. */
function sharedEvidence(space: FeatureSpace): (source: number, target: number) => Shared {
  const memory = space.source.map(() => new Map<number, Shared>());
  /** By feature, the source block that it was last marked for. Blocks are mostly asked for one source block after the other. */
  const marked = new Int32Array(space.weights.length).fill(-1);
  let current = -1;
  const mark = (s: number): void => {
    const { strong, weak } = space.source[s]!;
    for (const id of strong) marked[id] = s;
    for (const id of weak) marked[id] = s;
    current = s;
  };
  const compare = (s: number, t: number): Shared => {
    if (s !== current) mark(s);
    const { strong, weak } = space.target[t]!;
    const found = { strong: 0, weak: 0 };
    for (const id of strong) if (marked[id] === s) found.strong += space.weights[id]!;
    for (const id of weak) if (marked[id] === s) found.weak += space.weights[id]! ** 2;
    return found;
  };
  return (s, t) => {
    const row = memory[s]!;
    let found = row.get(t);
    if (!found) row.set(t, (found = compare(s, t)));
    return found;
  };
}

function sum(features: readonly BlockFeatures[], group: Group): { strong: number; weak: number; length: number } {
  const total = { strong: 0, weak: 0, length: 0 };
  for (let i = group.from; i < group.from + group.count; i++) {
    total.strong += features[i]!.strongWeight;
    total.weak += features[i]!.weakNorm;
    total.length += features[i]!.length;
  }
  return total;
}

function strongScore(shared: number, source: number, target: number): number {
  if (shared > 0) {
    const dice = Math.min(1, (2 * shared) / (source + target));
    return Math.min(weights.strongest, shared) * (0.5 + 0.5 * dice);
  }
  return Math.max(weights.strangers, -0.35 * Math.min(source, target));
}

function weakScore(shared: number, source: number, target: number): number {
  if (source === 0 || target === 0) return 0;
  const cosine = Math.min(1, shared / Math.sqrt(source * target));
  if (cosine >= chance) return weights.words * cosine;
  const testable = Math.min(1, Math.min(source, target) / 60);
  return weights.words * cosine + weights.otherWords * testable * (1 - cosine / chance);
}

/** After Gale and Church (1993), on the logarithm of the ratio, which treats both directions alike. */
function lengthScore(source: number, target: number): number {
  const ratio = Math.log((target + lengthFloor) / (source + lengthFloor));
  return Math.max(weights.lengthWorst, weights.length * (ratio / weights.lengthSpread) ** 2);
}

/** How much longer the target's texts are: the median over blocks, which missing parts and notes hardly move. */
function lengthRatio(space: FeatureSpace): number {
  const median = (features: readonly BlockFeatures[]): number => {
    const lengths = features
      .map((f) => f.length)
      .filter((length) => length > 60)
      .sort((a, b) => a - b);
    return lengths.length === 0 ? 0 : lengths[lengths.length >> 1]!;
  };
  const [source, target] = [median(space.source), median(space.target)];
  return source === 0 || target === 0 ? 1 : Math.max(0.5, Math.min(2, target / source));
}
