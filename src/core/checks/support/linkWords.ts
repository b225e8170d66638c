// Which words of a translation a lost link belongs on.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue, Link } from '../../model.js';
import { commonEnds } from '../../text/ends.js';
import { oncePerBlock, oncePerPlacedBlock, oncePerText } from '../../text/remember.js';
import { overlaps, type Span } from '../../text/span.js';
import { fold, unspaced, wordsOf, type Word } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { compareLinks } from './links.js';
import { hidden, proseOf } from './mask.js';
import type { KnownLink } from './matchLinks.js';
import { oncePer } from './memo.js';

/**
 * The words that `lost` belongs on, in a unit's `blocks`: the link's own, a name or a number from among them, what the
 * translator puts this link on elsewhere, or words that are spelt alike. Undefined where none is found, or too many.
 *
 * @param taken places that other links are to have
 */
export function wordsFor(
  context: PairContext,
  lost: KnownLink,
  blocks: readonly Block[],
  taken: readonly Span[],
): Span | undefined {
  const { link } = lost;
  if (link.text === '' || link.form === 'bare' || link.form === 'autolink') return undefined;
  const wanted = wordsIn(link.text);
  const telling = wanted.filter((word) => isTelling(word, context));
  /** Where blocks have words, by a search that looks at one of them. */
  const placesOf = (search: typeof runsOf, words: readonly string[]): Span[] =>
    words.length === 0 ? [] : blocks.flatMap((block) => search(block, context.target, words)); // a link on nothing but signs
  const room = roomFor(lost, context);
  const free = (places: readonly Span[]): Span[] =>
    places.filter((place) => !taken.some((other) => overlaps(place, other)));
  const inRoom = (places: readonly Span[]): Span[] =>
    places.filter(({ start, end }) => start >= room.start && end <= room.end);
  /** A word that stands several times gets the link at its first place, as newsletters do. */
  const first = (places: readonly Span[]): Span | undefined => inRoom(places)[0] ?? places[0];
  /** What is only likely has to be between the right links, or the only one of its kind. */
  const likely = (places: readonly Span[]): Span | undefined =>
    inRoom(places)[0] ?? (places.length === 1 ? places[0] : undefined);
  return (
    first(free(placesOf(runsOf, wanted))) ??
    first(free(telling.length > 0 && telling.length < wanted.length ? placesOf(runsOf, telling) : [])) ??
    likely(free(customaryWords(context, link).flatMap((words) => placesOf(runsOf, words)))) ??
    likely(free(placesOf(cognateRuns, wanted)))
  );
}

/** A block's prose; places count from the block's beginning. */
interface Text {
  readonly prose: string;
  readonly words: readonly FoldedWord[];
}

interface FoldedWord extends Word {
  readonly folded: string;
}

const wordsIn = oncePerText((text: string): readonly string[] => wordsOf(text).map((word) => word.text));

const proseWithWords = oncePerBlock((block: Block, issue: Issue): Text => {
  const prose = proseOf(issue, block, 'hide links');
  return { prose, words: wordsOf(prose).map((word) => ({ ...word, folded: fold(word.text) })) };
});

/** A name, a number, an acronym: a word that comes through a translation as it is. */
function isTelling(word: string, { vocabulary }: PairContext): boolean {
  const isMarked =
    /\p{N}/u.test(word) || /.\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !vocabulary.isOrdinary(word));
  return isMarked && (word.length >= 3 || /\p{N}/u.test(word)) && !/^\p{N}$/u.test(word);
}

/** Searches for words in a block: what it found is remembered, and moves with the block. */
function remembered(
  search: (text: Text, wanted: readonly string[]) => readonly Span[],
): (block: Block, issue: Issue, wanted: readonly string[]) => readonly Span[] {
  return oncePerPlacedBlock(
    (block: Block, issue: Issue, wanted: readonly string[]) =>
      search(proseWithWords(block, issue), wanted).map(({ start, end }) => ({
        start: block.span.start + start,
        end: block.span.start + end,
      })),
    (_issue, wanted) => wanted.join('\n'),
  );
}

/** Where the words stand one behind the other, nothing but spaces, hyphens or quotation marks between them. */
const runsOf = remembered((text, wanted) => {
  const folded = wanted.map(fold);
  return text.words.flatMap((word, i) => {
    const last = text.words[i + folded.length - 1];
    const isThere = last !== undefined && folded.every((one, k) => one === text.words[i + k]!.folded);
    return isThere ? placeIn(text, word, last) : [];
  });
});

