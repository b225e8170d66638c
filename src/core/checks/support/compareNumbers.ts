// Numbers of source and translation, matched unit by unit.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import { maySaySame, numbersIn, type NumberInText } from '../../text/numbers.js';
import { maySay } from '../../text/numberWords.js';
import { oncePerBlock } from '../../text/remember.js';
import { overlaps, type Span } from '../../text/span.js';
import { fold } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { compareDates, hasDates, isGregorian } from './compareDates.js';
import { areCompared, perComparedUnit, type ComparedUnit } from './comparedUnits.js';
import { compareLinks } from './links.js';
import { oncePer } from './memo.js';
import { readable, type Readable } from './readable.js';

/** A number and the text that it stands in. */
export interface PlacedNumber {
  readonly number: NumberInText;
  readonly readable: Readable;
}

export interface ChangedNumber {
  readonly source: PlacedNumber;
  readonly target: PlacedNumber;
}

export interface LostNumber {
  readonly source: PlacedNumber;
  readonly unit: Unit;
}

export interface NumberComparison {
  readonly changed: readonly ChangedNumber[];
  readonly missing: readonly LostNumber[];
}

/** Smaller numbers are left out, or told in words, as the language wants it. */
const smallestMissing = 13;
/** How far away, in units, a number may have moved with its sentence. */
const reach = 2;

/** Compares the numbers of all units; only single ones, for which nothing else can be the cause. */
export const compareNumbers = oncePer((context: PairContext): NumberComparison => {
  const uneven = new Map(unevenUnits(context).map((one) => [one.unit.index, one]));
  const compared = areCompared(context);
  const changed: ChangedNumber[] = [];
  const missing: LostNumber[] = [];
  // A sentence may stand in the next unit, where paragraphs were cut in other places.
  const isNearby = ({ number }: PlacedNumber, index: number, side: 'source' | 'target'): boolean => {
    for (let near = Math.max(0, index - reach); near <= index + reach; near++) {
      const found =
        near === index
          ? []
          : compared[near]
            ? (uneven.get(near)?.[side === 'source' ? 'lost' : 'added'] ?? [])
            : numbersOfUnit(context, near, side);
      if (found.some((other) => maySaySame(other.number, number))) return true;
    }
    return false;
  };
  for (const [index, { unit, lost, rarer, added }] of uneven) {
    const [source, target] = [lost[0] ?? rarer[0], added[0]];
    if (
      !source ||
      rarer.length > 1 ||
      added.length > 1 ||
      source.number.isLoose ||
      isNearby(source, index, 'target') ||
      isInLostLink(context, source)
    )
      continue;
    if (!target) {
      if (
        lost.length === 1 &&
        isSureToStay(source.number, context) &&
        !isShownElsewhere(source.number, unit) &&
        !isInDate(context, source.number, index)
      )
        missing.push({ source, unit: unit.unit });
    } else if (!target.number.isLoose && !isNearby(target, index, 'source') && isSameKind(source.number, target.number))
      changed.push({ source, target });
  }
  return { changed, missing };
});

interface LeftOver {
  /** Of the source, and nowhere in the translation’s unit. */
  readonly lost: readonly PlacedNumber[];
  /** Of the source, and not as often in the translation. */
  readonly rarer: readonly PlacedNumber[];
  readonly added: readonly PlacedNumber[];
}

/** The units in which a side has numbers that the other says neither in digits nor in words. */
const unevenUnits = perComparedUnit((unit, context): readonly (LeftOver & { readonly unit: ComparedUnit })[] => {
  const left = leftOver(unit, context, hasDates(unit, context) ? compareDates(context).spans : new Map());
  return left.lost.length + left.rarer.length + left.added.length > 0 ? [{ unit, ...left }] : [];
});

/** @param spans the places of dates, whose digits are no numbers */
function leftOver(unit: ComparedUnit, context: PairContext, spans: ReadonlyMap<Block, readonly Span[]>): LeftOver {
  const sources = numbersOf(unit.source, context.sourceLocale, spans);
  const targets = numbersOf(unit.target, context.targetLocale, spans);
  const left = new Set(targets);
  let lost = sources.filter((source) => !take(left, source));
  // Several small numbers may stand in the place of what looks like one with a space in it.
  for (const one of [...left]) if (one.number.parts.length > 0) lost = withParts(one, lost, left);
  lost = lost.filter(
    ({ number, readable: at }) =>
      number.parts.length === 0 || !number.parts.every((part) => take(left, { number: part, readable: at })),
  );
  const known = (side: readonly PlacedNumber[], number: NumberInText): boolean =>
    side.some((other) => maySaySame(other.number, number));
  const rarer = lost.filter(({ number }) => !isInWords(number, unit.target, context.targetLocale));
  const added = [...left].filter(
    ({ number }) => !known(sources, number) && !isInWords(number, unit.source, context.sourceLocale),
  );
  return { lost: rarer.filter(({ number }) => !known(targets, number)), rarer, added };
}

function take(left: Set<PlacedNumber>, source: PlacedNumber): boolean {
  for (const target of left) {
    if (!maySaySame(source.number, target.number)) continue;
    left.delete(target);
    return true;
  }
  return false;
}

function withParts(target: PlacedNumber, lost: readonly PlacedNumber[], left: Set<PlacedNumber>): PlacedNumber[] {
  const matched = target.number.parts.map((part) => lost.find((source) => maySaySame(source.number, part)));
  if (matched.some((one) => one === undefined)) return [...lost];
  left.delete(target);
  return lost.filter((source) => !matched.includes(source));
}

