// An earlier translation for a source that differs in numbers and addresses alone: it gets those of the new one.
import { addressesIn } from './addresses.js';
import { oneLine, plainText } from './inner.js';

/** A number, or a name with one: `262`, `12:30`, `v0.16.0-rc2`. */
const wordPattern = /[\p{L}\p{N}]+(?:[.,:/_-][\p{L}\p{N}]+)*/gu;
/** A text that stands in one pair of marks of emphasis. */
const emphasised = /^([*_]{1,3})(?=[^\s*_])((?:(?!\1)[\s\S])+)\1$/;

/** A remembered translation as it is to be put in. */
export interface Adapted {
  readonly text: string;
  /** What was replaced, e.g. `262` by `263`. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Puts the addresses and numbers of `source` in the place of those of `match.source`, where both have as many and the
 * translation has each as often as its own source: else nobody can tell which is which.
 *
 * @param source Markdown of what is to be translated now
 */
export function adapt(match: { readonly source: string; readonly target: string }, source: string): Adapted {
  const now = oneLine(source);
  const addresses = replacements(
    addressesIn(match.source),
    addressesIn(now),
    (text, part) => addressesIn(text).filter((one) => one === part).length,
    match,
  );
  const numbers = replacements(
    numbersIn(match.source),
    numbersIn(now),
    (text, part) => numbersIn(text).filter((one) => one === part).length,
    match,
  );
  const replaced = replaceAll(match.target, addresses, numbers);
  return {
    text: emphasisedLike(replaced, match.source, now),
    changes: replaced === match.target ? [] : [...addresses, ...numbers].map(([from, to]) => ({ from, to })),
  };
}

/** In the marks of emphasis that the new source stands in, where the old one stood in others, or in none. */
function emphasisedLike(target: string, before: string, now: string): string {
  const [then, next] = [emphasised.exec(before), emphasised.exec(now)];
  const own = emphasised.exec(target);
  if (then?.[1] === next?.[1] || own?.[1] !== then?.[1]) return target;
  const [words, mark] = [own?.[2] ?? target, next?.[1] ?? ''];
  return `${mark}${words}${mark}`;
}

function replacements(
  before: readonly string[],
  now: readonly string[],
  count: (text: string, part: string) => number,
  { source, target }: { readonly source: string; readonly target: string },
): [string, string][] {
  if (before.length !== now.length) return [];
  const byOld = new Map<string, string>();
  for (const [i, old] of before.entries()) {
    const known = byOld.get(old);
    if (known !== undefined && known !== now[i]) return [];
    byOld.set(old, now[i]!);
  }
  return [...byOld].filter(([old, next]) => old !== next && count(source, old) === count(target, old));
}

/** All at once, so that what was put in is not replaced again. Numbers within addresses stay. */
function replaceAll(
  target: string,
  addresses: readonly [string, string][],
  numbers: readonly [string, string][],
): string {
  const [byAddress, byNumber] = [new Map(addresses), new Map(numbers)];
  const withNumbers = (text: string): string => text.replace(wordPattern, (word) => byNumber.get(word) ?? word);
  const own = [...new Set(addressesIn(target))].sort((a, b) => b.length - a.length);
  if (own.length === 0) return withNumbers(target);
  const parts = target.split(
    new RegExp(`(${own.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')})`),
  );
  return parts.map((part, i) => (i % 2 === 0 ? withNumbers(part) : (byAddress.get(part) ?? part))).join('');
}

function numbersIn(markdown: string): string[] {
  return (
    plainText(markdown)
      .replace(/https?:\S+/g, ' ')
      .match(wordPattern) ?? []
  ).filter((word) => /\p{Nd}/u.test(word));
}
