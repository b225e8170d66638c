// Two issues to their alignment: anchors first, then the best path as a whole, then what crosses it.
import type { Issue } from '../model.js';
import { finished, type Steps } from '../steps.js';
import type { Alignment } from './alignment.js';
import { allowance, type Allowed } from './allowed.js';
import { findAnchors, heaviestChain, type Anchor } from './anchors.js';
import { noteEvidence } from './explain.js';
import { featureSpace } from './features.js';
import type { Matching } from './matching.js';
import type { AlignMemory } from './memory.js';
import { bestPath, findingPath, type Match, type Runs } from './path.js';
import { similarity, type Group, type Similarity } from './similarity.js';
import { tiesOf } from './ties.js';
import { certainty, unitsOf } from './units.js';

/**
 * Aligns a translation with its source. Every block of both stands in exactly one unit of the result. Aligning B with
 * A gives the mirror image of aligning A with B, but for the states, which speak of the translation.
 */
export function alignIssues(source: Issue, target: Issue): Alignment {
  return finished(aligning(source, target));
}

/**
 * As `alignIssues`, in steps.
 *
 * @param memory what the texts were when they were aligned before; after an edit that weighs nothing they are not matched anew
 */
export function* aligning(source: Issue, target: Issue, memory?: AlignMemory): Steps<Alignment> {
  const known = memory?.recall(source, target);
  if (known) yield;
  const matching = known ?? (yield* matchingOf(source, target));
  memory?.keep(source, target, matching);
  const alignment = { source, target, units: unitsOf(source, target, matching) };
  noteEvidence(alignment, matching.space);
  return alignment;
}

function* matchingOf(source: Issue, target: Issue): Steps<Matching> {
  const space = featureSpace(source.blocks, target.blocks);
  yield;
  const anchors = findAnchors(source.blocks, target.blocks, space);
  yield;
  const similar = similarity(source.blocks, target.blocks, space, tiesOf(source, target, anchors));
  const allowed = allowance(source.blocks, target.blocks, anchors);
  const whole = { source: { start: 0, end: source.blocks.length }, target: { start: 0, end: target.blocks.length } };
  yield;
  const inOrder = withoutStrangers(yield* findingPath(whole, heaviestChain(anchors), similar, allowed));
  yield;
  const crossing = crossingMatches(whole, inOrder, anchors, similar, allowed);
  yield;
  const matches = [...inOrder, ...crossing];
  const free = {
    source: freeIndexes(whole.source.end, matches, 'source'),
    target: freeIndexes(whole.target.end, matches, 'target'),
  };
  return {
    space,
    inOrder,
    crossing,
    lone: {
      source: free.source.map((index) => ({
        index,
        confidence: loneness(free.target, (other) => similar.score(single(index), single(other))),
      })),
      target: free.target.map((index) => ({
        index,
        confidence: loneness(free.source, (other) => similar.score(single(other), single(index))),
      })),
    },
  };
}

function single(from: number): Group {
  return { from, count: 1 };
}

/** Worse matches on the path stand level for want of anything better, and are rarely right: a title with another one that moved. */
const leastScore = -0.95;

/** The pairs of a path, but for such that nothing speaks for: neither what they say, nor that all around them is in place. */
function withoutStrangers(path: readonly Match[]): Match[] {
  const isSure = (match: Match | undefined): boolean =>
    match === undefined || (isPair(match) && match.score >= leastScore);
  return path.filter((match, i) => isPair(match) && (isSure(match) || isSure(path[i - 1]) || isSure(path[i + 1])));
}

function isPair(match: Match): boolean {
  return match.source.count > 0 && match.target.count > 0;
}

/** Worse matches than this are no evidence that something moved. */
const leastMovedScore = 1;
/** The same for what stands next to something that moved. */
const leastNeighbourScore = 0.5;

/** Of what the path left over, what goes together at least so well is a pair without an anchor, if nothing else goes nearly as well with either. */
const leastLoneScore = 2.5;
const leastLoneLead = 1;

/** More blocks without counterpart than this are not compared each with each. */
const mostCompared = 200;

