// Links of source and translation, matched; what was lost, changed or added, each once.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue, Link } from '../../model.js';
import { normaliseLabel } from '../../parse/markdown.js';
import { fold } from '../../text/words.js';
import { overlaps } from '../../text/span.js';
import { hostOf, linkKey } from '../../text/url.js';
import type { PairContext } from '../check.js';
import { isAddressDamaged, isSamePageLocalised, isSameSiteLocalised, likeness, namesLocale, repairedAddress } from './addresses.js';
import { brokenLinks } from './brokenLinks.js';
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

/**
 * `damaged`: the source's address after an accident. `rewritten`: nearly the source's, as when its words
 * were translated. `undefined`: the same reference, whose definition is gone. `localised`: another page, in the translation's language. `sameSite`: another page of the same host.
 */
export type LinkChange = 'damaged' | 'undefined' | 'rewritten' | 'localised' | 'sameSite' | 'other';

export interface ChangedLink {
  readonly source: PlacedLink & { readonly link: Link };
  readonly target: PlacedLink & { readonly link: Link };
  readonly change: LinkChange;
}

export interface LostLink {
  readonly source: PlacedLink & { readonly link: Link };
  /** Whether another link to the same page is left in the unit. */
  readonly isRepeated: boolean;
}

export interface LinkComparison {
  readonly missing: readonly LostLink[];
  readonly changed: readonly ChangedLink[];
  readonly added: readonly (PlacedLink & { readonly link: Link })[];
}

/** Units that are less sure than this say nothing about their links. */
export const leastConfidence = 0.5;

/** From this likeness on, two addresses of one site are one address rewritten. */
const rewrittenLikeness = 0.7;

/** Compares the links of a pair: first within units, then within items, then anywhere. */
export const compareLinks = oncePer((context: PairContext): LinkComparison => {
  const { matched, sources, targets } = matchLinks(context);
  const changed = matched.flatMap(([source, target]): ChangedLink[] => {
    if (!hasLink(source) || !hasLink(target)) return [];
    if (target.link.url === '') return source.link.url === '' ? [] : [{ source, target, change: 'undefined' }];
    return isAddressDamaged(target.link.url, source.link.url) ? [{ source, target, change: 'damaged' }] : [];
  });
  const missing: LostLink[] = [];
  for (const source of sources) {
    if (!hasLink(source) || !isComparable(source.unit)) continue;
    const instead = standIn(source, sources, targets, context);
    if (instead) {
      targets.delete(instead.target);
      changed.push({ source, target: instead.target, change: instead.change });
    } else missing.push({ source, isRepeated: source.unit!.target.some((block) => block.links.some((link) => link.key === source.key)) });
    sources.delete(source);
  }
  const known = new Set(context.source.blocks.flatMap((block) => block.links.map((link) => link.key)));
  const added = [...targets].filter(hasLink).filter((target) => isComparable(target.unit) && !known.has(target.key));
  return { missing, changed: oncePerAddress(changed), added };
});

function hasLink(placed: PlacedLink): placed is PlacedLink & { readonly link: Link } {
  return placed.link !== undefined;
}

function isComparable(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.state === 'translated' || unit.state === 'moved') && unit.confidence >= leastConfidence;
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
  const sources = new Set(linksOf(context.source, context.units.ofSource));
  const seen = linksOf(context.target, context.units.ofTarget).filter((placed) => !isInsideBroken(placed, context));
  const targets = new Set([...seen, ...brokenOnes(context), ...spacedReferences(context)]);
  const matched: [PlacedLink, PlacedLink][] = [];
  const match = (place: Place, fits: Fits): void => {
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
  match(unit, sameKey);
  match(unit, samePage);
  match(unit, sameSite);
  match(item, (s, t) => isComparable(s.unit) && sameKey(s, t));
  match(item, (s, t) => isComparable(s.unit) && samePage(s, t));
  match(key, (s) => isComparable(s.unit));
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
  return link.url === '' ? link.key : linkKey(repairedAddress(link.url));
}