function numbersOf(
  readables: readonly Readable[],
  locale: string | undefined,
  dates: ReadonlyMap<Block, readonly Span[]>,
): PlacedNumber[] {
  return readables.flatMap((one) =>
    numbersWithin(one.block, one, locale)
      .filter(({ digits }) => !dates.get(one.block)?.some((span) => overlaps(span, digits)))
      .map((number) => ({ number, readable: one })),
  );
}

const numbersWithin = oncePerBlock(
  (_block: Block, one: Readable, locale: string | undefined): readonly NumberInText[] =>
    numbersIn(one.text, locale).map((number) => (isNumbering(number, one) ? { ...number, isLoose: true } : number)),
  (_one, locale) => locale ?? '',
);

/** `1.2 Title`: sections are counted by whoever wants to. */
function isNumbering({ digits, raw }: NumberInText, { block, text }: Readable): boolean {
  return (
    block.kind !== 'paragraph' &&
    /^\d{1,2}(?:\.\d{1,2})*$/.test(raw) &&
    /^[\s#*_>\0-]*$/.test(text.slice(0, digits.start))
  );
}

/** Whether a text may say a number in words, or in Roman numerals. */
function isInWords(number: NumberInText, readables: readonly Readable[], locale: string | undefined): boolean {
  const values = [...number.readings, ...number.bases]
    .map(Number)
    .filter((value) => Number.isInteger(value) && value > 0);
  if (values.length === 0 || number.isPercentage) return false;
  if (locale === undefined) return values.some((value) => value <= 1000);
  const text = readables.map((one) => one.text).join('\n');
  const folded = fold(text);
  return values.some(
    (value) =>
      value <= 2 ||
      maySay(value, folded, locale) ||
      (value < 40 && new RegExp(`(?<![\\p{L}\\p{N}])${roman(value)}(?![\\p{Lu}\\p{N}])`, 'u').test(text)),
  );
}

function roman(value: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return 'X'.repeat(Math.floor(value / 10)) + ones[value % 10]!;
}

/** All numbers of one side of a unit that is not compared. */
function numbersOfUnit(
  { alignment, source, target, sourceLocale, targetLocale }: PairContext,
  index: number,
  side: 'source' | 'target',
): PlacedNumber[] {
  const [issue, locale] = side === 'source' ? [source, sourceLocale] : [target, targetLocale];
  return numbersOf(alignment.units[index]?.[side].map((block) => readable(issue, block)) ?? [], locale, new Map());
}

/** A number in the words of a link that was lost went with it. */
function isInLostLink(context: PairContext, { number, readable: { block, place } }: PlacedNumber): boolean {
  const { missing, changed } = compareLinks(context);
  const link = block.links.find(({ span }) => overlaps(span, place(number.digits)));
  return (
    link !== undefined &&
    (missing.some(({ source }) => source.link === link) ||
      changed.some(({ source, change }) => source.link === link && change === 'undefined'))
  );
}

/** Whether a version, code or an address that readers see has the number: `1.2` may be `v1.2`, and `#117` `https://place.example/pull/117`. */
function isShownElsewhere({ raw }: NumberInText, { unit }: ComparedUnit): boolean {
  if (
    unit.target.some(({ text }) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}.]+/u)
        .some((word) => word.replace(/\.$/, '') === `v${raw}`),
    )
  )
    return true;
  if (unit.target.some(({ code }) => code.some((one) => one.toLowerCase().includes(raw)))) return true;
  return unit.target.some(({ links }) =>
    links.some(
      ({ form, url }) =>
        (form === 'bare' || form === 'autolink') && [...url.matchAll(/\d+/g)].some(([digits]) => digits === raw),
    ),
  );
}

/** Whether the translation has the number in a date: of “21st to 22nd May” the first is none, of “21 y 22 de mayo” it is. */
function isInDate(context: PairContext, number: NumberInText, index: number): boolean {
  return (
    /^\d{1,2}$/.test(number.raw) &&
    numbersOfUnit(context, index, 'target').some((other) => maySaySame(other.number, number))
  );
}

/** Whether one of two numbers can have been put for the other: both years or neither, both versions or neither. */
function isSameKind(a: NumberInText, b: NumberInText): boolean {
  const isVersion = ({ raw }: NumberInText): boolean => /^\d+(?:\.\d+){2,}/.test(raw);
  const isYear = ({ raw }: NumberInText): boolean => /^(?:19|20)\d\d$/.test(raw);
  if (isYear(a) !== isYear(b)) return lookAlike(a, b) && !a.isMultiplied && !b.isMultiplied;
  return isVersion(a) === isVersion(b) || a.raw.startsWith(b.raw) || b.raw.startsWith(a.raw);
}

function hasFraction({ raw }: NumberInText): boolean {
  return /[.,]\d{1,2}$/.test(raw);
}

/** Whether two numbers look like one another: of two that do not, who knows whether the one was put for the other. */
export function lookAlike(a: NumberInText, b: NumberInText): boolean {
  const [one, other] = [digitsOf(a), digitsOf(b)];
  if (hasFraction(a) !== hasFraction(b)) return one === other;
  return one.length === other.length || one.includes(other) || other.includes(one);
}

function digitsOf({ raw, readings, isMultiplied }: NumberInText): string {
  return (isMultiplied ? [...readings][0]! : raw).replace(/\D/g, '');
}

function isSureToStay(number: NumberInText, { targetLocale }: PairContext): boolean {
  const value = Number([...number.readings][0]);
  if (value >= 1900 && value < 2100 && !isGregorian(targetLocale)) return false;
  return number.readings.size > 0 && !(value < smallestMissing && Number.isInteger(value));
}
