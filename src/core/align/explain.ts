// Why two sides were taken for one unit: the evidence, in words.
import type { Block } from '../model.js';
import type { Alignment, Evidence, Unit } from './alignment.js';
import { featureOf, featureSpace, type FeatureSpace } from './features.js';
import { kindScore } from './kinds.js';

const spaces = new WeakMap<Alignment, FeatureSpace>();
const mostEvidence = 6;

/** Notes the features that an alignment was made by, so that explaining it need not count them again. */
export function noteEvidence(alignment: Alignment, space: FeatureSpace): void {
  spaces.set(alignment, space);
}

/** What explained the units of `before` goes on explaining those of `after`, which has the same blocks but for an edit inside. */
export function keepEvidence(before: Alignment, after: Alignment): void {
  const space = spaces.get(before);
  if (space) spaces.set(after, space);
}

/** What ties the two sides of a unit of `alignment`, weightiest first; nothing for a unit with one side only. */
export function explainUnit(alignment: Alignment, unit: Unit): Evidence[] {
  const [source, target] = [unit.source[0], unit.target[0]];
  if (!source || !target) return [];
  let space = spaces.get(alignment);
  if (!space) spaces.set(alignment, (space = featureSpace(alignment.source.blocks, alignment.target.blocks)));
  const { keys, weights } = space;
  const inTarget = idsOf(unit.target, space.target);
  const shared = [...idsOf(unit.source, space.source)].filter((id) => inTarget.has(id));
  const found = shared.map((id): Evidence => ({ ...featureOf(keys[id]!), weight: weights[id]! }));
  const evidence = found.filter((one) => !isPartOfLink(one, found));
  const kinds = kindScore(source.kind, target.kind);
  if (kinds > 0) evidence.push({ kind: 'kind', detail: source.kind, weight: kinds });
  return evidence.sort((a, b) => b.weight - a.weight).slice(0, mostEvidence);
}

/** A word of an address says nothing new beside the address. */
function isPartOfLink({ kind, detail }: Evidence, all: readonly Evidence[]): boolean {
  return (
    kind === 'link' &&
    all.some((other) => other.kind === 'link' && other.detail !== detail && other.detail.toLowerCase().includes(detail))
  );
}

function idsOf(blocks: readonly Block[], side: FeatureSpace['source']): Set<number> {
  return new Set(blocks.flatMap(({ index }) => [...side[index]!.strong, ...side[index]!.weak]));
}
