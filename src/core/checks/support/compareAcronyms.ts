// Acronyms and identifiers (NASA, BIP341, GPT-2) of source and translation, matched unit by unit.
import type { Unit } from '../../align/alignment.js';
import { groupBy } from '../../grouped.js';
import type { Block, Issue } from '../../model.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { areCompared } from './comparedUnits.js';
import { oncePer } from './memo.js';
import { keptPerUnit } from './perRow.js';
import { readable } from './readable.js';

/** An acronym or identifier as it stands. */
export interface PlacedAcronym {
  readonly text: string;
  /** Without hyphens, spaces and the s of a plural. */
  readonly key: string;
  /** Letters before a number: `GPT` of `GPT-2`; undefined of an acronym without one. */
  readonly letters: string | undefined;
  readonly span: Span;
}

export interface AcronymComparison {
  /** An identifier in whose place the translation has another number, GPT-3 for GPT-2, or an acronym with another letter. */
  readonly changed: readonly { readonly source: PlacedAcronym; readonly target: PlacedAcronym }[];
  readonly missing: readonly { readonly source: PlacedAcronym; readonly unit: Unit; readonly kept: number }[];
}

const shortest = 3;
/** An acronym that the translation keeps in fewer other units may be one that it has its own words for; a number with it stays in any case. */
const fewestKept = 3;

const acronym =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_’'./-])(?:\p{Lu}[\p{Lu}\p{Ll}]{0,14}[-‑–]\d{1,5}(?:\.\d{1,3})?|\p{Lu}{2,10}\d{1,5}|\p{Lu}[\p{Lu}\d]{2,14})(?:s|’s|'s)?(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]|[./-][\p{L}\p{N}])/gu;

/** Compares the acronyms of all units. Languages have their own for many (OTAN, ADN): the issue itself tells which stay. */
export const compareAcronyms = oncePer((context: PairContext): AcronymComparison => {
  const compared = areCompared(context);
  const units = withAcronyms(context).flatMap(({ row: unit, index, value }) =>
    compared[index] ? [{ unit, ...value }] : [],
  );
  const kept = new Map<string, { kept: number; lost: number }>();
  for (const { sources, target } of units) {
    // “BIP341” keeps “BIP” as well.
    for (const key of new Set(
      sources.flatMap((one) => (one.letters === undefined ? [one.key] : [one.key, one.letters])),
    )) {
      const counts = kept.get(key) ?? { kept: 0, lost: 0 };
      kept.set(key, target.includes(key) ? { ...counts, kept: counts.kept + 1 } : { ...counts, lost: counts.lost + 1 });
    }
  }
  const changed: { source: PlacedAcronym; target: PlacedAcronym }[] = [];
  const missing: { source: PlacedAcronym; unit: Unit; kept: number }[] = [];
  for (const { unit, sources, targets, target } of units) {
    const lost = sources.filter(({ key }) => !target.includes(key));
    const keys = new Set(sources.map(({ key }) => key));
    const fresh = targets.filter(({ key }) => !keys.has(key));
    const lettersOf = ({ letters }: Acronym): string | undefined => letters;
    const [lostWith, freshWith] = [groupBy(lost, lettersOf), groupBy(fresh, lettersOf)];
    for (const source of lost) {
      const counts = kept.get(source.key)!;
      const instead = source.letters === undefined ? [] : (freshWith.get(source.letters) ?? []);
      const mistyped =
        source.letters === undefined && counts.kept >= fewestKept && counts.lost === 1
          ? fresh.filter((one) => hasOneOtherLetter(one.key, source.key) && !kept.has(one.key))
          : [];
      const from = placed(source, unit.source);
      if (mistyped.length === 1) changed.push({ source: from, target: placed(mistyped[0]!, unit.target) });
      else if (instead.length === 1 && lostWith.get(source.letters)?.length === 1)
        changed.push({ source: from, target: placed(instead[0]!, unit.target) });
      else if (
        lost.length === 1 &&
        instead.length === 0 &&
        counts.lost === 1 &&
        counts.kept >= (source.letters === undefined ? fewestKept : 1)
      )
        missing.push({ source: from, unit, kept: counts.kept });
    }
  }
  return { changed, missing };
});

/** An acronym whose span counts from the beginning of a block, and which of its side's blocks that is. */
interface Acronym extends PlacedAcronym {
  readonly at: number;
}

function placed({ at, span, ...one }: Acronym, blocks: readonly Block[]): PlacedAcronym {
  const { start } = blocks[at]!.span;
  return { ...one, span: { start: start + span.start, end: start + span.end } };
}

/** Of the units whose source has acronyms: those of both sides, and the target's text, bare. As it is read: the labels and addresses of links say nothing to anybody. */
const withAcronyms = keptPerUnit((unit, context) => {
  const sources = acronymsOf(unit.source, context.source);
  return sources.length > 0 && unit.target.length > 0
    ? {
        sources,
        targets: acronymsOf(unit.target, context.target),
        target: bare(unit.target.map(({ text }) => text).join('\n')),
      }
    : undefined;
});

function acronymsOf(blocks: readonly Block[], issue: Issue): Acronym[] {
  return oncePerKey(
    blocks.flatMap((block, at) =>
      (block.kind === 'heading' || block.kind === 'title') && isShouted(block.text)
        ? []
        : acronymsIn(readable(issue, block).text, at),
    ),
  );
}

function acronymsIn(text: string, at: number): Acronym[] {
  return Array.from(text.matchAll(acronym), (match) => {
    const own = match[0].replace(/[’']?s$/, '');
    return {
      text: own,
      key: bare(own),
      letters: /^(\p{L}+)[-‑–]?\d+(?:\.\d+)?$/u.exec(own)?.[1],
      at,
      span: { start: match.index, end: match.index + own.length },
    };
  }).filter(
    ({ key }) => key.length >= shortest && !/^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(key),
  );
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

/** What is compared: without hyphens, spaces and zeros in front, as in `BIP 341`, `GPT 2`, `BLIP04`. */
function bare(text: string): string {
  return text.replace(/[-‑–\s.]/gu, '').replace(/(?<=\p{L})0+(?=[1-9])/gu, '');
}

/** Another letter in one place: no acronym of another language looks like that, they have the same letters in another order, or others. */
function hasOneOtherLetter(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1;
}

function oncePerKey(acronyms: readonly Acronym[]): Acronym[] {
  const seen = new Set<string>();
  return acronyms.filter(({ key }) => seen.size < seen.add(key).size);
}
