// What anchors say of the blocks around them: items and sections that belong together.
import type { Issue } from '../model.js';
import type { Anchor } from './anchors.js';

/** Whether two blocks stand in parts that anchors tie together. */
export interface Ties {
  /**
   * 1 if the items (for headings, the sections) of the two blocks are tied, -1 if both are tied elsewhere and not to
   * each other, 0 if anchors say nothing. Blocks by index.
   */
  between(source: number, target: number): -1 | 0 | 1;
}

/** The ties that `anchors` make between the items and sections of two issues. */
export function tiesOf(source: Issue, target: Issue, anchors: readonly Anchor[]): Ties {
  const [sourceParts, targetParts] = [partsOf(source), partsOf(target)];
  const items = tie(anchors, sourceParts.items, targetParts.items);
  const sections = tie(anchors, sourceParts.sections, targetParts.sections);
  return {
    between(s, t) {
      const areHeadings = sourceParts.headings.has(s) && targetParts.headings.has(t);
      const [tied, sourcePart, targetPart] = areHeadings
        ? ([sections, sourceParts.sections[s], targetParts.sections[t]] as const)
        : ([items, sourceParts.items[s], targetParts.items[t]] as const);
      if (sourcePart === undefined || targetPart === undefined) return 0;
      const ofSource = tied.bySource.get(sourcePart);
      const ofTarget = tied.byTarget.get(targetPart);
      if (ofSource === undefined || ofTarget === undefined) return 0;
      return areHeadings
        ? strongest(ofSource) === targetPart || strongest(ofTarget) === sourcePart
          ? 1
          : -1
        : ofSource.has(targetPart)
          ? 1
          : -1;
    },
  };
}

/** For each block, the number of the item and of the section that it is in. */
interface Parts {
  readonly items: readonly (number | undefined)[];
  readonly sections: readonly (number | undefined)[];
  readonly headings: ReadonlySet<number>;
}

function partsOf(issue: Issue): Parts {
  const items: number[] = [];
  const sections: number[] = [];
  const headings = new Set<number>();
  let item = 0;
  issue.sections.forEach((section, number) => {
    if (section.heading !== undefined) headings.add(section.heading);
    for (let i = section.first; i <= section.last; i++) sections[i] = number;
    for (const { first, last } of section.items) {
      for (let i = first; i <= last; i++) items[i] = item;
      item++;
    }
  });
  return { items, sections, headings };
}

/** Weights of the anchors between parts, by part, from either side. */
interface TiedParts {
  readonly bySource: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly byTarget: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

function tie(
  anchors: readonly Anchor[],
  sourceParts: readonly (number | undefined)[],
  targetParts: readonly (number | undefined)[],
): TiedParts {
  const bySource = new Map<number, Map<number, number>>();
  const byTarget = new Map<number, Map<number, number>>();
  const add = (map: Map<number, Map<number, number>>, from: number, to: number, weight: number): void => {
    const row = map.get(from) ?? new Map<number, number>();
    row.set(to, (row.get(to) ?? 0) + weight);
    map.set(from, row);
  };
  for (const { source, target, weight } of anchors) {
    const [from, to] = [sourceParts[source], targetParts[target]];
    if (from === undefined || to === undefined) continue;
    add(bySource, from, to, weight);
    add(byTarget, to, from, weight);
  }
  return { bySource, byTarget };
}

function strongest(row: ReadonlyMap<number, number>): number {
  return [...row].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
