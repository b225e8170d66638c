// Anchors of the page at hand: whether it has one, and which one is meant.
import type { Issue } from '../../model.js';
import { anchorKey, anchorsIn, slugsOf, usualAnchor } from '../../site/anchors.js';
import type { PairContext } from '../check.js';
import { likeness } from './addresses.js';
import { oncePer } from './memo.js';

const anchorsOf = oncePer((issue: Issue): ReadonlySet<string> => anchorsIn(issue));
/** What sites with anchors of their own may make of blocks: the beginnings of all. */
const beginnings = oncePer((issue: Issue): readonly string[] => issue.blocks.flatMap(({ text }) => slugsOf(text.slice(0, longest)).map(anchorKey)));
const longest = 200;
const shortest = 3;

/** Whether a page may have a place `anchor`: a heading's, one that the text sets, or one made of the beginning of any block. */
export function hasAnchor(issue: Issue, anchor: string): boolean {
  const key = anchorKey(anchor);
  return anchorsOf(issue).has(key) || (key.length >= shortest && beginnings(issue).some((slug) => slug.startsWith(key)));
}

/** The anchor of the heading that translates the one to which `anchor` leads in the source. */
export function anchorOfCounterpart({ source, target, units }: PairContext, anchor: string): string | undefined {
  const key = anchorKey(anchor);
  const own = source.blocks.find((block) => block.kind === 'heading' && [usualAnchor(block), ...slugsOf(block.text)].some((slug) => anchorKey(slug) === key));
  const other = own && units.ofSource[own.index]?.target.find(({ kind }) => kind === 'heading');
  const made = other && usualAnchor(other);
  return made !== undefined && made !== '' && anchorsOf(target).has(anchorKey(made)) ? made : undefined;
}

const nearlyAlike = 0.75;

/** The anchor of a heading that differs from `anchor` in a slip of the hand alone, if there is one such. */
export function nearestAnchor(issue: Issue, anchor: string): string | undefined {
  const key = anchorKey(anchor);
  const headings = issue.blocks.filter(({ kind }) => kind === 'heading').map((block) => usualAnchor(block)).filter(Boolean);
  const near = headings.filter((slug) => likeness(anchorKey(slug), key) >= nearlyAlike);
  return near.length === 1 ? near[0] : undefined;
}
