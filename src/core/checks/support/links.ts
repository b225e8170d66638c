// Links of source and translation, matched; what was lost, changed or added, each once.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue, Link } from '../../model.js';
import { normaliseLabel } from '../../parse/markdown.js';
import { fold } from '../../text/words.js';
import { oncePerBlock, oncePerText } from '../../text/remember.js';
import { overlaps } from '../../text/span.js';
import { linkKey } from '../../text/url.js';
import type { PairContext } from '../check.js';
import { isAddressDamaged, isNoAddress, isSamePageLocalised, isSameSiteLocalised, repairedAddress } from './addresses.js';
import { brokenLinks, type BrokenLink } from './brokenLinks.js';
import { isComparable } from './comparable.js';
import { alikeness, changeOf, type LinkChange } from './linkChange.js';
import { proseOf } from './mask.js';
import { itemOfSource } from './items.js';
import { oncePer } from './memo.js';

/** A link and where it stands. */
export interface PlacedLink {
  /** Undefined for one with mistyped brackets. */
  readonly link: Link | undefined;
  readonly key: string;
  readonly block: Block;
  readonly unit: Unit | undefined;
}

/** One that Markdown reads as such. */
export type KnownLink = PlacedLink & { readonly link: Link };

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
  /** Links that lead to one page, source and target; the same page in another language is one. */
  readonly matched: readonly (readonly [KnownLink, KnownLink])[];
  readonly missing: readonly LostLink[];
  readonly changed: readonly ChangedLink[];
  readonly added: readonly KnownLink[];
}

export { leastConfidence } from './comparable.js';

/** Compares the links of a pair: first within units, then within items, then anywhere. */
export const compareLinks = oncePer((context: PairContext): LinkComparison => {
  const { matched, sources, targets } = matchLinks(context);
  const known = matched.filter((pair): pair is [KnownLink, KnownLink] => hasLink(pair[0]) && hasLink(pair[1]));
  const changed = known.flatMap(([source, target]): ChangedLink[] => {
    if (target.link.url === '') return source.link.url === '' ? [] : [{ source, target, change: 'undefined' }];
    return isAddressDamaged(target.link.url, source.link.url) ? [{ source, target, change: 'damaged' }] : [];
  });
  const lost: KnownLink[] = [];
  for (const source of sources) {
    if (!hasLink(source) || !canCompare(source.unit)) continue;
    const target = standIn(source, sources, targets);
    const change = target && changeOf(source.link, target.link, context);
    if (target) targets.delete(target);
    else if (!isNoAddress(source.link.url)) lost.push(source);
    if (target && change) changed.push({ source, target, change });
    sources.delete(source);
  }
  const pages = new Set(context.source.blocks.flatMap((block) => block.links.map((link) => link.key)));
  const added = [...targets].filter(hasLink).filter((target) => canCompare(target.unit) && !pages.has(target.key));
  return { matched: known, missing: oncePerPage(lost), changed: oncePerAddress(changed), added };
});

function hasLink(placed: PlacedLink): placed is KnownLink {
  return placed.link !== undefined;
}

function canCompare(unit: Unit | undefined): unit is Unit {
  return unit !== undefined && isComparable(unit);
}

interface Matching {
  readonly matched: readonly (readonly [PlacedLink, PlacedLink])[];
  /** What is left over. */
  readonly sources: Set<PlacedLink>;
  readonly targets: Set<PlacedLink>;
}

type Fits = (source: PlacedLink, target: PlacedLink) => boolean;
/** Only links with the same answer are compared, so that an issue of thousands of links takes no longer than it must. */
type Place = (placed: PlacedLink) => unknown;

