// Links of source and translation, matched: within units first, then within items, then anywhere.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue, Link } from '../../model.js';
import { normaliseLabel } from '../../parse/markdown.js';
import { oncePerBlock, oncePerText } from '../../text/remember.js';
import { overlaps } from '../../text/span.js';
import { linkKey } from '../../text/url.js';
import { fold } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { isAddressDamaged, isSamePageLocalised, isSameSiteLocalised, repairedAddress } from './addresses.js';
import { isSamePlace } from './anchors.js';
import { brokenLinks, brokenLinksByBlock, type BrokenLink } from './brokenLinks.js';
import { isComparable } from './comparable.js';
import { itemOfSource } from './items.js';
import type { LinkChange } from './linkChange.js';
import { proseOf } from './mask.js';
import { keptPerUnit } from './perRow.js';

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

/** What is wrong with a link that is the source's all the same. */
export function changeOfMatched(source: Link, target: Link): LinkChange | undefined {
  if (target.url === '') return source.url === '' ? undefined : 'undefined';
  return isAddressDamaged(target.url, source.url) ? 'damaged' : undefined;
}

/** Whether Markdown reads it as a link. */
export function hasLink(placed: PlacedLink): placed is KnownLink {
  return placed.link !== undefined;
}

/** Whether a link's unit is sure enough to miss something in it. */
export function canCompare(unit: Unit | undefined): unit is Unit {
  return unit !== undefined && isComparable(unit);
}

/** Two links that were matched, in the first step that could tell. */
export interface Matched<Placed extends PlacedLink = PlacedLink> {
  readonly source: Placed;
  readonly target: Placed;
  readonly step: number;
}

/** Whether Markdown reads both as links. */
export function isKnown(matched: Matched): matched is Matched<KnownLink> {
  return hasLink(matched.source) && hasLink(matched.target);
}

/** Step by step, and in the order of the source. */
export function inOrder(a: Matched<KnownLink>, b: Matched<KnownLink>): number {
  return (
    a.step - b.step || a.source.block.index - b.source.block.index || placeInBlock(a.source) - placeInBlock(b.source)
  );
}

function placeInBlock({ block, link }: KnownLink): number {
  return block.links.indexOf(link);
}

/** What was matched, and what was not. */
export interface Matching {
  readonly matched: readonly Matched[];
  /** What is left over. */
  readonly sources: Set<PlacedLink>;
  readonly targets: Set<PlacedLink>;
}

type Fits = (source: PlacedLink, target: PlacedLink) => boolean;
/** Only links with the same answer are compared, so that an issue of thousands of links takes no longer than it must. */
type Place = (placed: PlacedLink) => unknown;

/** The first two steps of matching, within a unit. */
const sameWords: Fits = (s, t) =>
  s.key === t.key && hasLink(s) && hasLink(t) && fold(s.link.text) === fold(t.link.text);
const sameKey: Fits = (s, t) => s.key === t.key || isSameReference(s, t);

/** Which link of which block on either side. */
type Pair = readonly [step: number, sourceBlock: number, sourceLink: number, targetBlock: number, targetLink: number];

/** The links of each unit that has any: matched with each other, if the unit's two sides have the same, as nearly all have; `open` where one is left over. */
const linksInUnits = keptPerUnit((unit, context): readonly Pair[] | 'open' | undefined => {
  const [sources, targets] = [linksIn(unit.source, unit), linksIn(unit.target, unit)];
  if (
    sources.length + targets.length === 0 &&
    unit.target.every((block) => bracketedIn(block, context.target).length === 0) &&
    !hasBroken(unit, context)
  )
    return undefined;
  if (
    sources.length !== targets.length ||
    sources.some(({ link }) => isWordless(context.source, link)) ||
    unit.target.some((block) => bracketedIn(block, context.target).length > 0)
  )
    return 'open';
  if (hasBroken(unit, context)) return 'open';
  const pairs: Pair[] = [];
  const left = new Set(targets);
  const place = ({ link, block }: KnownLink, blocks: readonly Block[]): [number, number] => [
    blocks.indexOf(block),
    block.links.indexOf(link),
  ];
  let unmatched: readonly KnownLink[] = sources;
  for (const [step, fits] of [sameWords, sameKey].entries()) {
    unmatched = unmatched.filter((source) => {
      const target = [...left].find((one) => fits(source, one));
      if (!target) return true;
      left.delete(target);
      pairs.push([step, ...place(source, unit.source), ...place(target, unit.target)]);
      return false;
    });
  }
  const isSound = ([, sourceBlock, sourceLink, targetBlock, targetLink]: Pair): boolean =>
    changeOfMatched(unit.source[sourceBlock]!.links[sourceLink]!, unit.target[targetBlock]!.links[targetLink]!) ===
    undefined;
  return unmatched.length === 0 && pairs.every(isSound) ? pairs : 'open';
});

function linksIn(blocks: readonly Block[], unit: Unit): KnownLink[] {
  return blocks.flatMap((block) => block.links.map((link) => ({ link, key: keyOf(link), block, unit })));
}

