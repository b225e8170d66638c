// Which units of a translation lag behind their source, and by what. The method is in docs/stale.md.
import type { Alignment, Unit } from '../align/alignment.js';
import { addTo } from '../grouped.js';
import type { Block, Issue } from '../model.js';
import { oncePerBlock } from '../text/remember.js';
import { changesBetween, type Change } from './difference.js';
import { changedSince, fingerprintsOf, markedInFile } from './fileMark.js';
import { originsOf, type Origin } from './match.js';
import { evened, type PairPast, type PastBlock, type PastText } from './past.js';
import { touchedAt } from './touched.js';
import { fingerprintOf, keyOf, tokensOf } from './words.js';

/** `changed`: says something else; `typo`: spelling, grammar, punctuation, case; `markup`: reads the same. */
export type StaleKind = 'changed' | 'typo' | 'markup';

/** What became of a block of the source. */
export interface ChangedBlock {
  readonly block: Block;
  /** As a reader saw it before; undefined if it is new in its unit, or if nobody knows. */
  readonly before: string | undefined;
  /** Between `before` and `block.text`, in which their spans count; empty where that would say nothing. */
  readonly changes: readonly Change[];
}

/** A translated unit whose source has changed since. */
export interface StaleUnit {
  readonly unit: Unit;
  readonly kind: StaleKind;
  /** The day of the last change, e.g. `2026-03-05`; undefined if it is not committed, or not known. */
  readonly date: string | undefined;
  /** `not committed`: the source is being edited; `unknown`: only a mark in the translation tells that it changed. */
  readonly since: 'commit' | 'not committed' | 'unknown';
  readonly blocks: readonly ChangedBlock[];
}

/** How to look. */
export interface StaleOptions {
  /** Whether changes that a translation would not follow are wanted too. */
  readonly all?: boolean;
  /** BCP 47; undefined if it could not be told. */
  readonly sourceLocale?: string | undefined;
}

/** Less sure units say nothing: another paragraph may be the one that was translated. */
const leastConfidence = 0.5;
/** Fewer words than this may stand somewhere else by chance. */
const fewestWords = 6;

/**
 * The units that lag behind, in the order of the alignment. Without `past` only marks in the translation tell.
 */
export function staleUnits(
  { source, target, units }: Alignment,
  past: PairPast | undefined,
  { all = false, sourceLocale }: StaleOptions = {},
): StaleUnit[] {
  const marks = marksOf(target);
  const ofFile = markedInFile(target);
  const changed = past || ofFile.length === 0 ? undefined : changedSince(ofFile, fingerprintsOf(source.blocks));
  if (!past && marks.size === 0 && ofFile.length === 0) return [];
  const copies = countsOfKeys(target);
  const judge = past && judgeKept(source, past, sourceLocale);
  return units.flatMap((unit) => {
    const isTranslated = (unit.state === 'translated' || unit.state === 'moved') && unit.confidence >= leastConfidence;
    if (!isTranslated || !unit.target.some((block) => keyOfBlock(block) !== '')) return [];
    const own = unit.target.flatMap(({ index }) => marks.get(index) ?? []);
    const named = [...own, ...ofFile];
    const behind = unit.source.filter(
      (block) => keyOfBlock(block) !== '' && (named.length === 0 || !named.includes(fingerprintOf(block.text))),
    );
    if (behind.length === 0) return [];
    if (!past || !judge) {
      const marked = own.length > 0 ? behind : behind.filter(({ text }) => changed?.has(fingerprintOf(text)));
      return marked.length === 0
        ? []
        : [
            {
              unit,
              kind: 'changed',
              date: undefined,
              since: 'unknown',
              blocks: marked.map((block) => ({ block, before: undefined, changes: [] })),
            },
          ];
    }
    const touched = unit.target.map((block) =>
      touchedAt(block.text, keyOfBlock(block), copies.get(keyOfBlock(block)) ?? 1, past),
    );
    if (touched.includes(undefined)) return [];
    return judge(unit, behind, Math.min(...(touched as number[])), own, all) ?? [];
  });
}

/** By block the fingerprints that the marks at it name as translated. */
function marksOf({ directives }: Issue): Map<number, string[]> {
  const marks = new Map<number, string[]>();
  for (const { kind, subject, place } of directives) {
    const block = place.in === 'body' ? place.block : undefined;
    if (kind !== 'source' || block === undefined) continue;
    for (const mark of (subject ?? '').split(' ')) addTo(marks, block, mark);
  }
  return marks;
}

function countsOfKeys({ blocks }: Issue): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of blocks) counts.set(keyOfBlock(block), (counts.get(keyOfBlock(block)) ?? 0) + 1);
  return counts;
}

const wordsOfBlock = oncePerBlock(({ text }) => tokensOf(text).map(({ folded }) => folded));
const keyOfBlock = oncePerBlock(({ text }) => keyOf(text));

type Judge = (
  unit: Unit,
  blocks: readonly Block[],
  touched: number,
  marks: readonly string[],
  all: boolean,
) => StaleUnit | undefined;

/** What was found out of a source lasts as long as it is not edited: most key presses are in the translation. */
const judges = new WeakMap<
  PairPast,
  { readonly source: Issue; readonly locale: string | undefined; readonly judge: Judge }
>();

function judgeKept(source: Issue, past: PairPast, locale: string | undefined): Judge {
  const known = judges.get(past);
  if (known?.source === source && known.locale === locale) return known.judge;
  const judge = judgeOf(source, past, locale);
  judges.set(past, { source, locale, judge });
  return judge;
}

