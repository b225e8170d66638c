// A pair whose right alignment is known, read by the product's own parser: what defects are planted in.
import type { Identify } from '../../../src/core/language/identify.js';
import type { Block, Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { blockLines, type KnownPair, type LineRange, type Ruler } from '../planted/pair.js';

/** A source block and the target block that translates it, and nothing else does. */
export interface Couple {
  readonly source: Block;
  readonly target: Block;
}

/** Two issues and what stands level in them. */
export interface LevelPair {
  readonly name: string;
  /** What both are issues of: pairs of one group have the same source text. */
  readonly group: string;
  /** The newsletter: another text of the same one and locale can lend a paragraph. */
  readonly newsletter: string;
  readonly locales: { readonly source: string; readonly target: string };
  readonly identify: Identify;
  readonly source: Issue;
  readonly target: Issue;
  readonly couples: readonly Couple[];
}

/**
 * A pair by its known links, whatever blocks those were counted in. Damaged text is repaired first.
 *
 * @param known links between the ruler's blocks
 */
export function levelPair(
  { name, source, target, ruler, links }: KnownPair,
  about: Pick<LevelPair, 'group' | 'newsletter' | 'locales' | 'identify'>,
): LevelPair {
  const [from, to] = [read(source), read(target)];
  const [ofSource, ofTarget] = [ownersOf(from, ruler, source), ownersOf(to, ruler, target)];
  const linked = (side: 'source' | 'target', block: number): number[] =>
    links.filter((link) => link[side] === block).map((link) => link[side === 'source' ? 'target' : 'source']);
  const couples = to.blocks.flatMap((block): Couple[] => {
    const own = ofTarget.ruled[block.index];
    const [partner, ...more] = own === undefined ? [] : linked('target', own);
    if (partner === undefined || more.length > 0 || linked('source', partner).length !== 1) return [];
    const parsed = ofSource.parsed.get(partner);
    return parsed === undefined ? [] : [{ source: from.blocks[parsed]!, target: block }];
  });
  return { name, ...about, source: from, target: to, couples };
}

const texts = new Map<string, Issue>();
function read(text: string): Issue {
  let issue = texts.get(text);
  if (!issue) {
    issue = parseIssue(text);
    // A repaired text is read again, so that its offsets are those of a text without damage.
    if (issue.damage) issue = parseIssue(issue.text);
    texts.set(text, issue);
  }
  return issue;
}

/** Which block of the ruler each parsed block is, and the other way round, where they are the same lines of text. */
function ownersOf(
  issue: Issue,
  ruler: Ruler,
  text: string,
): { ruled: (number | undefined)[]; parsed: Map<number, number> } {
  const ranges = ruler(text);
  const meets = (a: LineRange, b: LineRange): boolean => a.first <= b.last && b.first <= a.last;
  const own = blockLines(issue);
  const ruled = own.map((range) => {
    const met = ranges.flatMap((other, i) => (meets(range, other) ? [i] : []));
    return met.length === 1 && own.filter((other) => meets(other, ranges[met[0]!]!)).length === 1 ? met[0] : undefined;
  });
  return { ruled, parsed: new Map(ruled.flatMap((i, block) => (i === undefined ? [] : [[i, block] as const]))) };
}
