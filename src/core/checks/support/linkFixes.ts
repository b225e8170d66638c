// How a lost link comes back: around words that are there, or appended.
import type { Block, Issue, Link } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { slice, type Span } from '../../text/span.js';
import { shortUrl } from '../../text/url.js';
import type { DraftFix, PairContext } from '../check.js';
import { definitionEdits } from './definitions.js';
import type { LostLink } from './links.js';
import { proseOf } from './mask.js';
import type { KnownLink } from './matchLinks.js';
import { wordsFor } from './linkWords.js';
import { quoted } from './words.js';

/** The fixes for links of the source that their unit in the translation lost, the preferred one first. */
export function linkFixes(context: PairContext, { source, also }: LostLink): DraftFix[] {
  const blocks = (source.unit?.target ?? []).filter(
    (block) => block.kind !== 'code' && block.kind !== 'html' && block.kind !== 'table',
  );
  const last = blocks.at(-1);
  if (!last) return [];
  const lost = [source, ...also].map(({ link }) => link);
  const places = placesOf(context, [source, ...also], blocks);
  const definitions = definitionEdits(context, lost.map((link) => writtenIn(context.source, link)).join('\n'));
  const append = (links: readonly Link[]): Edit[] =>
    links.length === 0
      ? []
      : [appendTo(context.target, last, links.map((link) => ` ${whole(context, link)}`).join(''))];
  const appending: DraftFix = {
    title: appendTitle(lost),
    edits: [...append(lost), ...definitions],
    preferred: places.size === 0,
  };
  if (places.size === 0) return [appending];
  const wrapping = [...places].flatMap(([link, place]) => wrapped(context, link, place));
  const edits = [...wrapping, ...append(lost.filter((link) => !places.has(link))), ...definitions];
  const words = [...places.values()].map((place) => `“${quoted(slice(context.target.text, place), 40)}”`);
  const title =
    lost.length > 1
      ? `Put the links on ${words.join(' and ')}${places.size < lost.length ? ', append the rest' : ''}`
      : `Put the link on ${words[0]!}`;
  return [{ title, edits, preferred: true }, appending];
}

const scheme = /^(?:https?:)?\/\//i;

/** Where a unit of the translation has a lost link's address without its scheme, as running text. */
export function bareAddress(context: PairContext, { source: { link, unit } }: LostLink): Span | undefined {
  if ((link.form !== 'bare' && link.form !== 'autolink') || !/^https?:/i.test(link.url)) return undefined;
  const address = link.url.replace(scheme, '').replace(/(?<!\/)\/+$/, '');
  if (address === '') return undefined;
  for (const block of unit?.target ?? []) {
    const prose = proseOf(context.target, block, 'hide links');
    for (let at = prose.indexOf(address); at >= 0; at = prose.indexOf(address, at + 1)) {
      const slash = prose[at + address.length] === '/' ? 1 : 0;
      const isWhole =
        !/[\p{L}\p{N}/@._-]$/u.test(prose.slice(Math.max(0, at - 1), at)) &&
        !/^(?:[\p{L}\p{N}/@_-]|[.?#&=][\p{L}\p{N}])/u.test(
          prose.slice(at + address.length + slash, at + address.length + slash + 2),
        );
      if (isWhole) return { start: block.span.start + at, end: block.span.start + at + address.length + slash };
    }
  }
  return undefined;
}

/** `https://` of an absolute address. */
export function schemeOf({ url }: Link): string {
  return scheme.exec(url)?.[0] ?? '';
}

/** Makes the address at `place` the link that it is in the source. */
export function completedAddress(link: Link, place: Span): DraftFix {
  const missing = `${link.form === 'autolink' ? '<' : ''}${schemeOf(link)}`;
  const edits: Edit[] = [{ span: { start: place.start, end: place.start }, newText: missing }];
  if (link.form === 'autolink') edits.push({ span: { start: place.end, end: place.end }, newText: '>' });
  return { title: `Put ${schemeOf(link)} before it`, edits, preferred: true, safe: true };
}

function appendTitle([first, ...others]: readonly Link[]): string {
  if (others.length > 0) return 'Append the links in the source’s words';
  return `Append the link${first!.text === '' ? '' : ` “${quoted(first!.text, 40)}”`} in the source’s words`;
}

function placesOf(context: PairContext, lost: readonly KnownLink[], blocks: readonly Block[]): Map<Link, Span> {
  const places = new Map<Link, Span>();
  for (const one of lost) {
    const place = wordsFor(context, one, blocks, [...places.values()]);
    if (place) places.set(one.link, place);
  }
  return places;
}

function wrapped(context: PairContext, link: Link, { start, end }: Span): Edit[] {
  return [
    { span: { start, end: start }, newText: '[' },
    { span: { start: end, end }, newText: addressPart(context, link) },
  ];
}

/** Behind the block's text, but inside the markup that wraps all of a title. */
function appendTo(target: Issue, block: Block, newText: string): Edit {
  const text = target.text.slice(block.span.start, block.span.end);
  const closing = block.kind === 'heading' ? /(?<!\s)\s+#+\s*$/.exec(text) : /(?<!\\)\\+\s*$/.exec(text);
  const at = block.span.start + (closing?.index ?? text.length);
  return { span: { start: at, end: at }, newText };
}

/** The link as it is to stand in the translation, in the source's words. */
function whole(context: PairContext, link: Link): string {
  const written = writtenIn(context.source, link);
  if (link.form !== 'html') return written.replace(/\s+/g, ' ');
  const words = link.text === '' ? link.url : link.text;
  return `[${words}](${link.url})`;
}

/** What follows the words: `](address)` or `][label]`. */
function addressPart({ source }: PairContext, link: Link): string {
  const behind = source.text.slice(link.textSpan.end, link.span.end);
  const written = /\](?:\(.*\)|\[.+\])$/s.exec(behind)?.[0];
  if (written && (link.form === 'inline' || link.form === 'reference')) return written.replace(/\s+/g, ' ');
  if (link.form === 'reference')
    return `][${source.text.slice(link.textSpan.start, link.textSpan.end).replace(/\s+/g, ' ')}]`;
  return `](${link.url})`;
}

/** How messages name where a link leads: its address, or the label of a reference whose definition is elsewhere. */
export function destination(issue: Issue, link: Link): string {
  if (link.url !== '') return shortUrl(link.url) || link.url;
  return `[${referenceLabel(issue, link) ?? link.text}]`;
}

/** The label of a reference as it is written, on one line; undefined for another form of link. */
export function referenceLabel(issue: Issue, link: Link): string | undefined {
  if (link.form !== 'reference') return undefined;
  const label = /\[([^[\]]*)\]$/.exec(writtenIn(issue, link))?.[1];
  return (label || slice(issue.text, link.textSpan)).replace(/\s+/g, ' ');
}

function writtenIn(issue: Issue, link: Link): string {
  return issue.text.slice(link.span.start, link.span.end);
}
