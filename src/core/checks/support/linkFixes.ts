// How a lost link comes back: around words that are there, or appended.
import type { Block, Issue, Link } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { shortUrl } from '../../text/url.js';
import { fold, wordsOf } from '../../text/words.js';
import type { DraftFix, PairContext } from '../check.js';
import { definitionEdits } from './definitions.js';
import { hidden, proseOf } from './mask.js';
import type { PlacedLink } from './links.js';
import { quoted } from './words.js';

/** The fixes for a link of the source that its unit in the translation lost, the preferred one first. */
export function linkFixes(context: PairContext, lost: PlacedLink & { readonly link: Link }): DraftFix[] {
  const blocks = (lost.unit?.target ?? []).filter((block) => block.kind !== 'code' && block.kind !== 'html' && block.kind !== 'table');
  const fixes: DraftFix[] = [];
  const wrap = wordsToWrap(context, lost.link, blocks);
  const references = definitionEdits(context, writtenIn(context.source, lost.link));
  if (wrap) {
    const words = context.target.text.slice(wrap.start, wrap.end);
    const edits = [{ span: { start: wrap.start, end: wrap.start }, newText: '[' }, { span: { start: wrap.end, end: wrap.end }, newText: addressPart(context, lost.link) }];
    fixes.push({ title: `Put the link on “${quoted(words, 40)}”`, edits: [...edits, ...references], preferred: true });
  }
  const last = blocks.at(-1);
  if (last) {
    const words = lost.link.text === '' ? '' : ` “${quoted(lost.link.text, 40)}”`;
    const edits = [appendTo(context.target, last, ` ${whole(context, lost.link)}`), ...references];
    fixes.push({ title: `Append the link${words} in the source’s words`, edits, preferred: !wrap });
  }
  return fixes;
}

/** Behind the block's text, but inside the markup that wraps all of a title. */
function appendTo(target: Issue, block: Block, newText: string): Edit {
  const text = target.text.slice(block.span.start, block.span.end);
  const closing = block.kind === 'heading' ? /\s+#+\s*$/.exec(text) : /\\+\s*$/.exec(text);
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
  if (link.form === 'reference') return `][${source.text.slice(link.textSpan.start, link.textSpan.end).replace(/\s+/g, ' ')}]`;
  return `](${link.url})`;
}

/** How messages name where a link leads: its address, or the label of a reference whose definition is elsewhere. */
export function destination(issue: Issue, link: Link): string {
  if (link.url !== '') return shortUrl(link.url);
  const label = /\[([^\]]*)\]$/.exec(writtenIn(issue, link))?.[1]?.replace(/\s+/g, ' ');
  return `[${label || link.text}]`;
}

function writtenIn(issue: Issue, link: Link): string {
  return issue.text.slice(link.span.start, link.span.end);
}

/** Where the unit has the link's words, or a name, a number or an acronym from among them, as plain text. */
function wordsToWrap(context: PairContext, link: Link, blocks: readonly Block[]): Span | undefined {
  if (link.text === '' || link.form === 'bare' || link.form === 'autolink') return undefined;
  const wanted = wordsOf(link.text).map(({ text }) => text);
  const telling = wanted.filter((word) => isTelling(word, context));
  return findWords(context.target, blocks, wanted) ?? (telling.length > 0 && telling.length < wanted.length ? findWords(context.target, blocks, telling) : undefined);
}

/** A name, a number, an acronym: a word that comes through a translation as it is. */
function isTelling(word: string, { vocabulary }: PairContext): boolean {
  const isMarked = /\p{N}/u.test(word) || /.\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !vocabulary.isOrdinary(word));
  return isMarked && (word.length >= 3 || /\p{N}/u.test(word)) && !/^\p{N}$/u.test(word);
}

/** The only place where the words stand one behind the other, nothing but spaces, hyphens or quotation marks between them. */
function findWords(target: Issue, blocks: readonly Block[], wanted: readonly string[]): Span | undefined {
  const places: Span[] = [];
  if (wanted.length === 0) return undefined; // a link on nothing but signs
  for (const block of blocks) {
    const prose = proseOf(target, block, 'hide links');
    const words = wordsOf(prose);
    for (let i = 0; i + wanted.length <= words.length; i++) {
      const last = words[i + wanted.length - 1]!;
      if (!wanted.every((word, k) => fold(word) === fold(words[i + k]!.text))) continue;
      const span = { start: words[i]!.start, end: last.start + last.text.length };
      const between = prose.slice(span.start, span.end);
      if (/[[\]\n]/.test(between) || between.includes(hidden) || /[*_`]/.test(between) || insideAddress(prose, span)) continue;
      places.push({ start: block.span.start + span.start, end: block.span.start + span.end });
    }
  }
  // A word that stands several times gets the link at its first place, as newsletters do.
  return places[0];
}

function insideAddress(prose: string, { start, end }: Span): boolean {
  const before = /\S*$/.exec(prose.slice(0, start))![0];
  const behind = /^\S*/.exec(prose.slice(end))![0];
  return /:\/\/|www\.|@|\[$|^\[[^\]]*$/.test(before) || /^[@/]|^\.\p{L}|^[^[]*\]\(/u.test(behind);
}
