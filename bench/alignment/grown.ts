// A pair of any size: a sample's items over and over, their links, numbers and longer words made new each time.
import type { Issue } from '../../src/core/model.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import type { KnownPair } from '../../test/support/planted/pair.js';

/** Two texts of equally many items. */
export interface GrownPair {
  readonly items: number;
  readonly source: string;
  readonly target: string;
}

/**
 * Texts of `items` titled items each, in as many sections as it takes. Both are made alike, so they stay parallel.
 *
 * @param from with another number, the words, numbers and links are others
 */
export function grownPair({ source, target }: KnownPair, items: number, from = 0): GrownPair {
  return { items, source: grower(source)(items, from), target: grower(target)(items, from) };
}

/** What makes texts of a text. The text is taken apart once. */
export function grower(text: string): (items: number, from: number) => string {
  const issue = parseIssue(text);
  const head = issue.text.slice(0, issue.lines.startOf(lineOf(issue, 0)));
  const sections = sectionTexts(issue);
  return (items, from) => grown(head, sections, items, from);
}

/** What a section begins with, and its titled items, as text. */
interface SectionText {
  readonly opening: string;
  readonly items: readonly string[];
}

function grown(head: string, sections: readonly SectionText[], items: number, from: number): string {
  const parts = [head];
  let left = items;
  for (let round = 0; left > 0; round++) {
    for (const section of sections) {
      if (left === 0) break;
      const own = section.items.slice(0, left);
      left -= own.length;
      parts.push(...[section.opening, ...own].map((text) => renewed(text, from + round)));
    }
  }
  return parts.join('');
}

function sectionTexts(issue: Issue): SectionText[] {
  const textFrom = (first: number, end: number): string =>
    issue.text.slice(
      issue.lines.startOf(lineOf(issue, first)),
      end < issue.blocks.length ? issue.lines.startOf(lineOf(issue, end)) : issue.text.length,
    );
  return issue.sections.map(({ first, last, items }) => {
    const titled = items.filter(({ title }) => title !== undefined);
    return {
      opening: textFrom(first, titled[0]?.first ?? last + 1),
      items: titled.map((item) => textFrom(item.first, item.last + 1)),
    };
  });
}

function lineOf(issue: Issue, block: number): number {
  return issue.lines.positionAt(issue.blocks[block]!.span.start).line;
}

const consonants = 'bcdfghjklmnpqrstvwxz';
const vowels = 'aeiou';
/** Shorter words are mostly a language's small change, and come again in any text. */
const ownWord = /[\p{L}\p{M}]{6,}/gu;

/** The text as another one of its kind: the same in both languages for what both have, so that names stay names. */
function renewed(text: string, round: number): string {
  if (round === 0) return text;
  const shift = (letters: string, letter: string, by: number): string =>
    letters[(letters.indexOf(letter) + by) % letters.length]!;
  const other = (letter: string): string => {
    const lower = letter.toLowerCase();
    const made = consonants.includes(lower)
      ? shift(consonants, lower, round)
      : vowels.includes(lower)
        ? shift(vowels, lower, Math.floor(round / consonants.length))
        : lower;
    return letter === lower ? made : made.toUpperCase();
  };
  return text
    .replace(/\d{2,}/g, (number) => String(Number(number) + round))
    .replace(/https?:\/\/[^\s)>\]]+/g, (url) => `${url}/${round}`)
    .replace(/(\]\(\.\.\/\w+\/)/g, `$1${round}-`)
    .replace(/\[\^(\w+)\]/g, `[^$1${round}]`)
    .normalize('NFD')
    .replace(ownWord, (word) => word.replace(/[a-z]/gi, other))
    .normalize('NFC');
}