function matchLinks(context: PairContext): Matching {
  const sources = new Set(linksOf(context.source, context.units.ofSource).filter(({ link }) => !isWordless(context.source, link!)));
  const broken = brokenLinks(context.target);
  const all = linksOf(context.target, context.units.ofTarget);
  const seen = broken.length === 0 ? all : all.filter((placed) => !isInsideBroken(placed, broken));
  const targets = new Set([...seen, ...brokenOnes(context), ...looseReferences(context)]);
  const matched: [PlacedLink, PlacedLink][] = [];
  const match = (place: Place, fits: Fits): void => {
    if (sources.size === 0 || targets.size === 0) return;
    const byPlace = new Map<unknown, Set<PlacedLink>>();
    for (const target of targets) byPlace.set(place(target), (byPlace.get(place(target)) ?? new Set()).add(target));
    for (const source of sources) {
      const there = place(source) === undefined ? undefined : byPlace.get(place(source));
      for (const target of there ?? []) {
        if (!fits(source, target)) continue;
        matched.push([source, target]);
        sources.delete(source);
        targets.delete(target);
        there!.delete(target);
        break;
      }
    }
  };
  const unit: Place = (placed) => placed.unit;
  const item: Place = (placed) => itemOf(placed, context);
  const key: Place = (placed) => placed.key;
  const sameKey: Fits = (s, t) => s.key === t.key || isSameReference(s, t);
  const samePage: Fits = (s, t) => hasLink(s) && hasLink(t) && isSamePageLocalised(t.link.url, s.link.url, context);
  const sameSite: Fits = (s, t) => hasLink(s) && hasLink(t) && isSameSiteLocalised(t.link.url, s.link.url, context);
  match(unit, (s, t) => s.key === t.key && hasLink(s) && hasLink(t) && fold(s.link.text) === fold(t.link.text));
  match(unit, sameKey);
  match(unit, samePage);
  match(unit, sameSite);
  match(item, (s, t) => canCompare(s.unit) && sameKey(s, t));
  match(item, (s, t) => canCompare(s.unit) && samePage(s, t));
  match(key, (s) => canCompare(s.unit));
  match(key, () => true);
  match((placed) => placed.link?.label, isSameReference);
  return { matched, sources, targets };
}

/** Two references with one label, of which one side does not say where it leads. */
function isSameReference({ link: source }: PlacedLink, { link: target }: PlacedLink): boolean {
  return source?.label !== undefined && source.label === target?.label && (source.url === '' || target.url === '');
}

function linksOf(issue: Issue, units: readonly Unit[]): PlacedLink[] {
  return issue.blocks.flatMap((block) => block.links.map((link) => ({ link, key: keyOf(link), block, unit: units[block.index] })));
}

function keyOf(link: Link): string {
  return link.url === '' ? link.key : keyOfUrl(link.url);
}

const keyOfUrl = oncePerText((url: string): string => linkKey(repairedAddress(url)));

/** Links with mistyped brackets count as present: their brackets are reported, not their loss. */
function brokenOnes({ target, units }: PairContext): PlacedLink[] {
  return brokenLinks(target).flatMap(({ url, isLink, block }) =>
    url === undefined || isLink ? [] : [{ link: undefined, key: linkKey(url), block, unit: units.ofTarget[block.index] }],
  );
}

/** `[](address)`: a link that readers of the source do not see is none to bring back. */
function isWordless(issue: Issue, { span }: Link): boolean {
  return issue.text.startsWith('[](', span.start);
}

/** Of a link with mistyped brackets Markdown may still see the bare address, or a part of it. */
function isInsideBroken({ link, block }: PlacedLink, broken: readonly BrokenLink[]): boolean {
  return link?.form === 'bare' && broken.some((one) => one.block === block && overlaps(one.span, link.span));
}

/**
 * `[words] [label]`, of which kramdown makes a link, and `[label]`, of which a definition in another file does. Either
 * way the link was not lost.
 */
function looseReferences({ target, source, units }: PairContext): PlacedLink[] {
  const urls = new Map([...source.definitions, ...target.definitions].map(({ label, url }) => [label, url]));
  const labels = new Set([...urls.keys(), ...source.blocks.flatMap((block) => block.links.flatMap(({ label }) => (label === undefined ? [] : [label])))]);
  return target.blocks.flatMap((block) =>
    bracketedIn(block, target)
      .filter((label) => labels.has(label))
      .map((label) => ({ link: undefined, key: urls.has(label) ? linkKey(urls.get(label)!) : `[${label}]`, block, unit: units.ofTarget[block.index] })),
  );
}

/** What stands in square brackets and is no link, as labels. */
const bracketedIn = oncePerBlock((block: Block, issue: Issue): readonly string[] => Array.from(proseOf(issue, block, 'hide links').matchAll(/\[([^[\]\0]{1,300})\]/g), ([, written]) => normaliseLabel(written!)));

function itemOf(placed: PlacedLink, context: PairContext): number | undefined {
  const block = placed.unit?.source[0];
  return block && itemOfSource(context, block);
}

/** What stands in the translation's unit in the place of a link of the source, if that can be told. */
function standIn(source: KnownLink, sources: ReadonlySet<PlacedLink>, targets: ReadonlySet<PlacedLink>): KnownLink | undefined {
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
  const byPage = new Map<Unit, Map<string, KnownLink[]>>();
  for (const one of lost) {
    const ofUnit = byPage.get(one.unit!) ?? new Map<string, KnownLink[]>();
    byPage.set(one.unit!, ofUnit.set(one.key, [...(ofUnit.get(one.key) ?? []), one]));
  }
  return [...byPage].flatMap(([unit, ofUnit]) =>
    [...ofUnit].map(([key, [source, ...also]]) => ({ source: source!, also, isRepeated: unit.target.some((block) => block.links.some((link) => link.key === key)) })),
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
