// Emoji of source and translation, matched unit by unit.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue } from '../../model.js';
import { emojiPattern } from '../../text/words.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { areCompared } from './comparedUnits.js';
import { oncePer } from './memo.js';
import { keptPerUnit } from './perRow.js';
import { readable } from './readable.js';

/** An emoji as it stands. */
export interface PlacedEmoji {
  readonly text: string;
  /** What is compared: no variation selectors, no skin tones. */
  readonly key: string;
  readonly span: Span;
  readonly block: Block;
}

export interface EmojiComparison {
  readonly missing: readonly { readonly source: PlacedEmoji; readonly unit: Unit }[];
  readonly changed: readonly { readonly source: PlacedEmoji; readonly target: PlacedEmoji }[];
  /** Whether the translation does without emoji altogether. */
  readonly isWithoutAny: boolean;
}

/** From this many emoji on, a translation that has none means it. */
const fewestForAll = 3;

/** Compares the emoji of all units. An emoji that the issue has as often as its source is only moved. */
export const compareEmoji = oncePer((context: PairContext): EmojiComparison => {
  const units = withEmoji(context);
  const inTarget = countKeys(units.flatMap(({ value }) => value.target));
  const inSource = countKeys(units.flatMap(({ value }) => value.source));
  const compared = areCompared(context);
  const isElsewhere = (key: string): boolean => (inTarget.get(key) ?? 0) >= (inSource.get(key) ?? 0);
  const missing: { source: PlacedEmoji; unit: Unit }[] = [];
  const changed: { source: PlacedEmoji; target: PlacedEmoji }[] = [];
  // Of a text whose encoding was damaged, not every emoji can be told.
  if (context.target.damage) return { missing, changed, isWithoutAny: false };
  for (const { row: unit, index, value } of units) {
    const sources = value.source.filter(isMeant).map((one) => placed(one, unit.source));
    if (sources.length === 0 || !compared[index]) continue;
    const left = new Set(value.target.map((one) => placed(one, unit.target)));
    const lost = sources.filter((source) => {
      const match = [...left].find((target) => target.key === source.key);
      if (match) left.delete(match);
      return !match;
    });
    const gone = lost.filter(({ key }) => !isElsewhere(key));
    const [target] = left;
    // `:tada:` and `:)` may stand for one of them.
    if (unit.target.some((block) => hasSmiley(readable(context.target, block).text))) continue;
    if (lost.length === 1 && left.size === 1 && target && !inSource.has(target.key))
      changed.push({ source: lost[0]!, target });
    else for (const source of inRuns(gone.slice(left.size), context.source)) missing.push({ source, unit });
  }
  return { missing, changed, isWithoutAny: inTarget.size === 0 && missing.length >= fewestForAll };
});

/** An emoji whose span counts from the beginning of a block, and which of its side's blocks that is. */
interface Emoji extends Omit<PlacedEmoji, 'block'> {
  readonly at: number;
}

function placed({ at, span, ...one }: Emoji, blocks: readonly Block[]): PlacedEmoji {
  const block = blocks[at]!;
  return { ...one, block, span: { start: block.span.start + span.start, end: block.span.start + span.end } };
}

/** The emoji of both sides of each unit that has any. */
const withEmoji = keptPerUnit((unit, context) => {
  const [source, target] = [emojiIn(unit.source, context.source), emojiIn(unit.target, context.target)];
  return source.length + target.length > 0 ? { source, target } : undefined;
});

function emojiIn(blocks: readonly Block[], issue: Issue): Emoji[] {
  return blocks.flatMap((block, at) =>
    Array.from(readable(issue, block).text.matchAll(emojiPattern), (match) => ({
      text: match[0],
      key: match[0].replace(/[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, ''),
      at,
      span: { start: match.index, end: match.index + match[0].length },
    })).filter(({ text: own }) => !/^[©®™]/u.test(own)),
  );
}

function hasSmiley(text: string): boolean {
  return /(?<![\p{L}\p{N}]):[a-z][a-z0-9_+-]+:|[:;]-?[)(DP](?![\p{L}\p{N}])/u.test(text);
}

/** Signs such as ↔ and ✔ are emoji only where the text says so. */
function isMeant({ text }: Emoji): boolean {
  return /\p{Emoji_Presentation}|\ufe0f/u.test(text) || text.codePointAt(0)! >= 0x1f000;
}

/** What stands together was lost together: 🎉🎉 is one thing to say. */
function inRuns(emoji: readonly PlacedEmoji[], { text }: Issue): PlacedEmoji[] {
  const runs: PlacedEmoji[] = [];
  for (const one of emoji) {
    const before = runs.at(-1);
    const span = before && { start: before.span.start, end: one.span.end };
    if (before && span && before.block === one.block && text.slice(before.span.end, one.span.start).trim() === '')
      runs[runs.length - 1] = { ...before, text: slice(text, span), span };
    else runs.push(one);
  }
  return runs;
}

function countKeys(emoji: readonly Emoji[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of emoji) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