/** What is matched in the units that leave nothing over. */
export function matchedInUnits(context: PairContext): Matched<KnownLink>[] {
  return linksInUnits(context).flatMap(({ row: unit, value }) => {
    if (value === 'open') return [];
    const placed = (block: Block, link: number): KnownLink => ({
      link: block.links[link]!,
      key: keyOf(block.links[link]!),
      block,
      unit,
    });
    return value.map(([step, sourceBlock, sourceLink, targetBlock, targetLink]) => ({
      step,
      source: placed(unit.source[sourceBlock]!, sourceLink),
      target: placed(unit.target[targetBlock]!, targetLink),
    }));
  });
}

/** Matches the links of all units that leave some over among themselves; what the others have cannot be matched with any of them. */
export function matchLinks(context: PairContext): Matching {
  const open = linksInUnits(context).flatMap(({ row, value }) => (value === 'open' ? [row] : []));
  const sources = new Set(
    open
      .flatMap((unit) => linksIn(unit.source, unit))
      .sort(inText)
      .filter(({ link }) => !isWordless(context.source, link)),
  );
  const broken = brokenLinksByBlock(context);
  const all = open.flatMap((unit) => linksIn(unit.target, unit)).sort(inText);
  const seen = broken.size === 0 ? all : all.filter((placed) => !isInsideBroken(placed, broken));
  const targets = new Set<PlacedLink>([...seen, ...brokenOnes(context), ...looseReferences(context, open)]);
  const matched: Matched[] = [];
  let step = -1;
  const match = (place: Place, fits: Fits): void => {
    step++;
    if (sources.size === 0 || targets.size === 0) return;
    const byPlace = new Map<unknown, Set<PlacedLink>>();
    for (const target of targets) byPlace.set(place(target), (byPlace.get(place(target)) ?? new Set()).add(target));
    for (const source of sources) {
      const there = place(source) === undefined ? undefined : byPlace.get(place(source));
      for (const target of there ?? []) {
        if (!fits(source, target)) continue;
        matched.push({ source, target, step });
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
  const samePage: Fits = (s, t) =>
    hasLink(s) &&
    hasLink(t) &&
    (isSamePageLocalised(t.link.url, s.link.url, context) || isSamePlace(t.link.url, s.link.url, context));
  const sameSite: Fits = (s, t) => hasLink(s) && hasLink(t) && isSameSiteLocalised(t.link.url, s.link.url, context);
  match(unit, sameWords);
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

function inText(a: KnownLink, b: KnownLink): number {
  return a.block.index - b.block.index;
}

function keyOf(link: Link): string {
  return link.url === '' ? link.key : keyOfUrl(link.url);
}

const keyOfUrl = oncePerText((url: string): string => linkKey(repairedAddress(url)));

/** Links with mistyped brackets count as present: their brackets are reported, not their loss. */
function brokenOnes(context: PairContext): PlacedLink[] {
  return brokenLinks(context).flatMap(({ url, isLink, block }) =>
    url === undefined || isLink
      ? []
      : [{ link: undefined, key: linkKey(url), block, unit: context.units.ofTarget[block.index] }],
  );
}

/** `[](address)`: a link that readers of the source do not see is none to bring back. */
function isWordless(issue: Issue, { span }: Link): boolean {
  return issue.text.startsWith('[](', span.start);
}

function hasBroken(unit: Unit, context: PairContext): boolean {
  const broken = brokenLinksByBlock(context);
  return unit.target.some((block) => broken.has(block));
}

/** Of a link with mistyped brackets Markdown may still see the bare address, or a part of it. */
function isInsideBroken({ link, block }: PlacedLink, broken: ReadonlyMap<Block, readonly BrokenLink[]>): boolean {
  return link?.form === 'bare' && broken.get(block)?.some(({ span }) => overlaps(span, link.span)) === true;
}

/**
 * `[words] [label]`, of which kramdown makes a link, and `[label]`, of which a definition in another file does. Either
 * way the link was not lost.
 */
function looseReferences({ target, source, units }: PairContext, open: readonly Unit[]): PlacedLink[] {
  const blocks = open
    .flatMap((unit) => unit.target)
    .sort((a, b) => a.index - b.index)
    .filter((block) => bracketedIn(block, target).length > 0);
  if (blocks.length === 0) return [];
  const urls = new Map([...source.definitions, ...target.definitions].map(({ label, url }) => [label, url]));
  const labels = new Set([
    ...urls.keys(),
    ...source.blocks.flatMap((block) => block.links.flatMap(({ label }) => (label === undefined ? [] : [label]))),
  ]);
  return blocks.flatMap((block) =>
    bracketedIn(block, target)
      .filter((label) => labels.has(label))
      .map((label) => ({
        link: undefined,
        key: urls.has(label) ? linkKey(urls.get(label)!) : `[${label}]`,
        block,
        unit: units.ofTarget[block.index],
      })),
  );
}

/** What stands in square brackets and is no link, as labels. */
const bracketedIn = oncePerBlock((block: Block, issue: Issue): readonly string[] =>
  Array.from(proseOf(issue, block, 'hide links').matchAll(/\[([^[\]\0]{1,300})\]/g), ([, written]) =>
    normaliseLabel(written!),
  ),
);

function itemOf(placed: PlacedLink, context: PairContext): number | undefined {
  const block = placed.unit?.source[0];
  return block && itemOfSource(context, block);
}
