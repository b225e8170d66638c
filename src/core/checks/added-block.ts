// added-block: text that the source does not have.
import type { Unit } from '../align/alignment.js';
import type { Block } from '../model.js';
import { definePairCheck, type PairContext } from './check.js';
import { asPair } from './support/asPair.js';
import { copiedBlocks } from './support/copies.js';
import { foreignSentences } from './support/foreignSentences.js';
import { compareImages } from './support/images.js';
import { blocksOfLeftovers } from './support/leftovers.js';
import { aboutLengths, isComparable, relativeLength, weightOf } from './support/lengths.js';
import { perBlock, perUnit } from './support/perRow.js';

/** A text is longer than its source lets expect from here on: of what is expected, and in spreads of the pair's units. */
const muchLonger = { share: 1.7, deviation: 3 };
/** Shorter texts vary by more than that. In Latin letters. */
const leastTarget = 80;

export default definePairCheck({
  id: 'added-block',
  severity: 'hint',
  yieldsTo: [
    'untranslated-text',
    'leftover-source',
    'wrong-language',
    'duplicate-block',
    'broken-link-syntax',
    'url-damaged',
    'liquid-changed',
    'stray-markup',
    'front-matter-invalid',
    'encoding-damage',
  ],
  messages: {
    added: 'The source has nothing for this. A note of yours is fine.',
    addedSeveral: 'The source has nothing for these {count} blocks. Notes of yours are fine.',
    longer:
      'This text is {times} times as long as its source lets expect. If you have added something, a note of yours is fine.',
  },
  *run(context) {
    for (const run of addedRuns(context)) {
      yield {
        message: run.length === 1 ? 'added' : 'addedSeveral',
        data: { count: run.length },
        span: { start: run[0]!.span.start, end: run.at(-1)!.span.end },
      };
    }
    for (const { unit, share } of longUnits(context)) {
      yield {
        message: 'longer',
        data: { times: share.toFixed(1) },
        span: { start: unit.target[0]!.span.start, end: unit.target.at(-1)!.span.end },
        source: { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end },
      };
    }
  },
});

/** Added blocks that stand together make one problem. A picture in the place of another is no addition; copies are told as such. */
function addedRuns(context: PairContext): Block[][] {
  const added = addedBlocks(context);
  if (added.length === 0) return [];
  const told = new Set([
    ...compareImages(context).changed.map(({ target }) => target.block),
    ...copiedBlocks(context),
    ...blocksOfLeftovers(context),
  ]);
  const runs: Block[][] = [];
  let previous = -2;
  for (const block of added) {
    if (told.has(block)) continue;
    if (block.index === previous + 1) runs.at(-1)!.push(block);
    else runs.push([block]);
    previous = block.index;
  }
  // Front matter that cannot be read is taken for text, and told as such.
  const isHeadBroken = context.target.frontMatter === undefined && context.target.faults.length > 0;
  return runs.filter(([first]) => !(isHeadBroken && first!.index === 0));
}

const addedBlocks = perBlock((block, context) =>
  asPair(context)?.units.ofTarget[block.index]?.state === 'added' ? [block] : [],
);

/** Units that say much more than their source, unless they hold what is missing next to them, or are told otherwise. */
function longUnits(context: PairContext): { unit: Unit; share: number }[] {
  const long = muchLongerUnits(context);
  if (long.length === 0) return [];
  const foreign = new Set(foreignSentences(context).map(({ source }) => source.start));
  return long.filter(({ unit }) => {
    if (foreign.has(unit.source[0]!.span.start) || unit.target.some((block) => blocksOfLeftovers(context).has(block)))
      return false;
    return ![unit.source[0]!.index - 1, unit.source.at(-1)!.index + 1].some(
      (index) => context.units.ofSource[index]?.state === 'missing',
    );
  });
}

const muchLongerUnits = perUnit(
  (unit, context): readonly { readonly unit: Unit; readonly share: number }[] => {
    if (!isComparable(unit) || weightOf(unit.target) < leastTarget) return [];
    const length = relativeLength(context, unit);
    return !length || length.share < muchLonger.share || length.deviation < muchLonger.deviation
      ? []
      : [{ unit, share: length.share }];
  },
  { about: aboutLengths },
);
