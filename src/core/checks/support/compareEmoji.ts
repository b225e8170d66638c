// Emoji of source and translation, matched unit by unit.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue } from '../../model.js';
import { emojiPattern } from '../../text/words.js';
import { oncePerText, unlessQuiet } from '../../text/remember.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { comparedUnits } from './comparedUnits.js';
import { oncePer } from './memo.js';
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
  const inTarget = countKeys(context.target.blocks.flatMap((block) => emojiIn(block, context.target)));
  const inSource = countKeys(context.source.blocks.flatMap((block) => emojiIn(block, context.source)));
  const isElsewhere = (key: string): boolean => (inTarget.get(key) ?? 0) >= (inSource.get(key) ?? 0);
  const missing: { source: PlacedEmoji; unit: Unit }[] = [];
  const changed: { source: PlacedEmoji; target: PlacedEmoji }[] = [];
  // Of a text whose encoding was damaged, not every emoji can be told.
  if (context.target.damage) return { missing, changed, isWithoutAny: false };
  for (const { unit } of comparedUnits(context)) {
    const sources = unit.source.flatMap((block) => emojiIn(block, context.source)).filter(isMeant);
    const left = new Set(unit.target.flatMap((block) => emojiIn(block, context.target)));
    if (sources.length === 0) continue;
    const lost = sources.filter((source) => {
      const match = [...left].find((target) => target.key === source.key);
      if (match) left.delete(match);
      return !match;
    });
    const gone = lost.filter(({ key }) => !isElsewhere(key));
    const [target] = left;
    // `:tada:` and `:)` may stand for one of them.
    if (unit.target.some((block) => hasSmiley(readable(context.target, block).text))) continue;
    if (lost.length === 1 && left.size === 1 && target && !inSource.has(target.key)) changed.push({ source: lost[0]!, target });
    else for (const source of inRuns(gone.slice(left.size), context.source)) missing.push({ source, unit });
  }
  return { missing, changed, isWithoutAny: inTarget.size === 0 && missing.length >= fewestForAll };
});

const emojiIn = unlessQuiet((block: Block, issue: Issue): readonly PlacedEmoji[] => {
  const { text, place } = readable(issue, block);
  return written(text).map(({ span, ...one }) => ({ ...one, block, span: place(span) }));
});

/** Their spans count in `text`. */
const written = oncePerText((text: string): readonly Omit<PlacedEmoji, 'block'>[] =>
  Array.from(text.matchAll(emojiPattern), (match) => ({
    text: match[0], key: match[0].replace(/[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, ''),
    span: { start: match.index, end: match.index + match[0].length },
  })).filter(({ text: own }) => !/^[©®™]/u.test(own)),
);

const hasSmiley = oncePerText((text: string): boolean => /(?<![\p{L}\p{N}]):[a-z][a-z0-9_+-]+:|[:;]-?[)(DP](?![\p{L}\p{N}])/u.test(text));

/** Signs such as ↔ and ✔ are emoji only where the text says so. */
function isMeant({ text }: PlacedEmoji): boolean {
  return /\p{Emoji_Presentation}|\ufe0f/u.test(text) || text.codePointAt(0)! >= 0x1f000;
}

/** What stands together was lost together: 🎉🎉 is one thing to say. */
function inRuns(emoji: readonly PlacedEmoji[], { text }: Issue): PlacedEmoji[] {
  const runs: PlacedEmoji[] = [];
  for (const one of emoji) {
    const before = runs.at(-1);
    const span = before && { start: before.span.start, end: one.span.end };
    if (before && span && before.block === one.block && text.slice(before.span.end, one.span.start).trim() === '') runs[runs.length - 1] = { ...before, text: slice(text, span), span };
    else runs.push(one);
  }
  return runs;
}

function countKeys(emoji: readonly PlacedEmoji[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of emoji) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
