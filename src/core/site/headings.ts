// Headings that recur: how the issues of a locale render them.
import { oncePerText } from '../text/remember.js';
import { emojiOf } from '../text/words.js';
import type { HeadingFacts, PostFacts } from '../pair/pairing.js';
import type { Rendering, Sibling } from './site.js';

/** A heading's words: without emoji, numbers in front, and punctuation at its ends. */
export function headingWords(text: string): string {
  let words = text;
  for (const emoji of new Set(emojiOf(text))) words = words.replaceAll(emoji, ' ');
  const all = words
    .replace(/[\ufe0f\u200d]|[\u{1f3fb}-\u{1f3ff}]/gu, '')
    .replace(/\{:?[^{}\n]{0,300}\}\s*$/, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+/u, '');
  const bare = all.replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, '');
  // The bracket that closes one among the words belongs to them.
  return /[(（[][^()（）[\]]*$/.test(bare) ? bare + (/^[)）\]]/.exec(all.slice(bare.length))?.[0] ?? '') : bare;
}

/** How headings are compared. */
export const headingKey = oncePerText((text: string): string => headingWords(text).normalize('NFC').toLowerCase());

/** The renderings of every heading of a locale's sources, each with the sources that have it so. */
export type Renderings = ReadonlyMap<string, ReadonlyMap<string, readonly PostFacts[]>>;

export function renderingsIn(siblings: readonly Sibling[]): Renderings {
  const renderings = new Map<string, Map<string, PostFacts[]>>();
  for (const { source, target } of siblings) {
    if (!areAlike(source.page.headings, target.page.headings)) continue;
    const seen = new Set<string>();
    source.page.headings.forEach(({ text }, i) => {
      const [key, words] = [headingKey(text), headingWords(target.page.headings[i]!.text)];
      if (key === '' || words === '' || seen.has(key)) return;
      seen.add(key);
      const byWords = renderings.get(key) ?? new Map<string, PostFacts[]>();
      const sources = byWords.get(words) ?? [];
      sources.push(source);
      renderings.set(key, byWords.set(words, sources));
    });
  }
  return renderings;
}

/** Two posts whose headings answer to each other by their place. */
function areAlike(a: readonly HeadingFacts[], b: readonly HeadingFacts[]): boolean {
  return a.length === b.length && a.every(({ depth }, i) => depth === b[i]!.depth);
}

/** Those of one heading, without what `source`, one of the siblings' sources, has itself; spellings that differ in capitals alone count as one. */
export function othersOf(renderings: Renderings, heading: string, source: PostFacts | undefined): Rendering[] {
  const byKey = new Map<string, Rendering & { readonly most: number }>();
  for (const [text, sources] of renderings.get(headingKey(heading)) ?? []) {
    const issues = sources.length - (source && sources.includes(source) ? 1 : 0); // each stands there once; of thousands no path is looked at
    const known = byKey.get(headingKey(text)) ?? { text, issues: 0, most: 0 };
    if (issues > 0)
      byKey.set(headingKey(text), {
        text: issues > known.most ? text : known.text,
        issues: known.issues + issues,
        most: Math.max(known.most, issues),
      });
  }
  return [...byKey.values()]
    .map(({ text, issues }) => ({ text, issues }))
    .sort((a, b) => b.issues - a.issues || (a.text < b.text ? -1 : 1));
}