/** Blocks on both sides that the path left over and that are by far each other's best, the best first; by index. */
function bestOfFree(
  free: { readonly source: readonly boolean[]; readonly target: readonly boolean[] },
  similar: Similarity,
): { readonly source: number; readonly target: number }[] {
  const left = (side: readonly boolean[]): number[] => side.flatMap((isFree, i) => (isFree ? [i] : []));
  const [sources, targets] = [left(free.source), left(free.target)];
  if (sources.length > mostCompared || targets.length > mostCompared) return [];
  const scores = sources.map((from) => targets.map((to) => similar.score({ from, count: 1 }, { from: to, count: 1 })));
  const leads = (score: number, others: readonly number[]): boolean =>
    others.filter((other) => other > score - leastLoneLead).length === 1;
  return scores
    .flatMap((row, s) =>
      row.flatMap((score, t) =>
        score >= leastLoneScore &&
        leads(score, row) &&
        leads(
          score,
          scores.map((other) => other[t]!),
        )
          ? [{ source: sources[s]!, target: targets[t]!, score }]
          : [],
      ),
    )
    .sort((one, other) => other.score - one.score || one.source - other.source);
}

/**
 * What anchors tie across the path: around each, the runs that the path left over are aligned among themselves. Then
 * blocks that go together without an anchor. Then what stands next to a match on both sides, though nothing but the neighbourhood ties it.
 */
function crossingMatches(
  whole: Runs,
  inOrder: readonly Match[],
  anchors: readonly Anchor[],
  similar: Similarity,
  allowed: Allowed,
): Match[] {
  const free = {
    source: freeBlocks(whole.source.end, inOrder, 'source'),
    target: freeBlocks(whole.target.end, inOrder, 'target'),
  };
  const found: Match[] = [];
  const alignRuns = (source: number, target: number, least: number): void => {
    if (!free.source[source] || !free.target[target]) return;
    const runs = { source: freeRun(free.source, source), target: freeRun(free.target, target) };
    const inside = anchors.filter((other) => within(other.source, runs.source) && within(other.target, runs.target));
    for (const match of bestPath(runs, heaviestChain(inside), similar, allowed)) {
      if (!isPair(match) || match.score < least) continue;
      found.push(match);
      take(free.source, match.source);
      take(free.target, match.target);
    }
  };
  for (const anchor of [...anchors].sort((a, b) => b.weight - a.weight || a.source - b.source))
    alignRuns(anchor.source, anchor.target, leastMovedScore);
  for (const { source, target } of bestOfFree(free, similar)) alignRuns(source, target, leastMovedScore);
  for (const match of [...inOrder, ...found]) {
    alignRuns(match.source.from + match.source.count, match.target.from + match.target.count, leastNeighbourScore);
    alignRuns(match.source.from - 1, match.target.from - 1, leastNeighbourScore);
  }
  return found;
}

function freeBlocks(count: number, matches: readonly Match[], side: 'source' | 'target'): boolean[] {
  const free = new Array<boolean>(count).fill(true);
  for (const match of matches) take(free, match[side]);
  return free;
}

function freeIndexes(count: number, matches: readonly Match[], side: 'source' | 'target'): number[] {
  return freeBlocks(count, matches, side).flatMap((isFree, i) => (isFree ? [i] : []));
}

function take(free: boolean[], group: Group): void {
  for (let i = group.from; i < group.from + group.count; i++) free[i] = false;
}

function freeRun(free: readonly boolean[], at: number): { start: number; end: number } {
  let [start, end] = [at, at + 1];
  while (start > 0 && free[start - 1]) start--;
  while (end < free.length && free[end]) end++;
  return { start, end };
}

function within(index: number, run: { start: number; end: number }): boolean {
  return index >= run.start && index < run.end;
}

const sureOfLoneness = 0.9;

/**
 * How sure it is that a block has no counterpart: not very, if one without a counterpart on the other side is like it.
 *
 * @param others those, by index
 */
function loneness(others: readonly number[], score: (other: number) => number): number {
  if (others.length > mostCompared) return sureOfLoneness;
  const best = others.reduce((highest, other) => Math.max(highest, score(other)), -Infinity);
  return Math.min(sureOfLoneness, 1 - certainty(best));
}