/** Links with mistyped brackets count as present: their brackets are reported, not their loss. */
function brokenOnes({ target, units }: PairContext): PlacedLink[] {
  return brokenLinks(target).flatMap(({ url, isLink, block }) =>
    url === undefined || isLink ? [] : [{ link: undefined, key: linkKey(url), block, unit: units.ofTarget[block.index] }],
  );
}

/** Of a link with mistyped brackets Markdown may still see the bare address, or a part of it. */
function isInsideBroken({ link, block }: PlacedLink, { target }: PairContext): boolean {
  return link?.form === 'bare' && brokenLinks(target).some((broken) => broken.block === block && overlaps(broken.span, link.span));
}

/** `[words] [label]`: kramdown takes the space, CommonMark does not. Either way the link was not lost. */
function spacedReferences({ target, source, units }: PairContext): PlacedLink[] {
  const urls = new Map([...source.definitions, ...target.definitions].map(({ label, url }) => [label, url]));
  return target.blocks.flatMap((block) =>
    Array.from(proseOf(target, block, 'hide links').matchAll(/\][ \n]\s*\[([^[\]\0]+)\]/g), ([, written]) => {
      const label = normaliseLabel(written!);
      const url = urls.get(label);
      return { link: undefined, key: url === undefined ? `[${label}]` : linkKey(url), block, unit: units.ofTarget[block.index] };
    }),
  );
}

function itemOf(placed: PlacedLink, context: PairContext): number | undefined {
  const block = placed.unit?.source[0];
  return block && itemOfSource(context, block);
}

/** What stands in the translation's unit in the place of a link of the source, if that can be told. */
function standIn(source: PlacedLink & { readonly link: Link }, sources: ReadonlySet<PlacedLink>, targets: ReadonlySet<PlacedLink>, context: PairContext):
{ target: PlacedLink & { readonly link: Link }; change: LinkChange } | undefined {
  const inUnit = [...targets].filter(hasLink).filter((target) => target.unit === source.unit);
  const isSole = inUnit.length === 1 && [...sources].filter((other) => other.unit === source.unit).length === 1;
  let best: { target: PlacedLink & { readonly link: Link }; change: LinkChange; score: number } | undefined;
  for (const target of inUnit) {
    const alike = sameSite(source.link, target.link) ? likeness(source.key, target.key) : 0;
    const sameWords = source.link.text !== '' && fold(source.link.text) === fold(target.link.text);
    const score = alike + (sameWords ? 1 : 0) + (isSole ? 0.5 : 0);
    if (score >= 0.5 && (!best || score > best.score)) best = { target, change: changeOf(source.link, target.link, alike, context), score };
  }
  return best;
}

function changeOf(source: Link, target: Link, alike: number, context: PairContext): LinkChange {
  if (isAddressDamaged(target.url, source.url)) return 'damaged';
  if (alike >= rewrittenLikeness && digitsOf(source.key) === digitsOf(target.key) && segments(source.key) === segments(target.key)) return 'rewritten';
  if (namesLocale(target.url, context.targetLocale)) return 'localised';
  return alike > 0 ? 'sameSite' : 'other';
}

function sameSite(source: Link, target: Link): boolean {
  const host = hostOf(source.url);
  return host !== undefined && host === hostOf(target.url);
}

/** Numbers name pages: two addresses that differ in them lead to two pages on purpose. */
function digitsOf(key: string): string {
  return (key.match(/\d+/g) ?? []).join(' ');
}

function segments(key: string): number {
  return key.split('/').length;
}

/** Two references to one definition with a wrong address are one problem. */
function oncePerAddress(changed: readonly ChangedLink[]): ChangedLink[] {
  const seen = new Set<number | string>();
  return changed.filter(({ target, change }) => {
    const place = (change === 'undefined' ? target.link.label : target.link.urlSpan?.start) ?? target.link.span.start;
    return seen.size < seen.add(place).size;
  });
}
