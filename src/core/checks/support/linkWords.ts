// Which words of a translation a lost link belongs on.
import type { Block, Issue, Link } from '../../model.js';
import { oncePerBlock, oncePerText } from '../../text/remember.js';
import { overlaps, type Span } from '../../text/span.js';
import { fold, unspaced, wordsOf, type Word } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { compareLinks, type KnownLink } from './links.js';
import { hidden, proseOf } from './mask.js';

/**
 * The words that `lost` belongs on, in a unit's `blocks`: the link's own, a name or a number from among them, what the
 * translator puts this link on elsewhere, or words that are spelt alike. Undefined where none is found, or too many.
 *
 * @param taken places that other links are to have
 */
export function wordsFor(context: PairContext, lost: KnownLink, blocks: readonly Block[], taken: readonly Span[]): Span | undefined {
  const { link } = lost;
  if (link.text === '' || link.form === 'bare' || link.form === 'autolink') return undefined;
  const texts = blocks.map((block): Text => ({ block, ...proseWithWords(block, context.target) }));
  const wanted = wordsOf(link.text).map(({ text }) => text);
  const telling = wanted.filter((word) => isTelling(word, context));
  const room = roomFor(lost, context);
  const free = (places: readonly Span[]): Span[] => places.filter((place) => !taken.some((other) => overlaps(place, other)));
  const inRoom = (places: readonly Span[]): Span[] => places.filter(({ start, end }) => start >= room.start && end <= room.end);
  /** A word that stands several times gets the link at its first place, as newsletters do. */
  const first = (places: readonly Span[]): Span | undefined => inRoom(places)[0] ?? places[0];
  /** What is only likely has to be between the right links, or the only one of its kind. */
  const likely = (places: readonly Span[]): Span | undefined => inRoom(places)[0] ?? (places.length === 1 ? places[0] : undefined);
  return (
    first(free(runsOf(texts, wanted))) ??
    first(free(telling.length > 0 && telling.length < wanted.length ? runsOf(texts, telling) : [])) ??
    likely(free(customaryWords(context, link).flatMap((words) => runsOf(texts, words)))) ??
    likely(free(cognateRuns(texts, wanted)))
  );
}

interface Text {
  readonly block: Block;
  readonly prose: string;
  readonly words: readonly FoldedWord[];
}

interface FoldedWord extends Word {
  readonly folded: string;
}

const proseWithWords = oncePerBlock((block: Block, issue: Issue) => {
  const prose = proseOf(issue, block, 'hide links');
  return { prose, words: wordsOf(prose).map((word) => ({ ...word, folded: fold(word.text) })) };
});

/** A name, a number, an acronym: a word that comes through a translation as it is. */
function isTelling(word: string, { vocabulary }: PairContext): boolean {
  const isMarked = /\p{N}/u.test(word) || /.\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !vocabulary.isOrdinary(word));
  return isMarked && (word.length >= 3 || /\p{N}/u.test(word)) && !/^\p{N}$/u.test(word);
}

/** Where the words stand one behind the other, nothing but spaces, hyphens or quotation marks between them. */
function runsOf(texts: readonly Text[], wanted: readonly string[]): Span[] {
  if (wanted.length === 0) return []; // a link on nothing but signs
  const folded = wanted.map(fold);
  return texts.flatMap((text) =>
    text.words.flatMap((word, i) => {
      const last = text.words[i + folded.length - 1];
      const isThere = last !== undefined && folded.every((one, k) => one === text.words[i + k]!.folded);
      return isThere ? placeIn(text, word, last) : [];
    }),
  );
}

/** The place from one word to another, unless markup stands between them or an address is around them. */
function placeIn({ block, prose }: Text, first: Word, last: Word): Span[] {
  const span = { start: first.start, end: last.start + last.text.length };
  const between = prose.slice(span.start, span.end);
  if (/[[\]\n*_`]/.test(between) || between.includes(hidden) || isInsideAddress(prose, span)) return [];
  return [{ start: block.span.start + span.start, end: block.span.start + span.end }];
}

const longestAddress = 200;

function isInsideAddress(prose: string, { start, end }: Span): boolean {
  const before = /(?<!\S)\S*$/.exec(prose.slice(Math.max(0, start - longestAddress), start))![0];
  const behind = /^\S*/.exec(prose.slice(end, end + longestAddress))![0];
  const isBeforeClosing = /^[^[\n]{0,100}\]/.test(prose.slice(end, end + longestAddress));
  return isBeforeClosing || /:\/\/|www\.|@|\[$|^\[[^\]]*$/.test(before) || /^[@/]|^\.\p{L}/u.test(behind);
}

/** From the link of the translation before which the lost one stood to the one behind which it did; all, where that is no order. */
function roomFor(lost: KnownLink, context: PairContext): Span {
  const counterparts = new Map(compareLinks(context).matched.flatMap(([source, target]) => (source.unit === lost.unit ? [[source.link, target.link]] : [])));
  const links = lost.unit!.source.flatMap((block) => block.links);
  const at = links.indexOf(lost.link);
  const before = links.slice(0, at).flatMap((link) => counterparts.get(link) ?? []).at(-1);
  const behind = links.slice(at + 1).flatMap((link) => counterparts.get(link) ?? [])[0];
  const room = { start: before?.span.end ?? 0, end: behind?.span.start ?? Number.MAX_SAFE_INTEGER };
  return room.start <= room.end ? room : { start: 0, end: Number.MAX_SAFE_INTEGER };
}

/** The words that the translator puts links on which the source has on the same words, the most usual first. */
function customaryWords(context: PairContext, { text }: Link): string[][] {
  const wanted = foldedOnce(text);
  const counts = new Map<string, number>();
  for (const [{ link: source }, { link: target }] of compareLinks(context).matched) {
    if (source.text === '' || source.form === 'bare' || foldedOnce(source.text) !== wanted) continue;
    const words = wordsOf(target.text).map((word) => fold(word.text)).join('\n');
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words.split('\n'));
}

const foldedOnce = oncePerText(fold);

/** Shorter words are articles and the like. */
const shortestWord = 3;
/** Words that have less in common at their beginning are alike by chance. */
const shortestStem = 4;
/** Of several words so many must be found, and at most so many others may stand among them. */
const foundShare = 0.6;
const othersAmong = 2;

/** Where words stand close together that are spelt like the wanted ones, in any order: `scénarios scriptés` of `scripted scenarios`. */
function cognateRuns(texts: readonly Text[], wanted: readonly string[]): Span[] {
  const stems = [...new Set(wanted.map(fold).filter((word) => word.length >= shortestWord && !unspaced.test(word)))];
  if (stems.length === 0) return [];
  const needed = Math.ceil(stems.length * foundShare);
  return texts.flatMap((text) => {
    const likes = text.words.map((word) => stems.findIndex((stem) => areCognates(stem, word.folded)));
    return text.words.flatMap((word, i) => {
      if (likes[i] === -1) return [];
      const found = new Set<number>();
      let last = i;
      for (let k = i; k < text.words.length && k < i + stems.length + othersAmong; k++) {
        if (likes[k] === -1 || found.has(likes[k]!)) continue;
        found.add(likes[k]!);
        last = k;
      }
      return found.size >= needed ? placeIn(text, word, text.words[last]!) : [];
    });
  });
}

/** Whether two words, folded, begin so much alike that they are one in two languages: `operator`, `operateur`. */
function areCognates(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  let front = 0;
  while (front < Math.min(a.length, b.length) && a[front] === b[front]) front++;
  return front === longest || (front > shortestStem && front >= longest * 0.5) || (front >= shortestStem && front >= longest * 0.65);
}
