// Anchors of the page at hand: whether it has one, and which one is meant.
import type { Block, Issue } from '../../model.js';
import { anchorKey, anchorsIn, slugsOf, usualAnchor } from '../../site/anchors.js';
import type { PairContext } from '../check.js';
import { likeness } from './addresses.js';
import { oncePer } from './memo.js';

const anchorsOf = oncePer((issue: Issue): ReadonlySet<string> => anchorsIn(issue));
/** What sites with anchors of their own may make of blocks: the beginnings of all. */
const beginnings = oncePer((issue: Issue): readonly string[] =>
  issue.blocks.flatMap(({ text }) => slugsOf(text.slice(0, longest)).map(anchorKey)),
);
const longest = 200;
const shortest = 3;

/** Whether a page may have a place `anchor`: a heading's, one that the text sets, or one made of the beginning of any block. */
export function hasAnchor(issue: Issue, anchor: string): boolean {
  const key = anchorKey(anchor);
  return (
    anchorsOf(issue).has(key) || (key.length >= shortest && beginnings(issue).some((slug) => slug.startsWith(key)))
  );
}

/** The anchor of the heading that translates the one to which `anchor` leads in the source. */
export function anchorOfCounterpart({ source, target, units }: PairContext, anchor: string): string | undefined {
  const key = anchorKey(anchor);
  const [own] = headingsAt(source, key);
  const other = own && units.ofSource[own.index]?.target.find(({ kind }) => kind === 'heading');
  const made = other && usualAnchor(other);
  return made !== undefined && made !== '' && anchorsOf(target).has(anchorKey(made)) ? made : undefined;
}

/** Whether one of two addresses, both of places within their page, is of a place that the page does not have: it leads nowhere, and to no other place. */
export function isNoPlace(own: string, other: string, { source, target }: PairContext): boolean {
  return own.startsWith('#') && other.startsWith('#') && !(hasAnchor(target, own) && hasAnchor(source, other));
}

/** Whether two links within a page, each given by its address, lead to one place: to a heading and its translation. */
export function isSamePlace(own: string, other: string, context: PairContext): boolean {
  if (!own.startsWith('#') || !other.startsWith('#')) return false;
  const [heading] = headingsAt(context.source, anchorKey(other));
  return (
    heading !== undefined &&
    headingsAt(context.target, anchorKey(own)).some(({ index }) =>
      context.units.ofTarget[index]?.source.includes(heading),
    )
  );
}

function headingsAt({ blocks }: Issue, key: string): Block[] {
  return blocks.filter(
    (block) =>
      block.kind === 'heading' && [usualAnchor(block), ...slugsOf(block.text)].some((slug) => anchorKey(slug) === key),
  );
}

const nearlyAlike = 0.75;

/** The anchor of a heading that differs from `anchor` in a slip of the hand alone, if there is one such. */
export function nearestAnchor(issue: Issue, anchor: string): string | undefined {
  const key = anchorKey(anchor);
  const headings = issue.blocks
    .filter(({ kind }) => kind === 'heading')
    .map((block) => usualAnchor(block))
    .filter(Boolean);
  const near = headings.filter((slug) => likeness(anchorKey(slug), key) >= nearlyAlike);
  return near.length === 1 ? near[0] : undefined;
}
