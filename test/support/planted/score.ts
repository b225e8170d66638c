// Holds an alignment against what is known to be right: links between blocks, found and lost.
import type { Alignment } from '../../../src/core/align/alignment.js';
import type { Block, Issue } from '../../../src/core/model.js';
import type { BlockLink, LineRange, Ruler } from './pair.js';
import type { Planted } from './planted.js';

/** Counts of links, to be added up over pairs. */
export interface LinkScore {
  readonly found: number;
  readonly predicted: number;
  readonly right: number;
}

/** A score with what went wrong. */
export interface Judgement extends LinkScore {
  readonly lost: readonly BlockLink[];
  readonly wrong: readonly BlockLink[];
  /** Of the blocks that a plant touched, how many have all the links they should have and no other. */
  readonly touched: number;
  readonly touchedRight: number;
}

/** Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was said. */
export function f1({ found, predicted, right }: LinkScore): number {
  return predicted + right === 0 ? 1 : (2 * found) / (predicted + right);
}

/** Share of the predicted links that are right. */
export function precision({ found, predicted }: LinkScore): number {
  return predicted === 0 ? 1 : found / predicted;
}

/** Share of the right links that were predicted. */
export function recall({ found, right }: LinkScore): number {
  return right === 0 ? 1 : found / right;
}

/** Sums of scores. */
export function total(scores: readonly LinkScore[]): LinkScore {
  const add = (of: (score: LinkScore) => number): number => scores.reduce((sum, score) => sum + of(score), 0);
  return { found: add((s) => s.found), predicted: add((s) => s.predicted), right: add((s) => s.right) };
}

/** The links of an alignment between the ruler's blocks: a unit ties all that its lines touch on one side with all on the other. */
export function linksOfAlignment(alignment: Alignment, ruler: Ruler): BlockLink[] {
  const [source, target] = [touching(alignment.source, ruler), touching(alignment.target, ruler)];
  return linksOfGroups(alignment.units.map((unit) => ({ source: source(unit.source), target: target(unit.target) })));
}

/** All links of groups of blocks, each once. */
export function linksOfGroups(
  groups: readonly { readonly source: readonly number[]; readonly target: readonly number[] }[],
): BlockLink[] {
  const links = new Map<string, BlockLink>();
  for (const group of groups)
    for (const source of group.source)
      for (const target of group.target) links.set(`${source} ${target}`, { source, target });
  return [...links.values()];
}

function touching(issue: Issue, ruler: Ruler): (blocks: readonly Block[]) => number[] {
  const onLine = new Map<number, number>();
  ruler(issue.text).forEach(({ first, last }: LineRange, i) => {
    for (let line = first; line <= last; line++) onLine.set(line, i);
  });
  return (blocks) => {
    const found = new Set<number>();
    for (const { span } of blocks) {
      for (let line = issue.lines.positionAt(span.start).line; line <= issue.lines.positionAt(span.end).line; line++) {
        const index = onLine.get(line);
        if (index !== undefined) found.add(index);
      }
    }
    return [...found];
  };
}

const keyOf = ({ source, target }: BlockLink): string => `${source} ${target}`;

/** Judges predicted links. Of what stands twice either copy may be linked, or both. */
export function judge(planted: Planted, predicted: readonly BlockLink[]): Judgement {
  const said = new Set(predicted.map(keyOf));
  const hasCopy = new Set(planted.copies.filter((link) => said.has(keyOf(link))).map(({ source }) => source));
  const copied = new Set(planted.copies.map(({ source }) => source));
  const right = [
    ...planted.links.filter((link) => !hasCopy.has(link.source) || !copied.has(link.source) || said.has(keyOf(link))),
    ...planted.copies.filter((link) => said.has(keyOf(link))),
  ];
  const rightKeys = new Set(right.map(keyOf));
  const lost = right.filter((link) => !said.has(keyOf(link)));
  const wrong = predicted.filter((link) => !rightKeys.has(keyOf(link)));
  const faulty = {
    source: new Set([...lost, ...wrong].map(({ source }) => source)),
    target: new Set([...lost, ...wrong].map(({ target }) => target)),
  };
  const { source, target } = planted.touched;
  return {
    found: right.length - lost.length,
    predicted: predicted.length,
    right: right.length,
    lost,
    wrong,
    touched: source.size + target.size,
    touchedRight:
      [...source].filter((i) => !faulty.source.has(i)).length + [...target].filter((i) => !faulty.target.has(i)).length,
  };
}
