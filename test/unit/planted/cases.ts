// The samples' pairs, as the properties of the aligner draw them.
import fc from 'fast-check';
import { alignIssues } from '../../../src/core/align/align.js';
import type { Alignment, Unit } from '../../../src/core/align/alignment.js';
import type { Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { KnownPair } from '../../support/planted/pair.js';
import { samplePairs } from '../../support/planted/samples.js';

const pairs = new Map(samplePairs().map((pair) => [pair.name, pair]));
const sources = new Map<string, Issue>();

/** The name of one of the pairs that `fits`: short to print where a property fails. */
export function pairName(fits: (pair: KnownPair) => boolean = () => true): fc.Arbitrary<string> {
  return fc.constantFrom(...[...pairs.values()].filter(fits).map(({ name }) => name));
}

/** The pair of that name. */
export function pairNamed(name: string): KnownPair {
  return pairs.get(name)!;
}

/** A pair's source, read once. */
export function sourceOf({ name, source }: KnownPair): Issue {
  let issue = sources.get(name);
  if (!issue) sources.set(name, (issue = parseIssue(source)));
  return issue;
}

/** A pair's source aligned with any text. */
export function alignedWith(pair: KnownPair, target: string): Alignment {
  return alignIssues(sourceOf(pair), parseIssue(target));
}

/** A unit by the indexes of its blocks, e.g. `3+4=5`. */
export function unitName({ source, target }: Pick<Unit, 'source' | 'target'>): string {
  return `${indexes(source)}=${indexes(target)}`;
}

/** The same of the unit seen from the other side. */
export function mirroredName({ source, target }: Pick<Unit, 'source' | 'target'>): string {
  return `${indexes(target)}=${indexes(source)}`;
}

function indexes(blocks: Unit['source']): string {
  return blocks.map(({ index }) => index).join('+');
}