function judgeOf(source: Issue, past: PairPast, locale: string | undefined): Judge {
  const today = source.blocks.map(({ kind, text, span }): PastBlock => ({
    kind,
    text,
    raw: evened(source.text.slice(span.start, span.end)),
    key: keyOf(text),
  }));
  const same = new Map<PastText, boolean[]>();
  const origins = new Map<PastText, (Origin | undefined)[]>();
  const changes = new Map<Block, { readonly origin: Origin | undefined; readonly changed: ChangedBlock }>();
  const changedOnce = (block: Block, origin: Origin | undefined): ChangedBlock => {
    const known = changes.get(block);
    if (known && known.origin === origin) return known.changed;
    const changed = changedBlock(block, origin, locale);
    changes.set(block, { origin, changed });
    return changed;
  };
  return (unit, blocks, touched, marks, all) => {
    const then = sourceThen(past, touched, marks);
    if (!then) return undefined;
    if (!same.has(then))
      same.set(
        then,
        today.map(
          ({ key }) =>
            then.keys.has(key) || (key.split(' ').length >= fewestWords && then.running.includes(` ${key} `)),
        ),
      );
    const differing = blocks.filter(({ index }) => !same.get(then)![index]);
    if (differing.length === 0)
      return all
        ? slightlyChanged(
            unit,
            blocks.filter(({ index }) => !isWrittenSo(today[index]!, then)),
            today,
            then,
          )
        : undefined;
    if (!origins.has(then)) origins.set(then, originsOf(then.blocks, today));
    const changed = differing.map((block) => changedOnce(block, origins.get(then)![block.index]));
    // Of a unit of which nothing was there when it was translated, something else was translated then.
    if (changed.every(({ before }) => before === undefined)) return undefined;
    const words = new Set(unit.target.flatMap((block) => wordsOfBlock(block)));
    const open = changed.filter(
      ({ block, changes }) =>
        changes.length === 0 || !changes.every((change) => change.isTypo || isFollowed(change, words, block)),
    );
    if (open.length === 0)
      return all && changed.every(({ changes }) => changes.every(({ isTypo }) => isTypo))
        ? finished(unit, 'typo', changed, then)
        : undefined;
    return finished(unit, 'changed', open, then);
  };

  function finished(unit: Unit, kind: StaleKind, blocks: readonly ChangedBlock[], then: PastText): StaleUnit {
    const dates = blocks.map(({ block }) => changedOn(today[block.index]!, then, past));
    const last = dates.includes(undefined) ? undefined : dates.sort().at(-1);
    return { unit, kind, date: last, since: last === undefined ? 'not committed' : 'commit', blocks };
  }

  function slightlyChanged(
    unit: Unit,
    blocks: readonly Block[],
    now: readonly PastBlock[],
    then: PastText,
  ): StaleUnit | undefined {
    if (blocks.length === 0) return undefined;
    const before = blocks.map((block) => then.blocks.find(({ key }) => key === now[block.index]!.key));
    const isMarkup = blocks.every(
      (block, i) => before[i] === undefined || evened(before[i].text) === evened(block.text),
    );
    return finished(
      unit,
      isMarkup ? 'markup' : 'typo',
      blocks.map((block, i) => ({ block, before: before[i]?.text, changes: [] })),
      then,
    );
  }
}

/**
 * The source that the translator had: what lay beside the translation when it was last touched, or what a mark in it
 * names, whichever is newer. If the source came into the history only later, what it said when it came.
 */
function sourceThen({ target, source }: PairPast, touched: number, marks: readonly string[]): PastText | undefined {
  const beside = target[touched]!.source;
  const marked = marks.length === 0 ? -1 : source.findIndex(({ text }) => hasAll(text, marks));
  if (marked < 0) return beside;
  const ofBeside = source.findIndex(({ text }) => text === beside);
  return ofBeside < 0 || marked < ofBeside ? source[marked]!.text : beside;
}

function hasAll({ blocks }: PastText, fingerprints: readonly string[]): boolean {
  const there = new Set(blocks.map(({ text }) => fingerprintOf(text)));
  return fingerprints.every((fingerprint) => there.has(fingerprint));
}

function isWrittenSo({ key, raw }: PastBlock, then: PastText): boolean {
  return then.blocks.some((block) => block.key === key && block.raw === raw);
}

function changedBlock(block: Block, origin: Origin | undefined, locale: string | undefined): ChangedBlock {
  if (!origin) return { block, before: undefined, changes: [] };
  return {
    block,
    before: origin.block.text,
    changes: origin.isRewritten ? [] : changesBetween(origin.block.text, block.text, locale),
  };
}

/** The day on which the source first said what it says, after `then`; undefined if that is not committed. */
function changedOn({ key, raw }: PastBlock, then: PastText, { source }: PairPast): string | undefined {
  const end = source.findIndex(({ text }) => text === then);
  const since = source.slice(0, end < 0 ? source.length : end);
  const isIn = (text: PastText): boolean =>
    text.keys.has(key) && (!then.keys.has(key) || text.blocks.some((block) => block.key === key && block.raw === raw));
  return since.findLast(({ text }) => isIn(text))?.date;
}

/**
 * Whether the translation has the new words already, and not the old ones: a number, a name. Whoever translates often
 * finds the mistake first.
 */
function isFollowed({ added, removed }: Change, words: ReadonlySet<string>, block: Block): boolean {
  if (added.length === 0 || !added.every(({ folded }) => words.has(folded))) return false;
  const kept = new Set(wordsOfBlock(block));
  return !removed.some(({ folded }) => words.has(folded) && !kept.has(folded));
}
