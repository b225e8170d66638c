// What became of a text: word by word, and whether it says something else now.
import { diffArrays } from 'diff';
import leven from 'leven';
import type { Span } from '../text/span.js';
import { tokensOf, type Token } from './words.js';

/** A place where two texts differ. Spans in UTF-16 code units of the one and of the other; empty where it has nothing. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
  /** The same words, by the way they are compared. */
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
  /** Spelling, a doubled word: nothing that a translation would follow. */
  readonly isTypo: boolean;
}

/** The places where the words of `before` and `after` differ, in order. Punctuation, case and accents are no difference. */
export function changesBetween(before: string, after: string): Change[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  let open: { i: number; j: number } | undefined;
  const close = (): void => {
    if (open) changes.push(changeOf(before, after, old, now, [open.i, i], [open.j, j]));
    open = undefined;
  };
  for (const { count, added, removed } of diffArrays(old.map(({ folded }) => folded), now.map(({ folded }) => folded))) {
    if (added || removed) open ??= { i, j };
    else close();
    if (!added) i += count;
    if (!removed) j += count;
  }
  close();
  return changes;
}

type Range = readonly [from: number, to: number];

function changeOf(before: string, after: string, old: readonly Token[], now: readonly Token[], from: Range, to: Range): Change {
  const [removed, added] = [old.slice(...from), now.slice(...to)];
  const isDoubled = added.length === 0 && removed.length === 1 && [old[from[0] - 1], old[from[1]]].some((next) => next?.folded === removed[0]!.folded);
  return {
    before: spanOf(before, old, from), after: spanOf(after, now, to), removed, added,
    isTypo: isDoubled || isRespelled(removed.map(({ folded }) => folded), added.map(({ folded }) => folded)),
  };
}

/** From the first to the last of some words; of none, the place where they would be: behind the word before. */
function spanOf(text: string, tokens: readonly Token[], [from, to]: Range): Span {
  if (from < to) return { start: tokens[from]!.start, end: endOf(tokens[to - 1]!) };
  const before = tokens[from - 1];
  const at = before ? endOf(before) : Math.min(tokens[0]?.start ?? 0, text.length);
  return { start: at, end: at };
}

function endOf({ start, text }: Token): number {
  return start + text.length;
}

/** In shorter words one letter makes another word too easily. */
const leastLetters = 5;

/**
 * Whether words differ only in how they are spelled: joined or not, or by one letter too many, too few, or at its
 * neighbour's place. A letter that stands for another makes “billion” of “million”, and counts as another word.
 */
function isRespelled(removed: readonly string[], added: readonly string[]): boolean {
  const [old, now] = [removed.join('').replace(/['’-]/g, ''), added.join('').replace(/['’-]/g, '')];
  if (/\d/.test(old + now)) return false;
  if (old === now) return true;
  if (removed.length !== 1 || added.length !== 1 || Math.min(old.length, now.length) < leastLetters || old[0] !== now[0]) return false;
  return Math.abs(old.length - now.length) === 1 ? leven(old, now) === 1 : isSwapped(old, now);
}

function isSwapped(old: string, now: string): boolean {
  if (old.length !== now.length) return false;
  const at = [...old].findIndex((letter, i) => letter !== now[i]);
  return old.slice(0, at) + old[at + 1] + old[at] + old.slice(at + 2) === now;
}
