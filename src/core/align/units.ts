// From the matches of two issues to units: with what state each stands.
import { addTo } from '../grouped.js';
import type { Block, BlockKind, Issue } from '../model.js';
import type { Unit, UnitState } from './alignment.js';
import { judgePairs } from './judge.js';
import type { Matching } from './matching.js';
import type { Group } from './similarity.js';

/** The units of two issues, each block in one, in the order that `Alignment` says. */
export function unitsOf(source: Issue, target: Issue, { inOrder, crossing, lone }: Matching): Unit[] {
  const members = (issue: Issue, group: Group): Block[] => issue.blocks.slice(group.from, group.from + group.count);
  const matched = [...inOrder, ...crossing].map(({ score, ...groups }) => {
    const from = members(source, groups.source);
    return { kind: unitKind(from), source: from, target: members(target, groups.target), confidence: certainty(score) };
  });
  const verdicts = judgePairs(source, matched);
  const units = matched.map((pair, i): Unit => {
    const state: UnitState =
      verdicts[i] === 'untranslated' ? 'untranslated' : i >= inOrder.length ? 'moved' : 'translated';
    return verdicts[i] === 'doubtful' ? { ...pair, state, inDoubt: true } : { ...pair, state };
  });
  for (const { index, confidence } of lone.source) {
    const block = source.blocks[index]!;
    units.push({ kind: block.kind, state: 'missing', source: [block], target: [], confidence });
  }
  units.sort((a, b) => a.source[0]!.index - b.source[0]!.index);
  const added = lone.target.map(({ index, confidence }): Unit => {
    const block = target.blocks[index]!;
    return { kind: block.kind, state: 'added', source: [], target: [block], confidence };
  });
  return placeAdded(units, added);
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
    addTo(behind, place, unit);
  }
  return [...(behind.get(-1) ?? []), ...units.flatMap((unit, i) => [unit, ...(behind.get(i) ?? [])])];
}

/** A unit is what the longest of its source blocks is. */
function unitKind(blocks: readonly Block[]): BlockKind {
  return blocks.reduce((longest, block) => (block.text.length > longest.text.length ? block : longest)).kind;
}

/** A score, which is the logarithm of odds, as a probability. */
export function certainty(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
