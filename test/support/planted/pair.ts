// A source text and a translation whose right alignment is known: what changes are planted in.
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Issue } from '../../../src/core/model.js';

/** Lines of a text, from 0, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Cuts a text into the blocks that an alignment is judged by, in order. */
export type Ruler = (text: string) => readonly LineRange[];

/** A source block and a target block that belong together, by their places among the ruler's blocks. */
export interface BlockLink {
  readonly source: number;
  readonly target: number;
}

/** Two texts, with line feeds only, and all right links between their blocks. */
export interface KnownPair {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly ruler: Ruler;
  readonly links: readonly BlockLink[];
}

/** A ruler that remembers the last texts that it was laid on; each is asked for several times. */
export function remembering(ruler: Ruler): Ruler {
  const memory = new Map<string, readonly LineRange[]>();
  return (text) => {
    let ranges = memory.get(text);
    if (!ranges) {
      if (memory.size >= 8) memory.delete(memory.keys().next().value!);
      memory.set(text, (ranges = ruler(text)));
    }
    return ranges;
  };
}

/** The parser's own blocks as a ruler. */
export const parsedRuler: Ruler = remembering((text) => blockLines(parseIssue(text)));

/** The lines that each block of an issue stands on. */
export function blockLines(issue: Issue): LineRange[] {
  return issue.blocks.map(({ span }) => ({
    first: issue.lines.positionAt(span.start).line,
    last: issue.lines.positionAt(span.end).line,
  }));
}

/** A pair whose target translates the source block by block; `sourceOf` names the source block of each target block, if it has one. */
export function knownPair(
  name: string,
  source: string,
  target: string,
  sourceOf?: readonly (number | undefined)[],
): KnownPair {
  const [s, t] = [withLineFeeds(source), withLineFeeds(target)];
  const count = { source: parsedRuler(s).length, target: parsedRuler(t).length };
  const origins = sourceOf ?? Array.from({ length: count.target }, (_, i) => i);
  if (
    origins.length !== count.target ||
    origins.some((i) => i !== undefined && i >= count.source) ||
    (!sourceOf && count.source !== count.target)
  ) {
    throw new Error(`${name}: the known alignment does not fit texts of ${count.source} and ${count.target} blocks`);
  }
  const links = origins.flatMap((i, target) => (i === undefined ? [] : [{ source: i, target }]));
  return { name, source: s, target: t, ruler: parsedRuler, links };
}

/** Line ends as this generator writes them. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
