// What recurs from issue to issue, headings and boilerplate, and how a language's earlier issues have it.
import type { Alignment, Unit } from '../align/alignment.js';
import type { Block, Issue } from '../model.js';
import { slice } from '../text/span.js';

/** What stands for a block of the source in earlier translations: Markdown, or undefined where nothing recurs. */
export type Recurring = (block: Block, source: Issue) => string | undefined;

const leastConfidence = 0.5;

interface Rendering {
  readonly markdown: string;
  times: number;
}

/**
 * Learns from a language's earlier issues how it renders what recurs word for word. Where they differ, what most of
 * them have counts, and of equals the newest.
 *
 * @param earlier newest first
 */
export function learnRecurring(earlier: readonly Alignment[]): Recurring {
  const known = new Map<string, Rendering[]>();
  for (const { source, target, units } of earlier) {
    const seen = new Set<string>();
    for (const unit of units) {
      const [from, to] = blocksOf(unit);
      if (!from || !to) continue;
      const key = keyOf(from, source);
      if (seen.has(key) || target.damage) continue;
      seen.add(key);
      const markdown = slice(target.text, to.span).replace(/\r\n?/g, '\n');
      const renderings = known.get(key) ?? [];
      const same = renderings.find((one) => one.markdown === markdown);
      if (same) same.times++;
      else renderings.push({ markdown, times: 1 });
      known.set(key, renderings);
    }
  }
  return (block, source) => {
    const renderings = known.get(keyOf(block, source)) ?? [];
    const usual = renderings.reduce<Rendering | undefined>(
      (most, one) => (most && most.times >= one.times ? most : one),
      undefined,
    )?.markdown;
    return usual === undefined || bare(usual) === bare(slice(source.text, block.span)) ? undefined : usual; // left as it was: a name, or not translated
  };
}

/** One block and the one that translates it, of the same kind, and with labels of references that the source knows. */
function blocksOf({ source, target, state, confidence }: Unit): readonly [Block | undefined, Block | undefined] {
  const [from, to] = [source[0], target[0]];
  if (!from || !to || source.length + target.length !== 2 || state !== 'translated' || confidence < leastConfidence)
    return [undefined, undefined];
  const labels = new Set(from.links.map(({ label }) => label));
  const fits =
    from.kind === to.kind &&
    from.depth === to.depth &&
    /\p{L}/u.test(to.text) &&
    to.links.every(({ label }) => labels.has(label));
  return fits ? [from, to] : [undefined, undefined];
}

/** Word for word, markup included; line breaks are spaces. */
function keyOf(block: Block, { text }: Issue): string {
  return `${block.kind} ${block.depth} ${bare(slice(text, block.span))}`;
}

function bare(markdown: string): string {
  return markdown.replace(/\s+/gu, ' ').trim();
}
