// What became of a link that leads elsewhere than the source's: an accident, a decision, or one cannot tell.
import type { Link } from '../../model.js';
import { hostOf } from '../../text/url.js';
import type { PairContext } from '../check.js';
import { isAddressDamaged, isNoAddress, likeness, namesLocale } from './addresses.js';
import { isNoPlace } from './anchors.js';
import { isComplete } from './definitions.js';

/**
 * `damaged`: the source's address after an accident. `rewritten`: nearly the source's, as when its words were
 * translated. `empty`: no address at all. `undefined`: a reference that nothing defines. `label`: a reference to
 * another label. `localised`: another page, in the translation's language. `mirror`: the same path on another host.
 * `sameSite`: another page of the same host.
 */
export type LinkChange =
  'damaged' | 'rewritten' | 'empty' | 'undefined' | 'label' | 'localised' | 'mirror' | 'sameSite' | 'other';

/** From this likeness on, two addresses of one site are one address rewritten. */
const rewrittenLikeness = 0.7;

/** How alike two addresses of one site are, 0 to 1; 0 for two sites. */
export function alikeness(source: Link, target: Link): number {
  return isSameSite(source.url, target.url) ? likeness(source.key, target.key) : 0;
}

/** What became of `source`, in whose place `target` stands; undefined if the source's own address was the accident. */
export function changeOf(source: Link, target: Link, context: PairContext): LinkChange | undefined {
  if (target.url === '')
    return target.form !== 'reference'
      ? 'empty'
      : source.url !== '' && isComplete(context.target)
        ? 'undefined'
        : 'label';
  if (leadsNowhere(source) || isNoPlace(target.url, source.url, context)) return undefined;
  if (source.url === '') return namesLocale(target.url, context.targetLocale) ? 'localised' : 'other';
  if (isAddressDamaged(target.url, source.url)) return 'damaged';
  if (isRewritten(source, target)) return 'rewritten';
  if (namesLocale(target.url, context.targetLocale)) return 'localised';
  if (isMirror(source.key, target.key)) return 'mirror';
  return alikeness(source, target) > 0 ? 'sameSite' : 'other';
}

/** Rewritten in the middle: what only lost its end, or was added to, can be another page on purpose. */
function isRewritten(source: Link, target: Link): boolean {
  const isLike =
    alikeness(source, target) >= rewrittenLikeness &&
    digitsOf(source.key) === digitsOf(target.key) &&
    segments(source.key) === segments(target.key);
  return isLike && !source.key.startsWith(target.key) && !target.key.startsWith(source.key);
}

/** Whether a link of the source has no address, or none that can be one: there is nothing that the translation could lose. */
export function leadsNowhere({ url, form }: Link): boolean {
  return isNoAddress(url) || (url === '' && form !== 'reference');
}

function isSameSite(source: string, target: string): boolean {
  const host = hostOf(source);
  return host === undefined
    ? source.startsWith('/') && target.startsWith('/') && hostOf(target) === undefined
    : host === hostOf(target);
}

/** Shorter paths are the same by chance. */
const shortestPath = 8;

function isMirror(source: string, target: string): boolean {
  const path = pathOf(source);
  return path.length >= shortestPath && path === pathOf(target);
}

function pathOf(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? '' : key.slice(slash);
}

/** Numbers name pages: two addresses that differ in them lead to two pages on purpose. */
export function digitsOf(key: string): string {
  return (key.match(/\d+/g) ?? []).join(' ');
}

function segments(key: string): number {
  return key.split('/').length;
}
