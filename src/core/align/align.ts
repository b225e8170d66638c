// Two issues to their alignment: anchors first, then the best path as a whole, then what crosses it.
import type { Block, BlockKind, Issue } from '../model.js';
import { finished, type Steps } from '../steps.js';
import type { Alignment, Unit, UnitState } from './alignment.js';
import { allowance, type Allowed } from './allowed.js';
import { findAnchors, heaviestChain, type Anchor } from './anchors.js';
import { noteEvidence } from './explain.js';
import { featureSpace } from './features.js';
import { judgePairs } from './judge.js';
import { bestPath, findingPath, type Match, type Runs } from './path.js';
import { similarity, type Group, type Similarity } from './similarity.js';
import { tiesOf } from './ties.js';

/**
 * Aligns a translation with its source. Every block of both stands in exactly one unit of the result. Aligning B with
 * A gives the mirror image of aligning A with B, but for the states, which speak of the translation.
 */
export function alignIssues(source: Issue, target: Issue): Alignment {
  return finished(aligning(source, target));
}

/** As `alignIssues`, in steps. */
export function* aligning(source: Issue, target: Issue): Steps<Alignment> {
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
  const alignment = { source, target, units: unitsOf(source, target, inOrder, crossing, similar) };
  noteEvidence(alignment, space);
  return alignment;
}

/** Worse matches on the path stand level for want of anything better, and are rarely right: a title with another one that moved. */
const leastScore = -0.95;

/** The pairs of a path, but for such that nothing speaks for: neither what they say, nor that all around them is in place. */
function withoutStrangers(path: readonly Match[]): Match[] {
  const isSure = (match: Match | undefined): boolean => match === undefined || (isPair(match) && match.score >= leastScore);
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

/** Blocks on both sides that the path left over and that are by far each other's best, the best first; by index. */
function bestOfFree(free: { readonly source: readonly boolean[]; readonly target: readonly boolean[] }, similar: Similarity): { readonly source: number; readonly target: number }[] {
  const left = (side: readonly boolean[]): number[] => side.flatMap((isFree, i) => (isFree ? [i] : []));
  const [sources, targets] = [left(free.source), left(free.target)];
  if (sources.length > mostCompared || targets.length > mostCompared) return [];
  const scores = sources.map((from) => targets.map((to) => similar.score({ from, count: 1 }, { from: to, count: 1 })));
  const leads = (score: number, others: readonly number[]): boolean => others.filter((other) => other > score - leastLoneLead).length === 1;
  return scores
    .flatMap((row, s) => row.flatMap((score, t) => (score >= leastLoneScore && leads(score, row) && leads(score, scores.map((other) => other[t]!)) ? [{ source: sources[s]!, target: targets[t]!, score }] : [])))
    .sort((one, other) => other.score - one.score || one.source - other.source);
}

/**
 * What anchors tie across the path: around each, the runs that the path left over are aligned among themselves. Then
 * blocks that go together without an anchor. Then what stands next to a match on both sides, though nothing but the neighbourhood ties it.
 */
function crossingMatches(whole: Runs, inOrder: readonly Match[], anchors: readonly Anchor[], similar: Similarity, allowed: Allowed): Match[] {
  const free = { source: freeBlocks(whole.source.end, inOrder, 'source'), target: freeBlocks(whole.target.end, inOrder, 'target') };
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
  for (const anchor of [...anchors].sort((a, b) => b.weight - a.weight || a.source - b.source)) alignRuns(anchor.source, anchor.target, leastMovedScore);
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

function unitsOf(source: Issue, target: Issue, inOrder: readonly Match[], crossing: readonly Match[], similar: Similarity): Unit[] {
  const matches = [...inOrder, ...crossing];
  const members = (issue: Issue, group: Group): Block[] => issue.blocks.slice(group.from, group.from + group.count);
  const matched = matches.map(({ score, ...groups }) => {
    const from = members(source, groups.source);
    return { kind: unitKind(from), source: from, target: members(target, groups.target), confidence: certainty(score) };
  });
  const verdicts = judgePairs(source, matched);
  const units = matched.map((pair, i): Unit => {
    const state: UnitState = verdicts[i] === 'untranslated' ? 'untranslated' : i >= inOrder.length ? 'moved' : 'translated';
    return verdicts[i] === 'doubtful' ? { ...pair, state, inDoubt: true } : { ...pair, state };
  });
  const free = { source: freeBlocks(source.blocks.length, matches, 'source'), target: freeBlocks(target.blocks.length, matches, 'target') };
  const missing = source.blocks.filter((_, i) => free.source[i]);
  const added = target.blocks.filter((_, i) => free.target[i]);
  units.push(...missing.map((block): Unit => ({ kind: block.kind, state: 'missing', source: [block], target: [], confidence: loneness(block, added, (other) => [block, other], similar) })));
  units.sort((a, b) => a.source[0]!.index - b.source[0]!.index);
  const lone = added.map((block): Unit => ({ kind: block.kind, state: 'added', source: [], target: [block], confidence: loneness(block, missing, (other) => [other, block], similar) }));
  return placeAdded(units, lone);
}

/** More blocks without counterpart than this are not compared each with each. */
const mostCompared = 200;
const sureOfLoneness = 0.9;

/** How sure it is that a block has no counterpart: not very, if one without a counterpart on the other side is like it. */
function loneness(block: Block, others: readonly Block[], pair: (other: Block) => [Block, Block], similar: Similarity): number {
  if (others.length > mostCompared) return sureOfLoneness;
  const best = others.reduce((score, other) => {
    const [source, target] = pair(other);
    return Math.max(score, similar.score({ from: source.index, count: 1 }, { from: target.index, count: 1 }));
  }, -Infinity);
  return Math.min(sureOfLoneness, 1 - certainty(best));
}

/** Puts each added unit behind the unit of the target block before it. */
function placeAdded(units: readonly Unit[], added: readonly Unit[]): Unit[] {
  const behind = new Map<number, Unit[]>();
  const unitOfTarget = new Map<number, number>();
  units.forEach((unit, i) => unit.target.forEach((block) => unitOfTarget.set(block.index, i)));
  for (const unit of added) {
    const index = unit.target[0]!.index;
    const place = index === 0 ? -1 : (unitOfTarget.get(index - 1) ?? -1);
    unitOfTarget.set(index, place);
    behind.set(place, [...(behind.get(place) ?? []), unit]);
  }
  return [...(behind.get(-1) ?? []), ...units.flatMap((unit, i) => [unit, ...(behind.get(i) ?? [])])];
}

/** A unit is what the longest of its source blocks is. */
function unitKind(blocks: readonly Block[]): BlockKind {
  return blocks.reduce((longest, block) => (block.text.length > longest.text.length ? block : longest)).kind;
}

function certainty(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
