// What became of the links of the source in a translation: what was lost, changed or added, each once.
import { groupBy } from '../../grouped.js';
import type { Issue } from '../../model.js';
import { fold } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { alikeness, changeOf, leadsNowhere, type LinkChange } from './linkChange.js';
import {
  canCompare,
  changeOfMatched,
  hasLink,
  inOrder,
  isKnown,
  matchedInUnits,
  matchLinks,
  type KnownLink,
  type PlacedLink,
} from './matchLinks.js';
import { oncePer } from './memo.js';

export interface ChangedLink {
  readonly source: KnownLink;
  readonly target: KnownLink;
  readonly change: LinkChange;
}

export interface LostLink {
  readonly source: KnownLink;
  /** Others to the same page that the unit lost besides. */
  readonly also: readonly KnownLink[];
  /** Whether another link to the same page is left in the unit. */
  readonly isRepeated: boolean;
}

export interface LinkComparison {
  /** Links that lead to one page, source and target; the same page in another language is one. Worked out when it is asked for. */
  readonly matched: readonly (readonly [KnownLink, KnownLink])[];
  readonly missing: readonly LostLink[];
  readonly changed: readonly ChangedLink[];
  readonly added: readonly KnownLink[];
}

/** Compares the links of a pair: first within units, then within items, then anywhere. */
export const compareLinks = oncePer((context: PairContext): LinkComparison => {
  const { matched, sources, targets } = matchLinks(context);
  const known = matched.filter(isKnown);
  const changed = known.flatMap(({ source, target }): ChangedLink[] => {
    const change = changeOfMatched(source.link, target.link);
    return change ? [{ source, target, change }] : [];
  });
  const lost: KnownLink[] = [];
  for (const source of sources) {
    if (!hasLink(source) || !canCompare(source.unit)) continue;
    const target = standIn(source, sources, targets);
    const change = target && changeOf(source.link, target.link, context);
    if (target) targets.delete(target);
    else if (!leadsNowhere(source.link)) lost.push(source);
    if (target && change) changed.push({ source, target, change });
    sources.delete(source);
  }
  const added = [...targets]
    .filter(hasLink)
    .filter((target) => canCompare(target.unit) && !pagesOf(context.source).has(target.key));
  let all: LinkComparison['matched'] | undefined;
  return {
    missing: oncePerPage(lost),
    changed: oncePerAddress(changed),
    added,
    get matched() {
      return (all ??= [...known, ...matchedInUnits(context)]
        .sort(inOrder)
        .map(({ source, target }) => [source, target]));
    },
  };
});

const pagesOf = oncePer(
  ({ blocks }: Issue): ReadonlySet<string> => new Set(blocks.flatMap((block) => block.links.map((link) => link.key))),
);

/** What stands in the translation's unit in the place of a link of the source, if that can be told. */
function standIn(
  source: KnownLink,
  sources: ReadonlySet<PlacedLink>,
  targets: ReadonlySet<PlacedLink>,
): KnownLink | undefined {
  const inUnit = [...targets].filter(hasLink).filter((target) => target.unit === source.unit);
  const isSole = inUnit.length === 1 && [...sources].filter((other) => other.unit === source.unit).length === 1;
  let best: { target: KnownLink; score: number } | undefined;
  for (const target of inUnit) {
    const sameWords = source.link.text !== '' && fold(source.link.text) === fold(target.link.text);
    const score = alikeness(source.link, target.link) + (sameWords ? 1 : 0) + (isSole ? 0.5 : 0);
    if (score >= 0.5 && (!best || score > best.score)) best = { target, score };
  }
  return best?.target;
}

/** Lost links of one unit to one page are one problem. */
function oncePerPage(lost: readonly KnownLink[]): LostLink[] {
  return [...groupBy(lost, ({ unit }) => unit!)].flatMap(([unit, ofUnit]) =>
    [...groupBy(ofUnit, ({ key }) => key)].map(([key, [source, ...also]]) => ({
      source: source!,
      also,
      isRepeated: unit.target.some((block) => block.links.some((link) => link.key === key)),
    })),
  );
}

/** Two references to one definition with a wrong address are one problem. */
function oncePerAddress(changed: readonly ChangedLink[]): ChangedLink[] {
  const seen = new Set<number | string>();
  return changed.filter(({ target, change }) => {
    const place = (change === 'undefined' ? target.link.label : target.link.urlSpan?.start) ?? target.link.span.start;
    return seen.size < seen.add(place).size;
  });
}
