// Since when a block of a translation says what it says.
import { changesBetween } from './difference.js';
import type { PairPast, PastText } from './past.js';

/** Texts of very different length are not compared: a typo makes hardly any difference. In characters. */
const mostLonger = 8;

/** What was found out before: a key press changes one block, and asks about all. */
const known = new WeakMap<PairPast, Map<string, number | undefined>>();

/**
 * The index into `past.target` of the state in which a block first said what it says today; undefined if it never did,
 * and so was touched since the last commit. Markup, white space, punctuation, case and mended typos are no touch.
 *
 * @param key of the block, see `keyOf`
 * @param copies how often the text has it today: of two equal blocks one may be new
 */
export function touchedAt(text: string, key: string, copies: number, past: PairPast): number | undefined {
  let ofPast = known.get(past);
  if (!ofPast) known.set(past, (ofPast = new Map<string, number | undefined>()));
  const id = `${copies} ${key}`;
  if (!ofPast.has(id)) {
    if (ofPast.size > 5_000) ofPast.clear(); // every state of a block that is being written leaves an entry
    ofPast.set(id, oldest(text, key, copies, past));
  }
  return ofPast.get(id);
}

function oldest(text: string, key: string, copies: number, { target }: PairPast): number | undefined {
  let found = target.findLastIndex((version) => (version.text.keys.get(key) ?? 0) >= copies);
  let [shown, itsKey] = [text, key];
  for (let next = found + 1; next < target.length; next = found + 1) {
    const earlier = withTypo(shown, itsKey, target[next]!.text, found < 0 ? undefined : target[found]!.text);
    if (!earlier) break;
    [shown, itsKey] = [earlier.text, earlier.key];
    found = target.findLastIndex((version) => version.text.keys.has(earlier.key));
  }
  return found < 0 ? undefined : found;
}

/** The block of `before` that differs from a text by typos alone, and is not in `after` any more. */
function withTypo(
  text: string,
  key: string,
  before: PastText,
  after: PastText | undefined,
): PastText['blocks'][number] | undefined {
  return before.blocks.find((block) => {
    const isGone =
      block.key !== '' && Math.abs(block.key.length - key.length) <= mostLonger && !after?.keys.has(block.key);
    return isGone && block.key[0] === key[0] && changesBetween(block.text, text).every(({ isTypo }) => isTypo);
  });
}
