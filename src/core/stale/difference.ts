// What became of a text: word by word, and whether it says something else now.
import { diffArrays } from 'diff';
import type { Span } from '../text/span.js';
import { isSlight } from './spelling.js';
import { tokensOf, type Token } from './words.js';

/** A place where two texts differ. Spans in UTF-16 code units of the one and of the other; empty where it has nothing. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
  /** The words that only the one has, and only the other; what stands between them in both is in the spans too. */
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
  /** Spelling, grammar, a doubled word: nothing that a translation would follow. */
  readonly isTypo: boolean;
}

/**
 * The places where the words of `before` and `after` differ, in order. Punctuation, case and accents are no difference.
 *
 * @param locale of both texts, BCP 47; undefined if it is not known: then less is known to be grammar alone
 */
export function changesBetween(before: string, after: string, locale?: string): Change[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  let open:
    { from: readonly [number, number]; to: readonly [number, number]; removed: Token[]; added: Token[] } | undefined;
  const close = (): void => {
    if (open) changes.push(changeOf(before, after, old, now, open, locale));
    open = undefined;
  };
  for (const { count, added, removed, value } of diffArrays(
    old.map(({ folded }) => folded),
    now.map(({ folded }) => folded),
  )) {
    if (added || removed) {
      open ??= { from: [i, j], to: [i, j], removed: [], added: [] };
      if (removed) open.removed.push(...old.slice(i, i + count));
      else open.added.push(...now.slice(j, j + count));
    } else if (count > 1 || value[0]!.length > longestBridge) close();
    if (!added) i += count;
    if (!removed) j += count;
    if (open && (added || removed)) open.to = [i, j];
  }
  close();
  return changes;
}

/** Two changes with a shorter word between them are read as one: “in the yard of the” became “behind the”. */
const longestBridge = 3;

/** Of indexes; or one index into the old words and one into the new. */
type Range = readonly [number, number];

function changeOf(
  before: string,
  after: string,
  old: readonly Token[],
  now: readonly Token[],
  { from, to, removed, added }: { from: Range; to: Range; removed: readonly Token[]; added: readonly Token[] },
  locale: string | undefined,
): Change {
  const isDoubled =
    added.length === 0 &&
    removed.length === 1 &&
    [old[from[0] - 1], old[to[0]]].some((next) => next?.folded === removed[0]!.folded);
  return {
    before: spanOf(before, old, [from[0], to[0]]),
    after: spanOf(after, now, [from[1], to[1]]),
    removed,
    added,
    isTypo:
      isDoubled ||
      isSlight(
        removed.map(({ folded }) => folded),
        added.map(({ folded }) => folded),
        locale,
      ),
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