/** The place from one word to another, unless markup stands between them or an address is around them. */
function placeIn({ prose }: Text, first: Word, last: Word): Span[] {
  const span = { start: first.start, end: last.start + last.text.length };
  const between = prose.slice(span.start, span.end);
  if (/[[\]\n*_`]/.test(between) || between.includes(hidden) || isInsideAddress(prose, span)) return [];
  return [span];
}

const longestAddress = 200;

function isInsideAddress(prose: string, { start, end }: Span): boolean {
  const before = /(?<!\S)\S*$/.exec(prose.slice(Math.max(0, start - longestAddress), start))![0];
  const behind = /^\S*/.exec(prose.slice(end, end + longestAddress))![0];
  const isBeforeClosing = /^[^[\n]{0,100}\]/.test(prose.slice(end, end + longestAddress));
  return isBeforeClosing || /:\/\/|www\.|@|\[$|^\[[^\]]*$/.test(before) || /^[@/]|^\.\p{L}/u.test(behind);
}

/** From the link of the translation before which the lost one stood to the one behind which it did; all, where that is no order. */
function roomFor({ unit, link }: KnownLink, context: PairContext): Span {
  const counterparts = counterpartsByUnit(context).get(unit);
  const links = unit!.source.flatMap((block) => block.links);
  const at = links.indexOf(link);
  const before = links
    .slice(0, at)
    .flatMap((one) => counterparts?.get(one) ?? [])
    .at(-1);
  const behind = links.slice(at + 1).flatMap((one) => counterparts?.get(one) ?? [])[0];
  const room = { start: before?.span.end ?? 0, end: behind?.span.start ?? Number.MAX_SAFE_INTEGER };
  return room.start <= room.end ? room : { start: 0, end: Number.MAX_SAFE_INTEGER };
}

/** By the source's unit, the links that have a counterpart, with it. */
const counterpartsByUnit = oncePer((context: PairContext): ReadonlyMap<Unit | undefined, ReadonlyMap<Link, Link>> => {
  const byUnit = new Map<Unit | undefined, Map<Link, Link>>();
  for (const [source, target] of compareLinks(context).matched) {
    const own = byUnit.get(source.unit);
    if (own) own.set(source.link, target.link);
    else byUnit.set(source.unit, new Map([[source.link, target.link]]));
  }
  return byUnit;
});

/** The words that the translator puts links on which the source has on the same words, the most usual first. */
function customaryWords(context: PairContext, { text }: Link): string[][] {
  const counts = customs(context).get(foldedOnce(text)) ?? [];
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words.split('\n'));
}

/** By the words of the source's links, folded, how often the translator puts which ones there. */
const customs = oncePer((context: PairContext): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const all = new Map<string, Map<string, number>>();
  for (const [{ link: source }, { link: target }] of compareLinks(context).matched) {
    if (source.text === '' || source.form === 'bare') continue;
    const words = foldedWords(target.text);
    if (words === '') continue;
    const key = foldedOnce(source.text);
    const counts = all.get(key) ?? new Map<string, number>();
    all.set(key, counts.set(words, (counts.get(words) ?? 0) + 1));
  }
  return all;
});

const foldedWords = oncePerText((text: string): string =>
  wordsOf(text)
    .map((word) => fold(word.text))
    .join('\n'),
);
const foldedOnce = oncePerText(fold);

/** Shorter words are articles and the like. */
const shortestWord = 3;
/** Words that have less in common at their beginning are alike by chance. */
const shortestStem = 4;
/** Of several words so many must be found, and at most so many others may stand among them. */
const foundShare = 0.6;
const othersAmong = 2;

/** Where words stand close together that are spelt like the wanted ones, in any order: `scénarios scriptés` of `scripted scenarios`. */
const cognateRuns = remembered((text, wanted) => {
  const stems = [...new Set(wanted.map(fold).filter((word) => word.length >= shortestWord && !unspaced.test(word)))];
  if (stems.length === 0) return [];
  const needed = Math.ceil(stems.length * foundShare);
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

/** Whether two words, folded, begin so much alike that they are one in two languages: `operator`, `operateur`. */
function areCognates(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const { front } = commonEnds(a, b);
  return (
    front === longest ||
    (front > shortestStem && front >= longest * 0.5) ||
    (front >= shortestStem && front >= longest * 0.65)
  );
}
