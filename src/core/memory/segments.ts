// From an aligned pair to what the memory keeps of it: only what is surely translated.
import type { Unit } from '../align/alignment.js';
import type { PairContext } from '../checks/check.js';
import { leastConfidence } from '../checks/support/comparable.js';
import { isSureText, relativeLength } from '../checks/support/lengths.js';
import { copiedBlocks } from '../checks/support/copies.js';
import type { Block, BlockKind } from '../model.js';
import { sentencesOf } from '../text/sentences.js';
import { textWeight } from '../text/words.js';
import { innerMarkdown } from './inner.js';
import { longestSegment, type Origin, type Segment } from './segment.js';

/** Kinds of block that people translate by writing. */
const written: ReadonlySet<BlockKind> = new Set(['heading', 'title', 'paragraph', 'list-item', 'caption']);
/** Of what is much shorter or longer than the pair's other units something was left out or added. */
const plausibleShare = { least: 0.5, most: 2 };

/** Where a translation stands, without the line. */
export type OriginFile = Omit<Origin, 'line'>;

/** The segments of a pair that are surely each other's translation: blocks, and sentences where both sides have as many. */
export function segmentsOf(context: PairContext, file: OriginFile): Segment[] {
  const { source, target, alignment } = context;
  return alignment.units.flatMap((unit): Segment[] => {
    const [from, to] = [unit.source[0], unit.target[0]];
    if (!from || !to || !isTrusted(context, unit) || copiedBlocks(context).has(to)) return [];
    const origin = { ...file, line: target.lines.positionAt(to.span.start).line };
    const [own, other] = [innerMarkdown(source, from), innerMarkdown(target, to)];
    if (own.length > longestSegment || other.length > longestSegment) return [];
    // A line break within a block is a space to both sides alike.
    const block: Segment = { kind: from.kind, source: own, target: other, origin };
    return [
      block,
      ...(own === other
        ? []
        : sentencePairs(own, other).map((pair): Segment => ({ kind: 'sentence', ...pair, origin }))),
    ];
  });
}

/** One block for one, translated, or left as it is for all that can be told; neither cut short nor padded. */
function isTrusted(context: PairContext, unit: Unit): boolean {
  if (unit.source.length !== 1 || unit.target.length !== 1 || unit.confidence < leastConfidence) return false;
  const [from, to] = [unit.source[0]!, unit.target[0]!];
  if (!written.has(from.kind) || !written.has(to.kind) || !hasWords(from) || !hasWords(to)) return false;
  const isShort = from.kind === 'heading' || from.kind === 'title' || from.kind === 'caption';
  if (unit.state === 'untranslated') return isShort && from.text === to.text;
  if (unit.state !== 'translated' && unit.state !== 'moved') return false;
  const length = isSureText(unit) ? relativeLength(context, unit) : undefined;
  return (
    !length ||
    textWeight(from.text) < 40 ||
    (length.share >= plausibleShare.least && length.share <= plausibleShare.most)
  );
}

function hasWords({ text }: Block): boolean {
  return /\p{L}/u.test(text);
}

/** Sentences by their place, where there are several and as many on both sides. */
function sentencePairs(source: string, target: string): { readonly source: string; readonly target: string }[] {
  const [own, other] = [sentencesOf(source), sentencesOf(target)];
  if (own.length < 2 || own.length !== other.length) return [];
  const ratio = textWeight(target) / textWeight(source);
  const pairs = own.map(({ text }, i) => ({ source: text, target: other[i]!.text }));
  // One that is far longer or shorter than the text as a whole lets expect shows that they do not answer to each other.
  const areAlike = pairs.every((pair) => {
    const share = (textWeight(pair.target) + 12) / (textWeight(pair.source) * ratio + 12);
    return share > plausibleShare.least && share < plausibleShare.most;
  });
  return areAlike ? pairs.filter((pair) => pair.source !== pair.target && /\p{L}/u.test(pair.source)) : [];
}
