// truncated-text: a translation that is far too short for its source, or that has fewer sentences.
import type { Unit } from '../align/alignment.js';
import type { Block } from '../model.js';
import { sentencesOf } from '../text/sentences.js';
import { textWeight } from '../text/words.js';
import { definePairCheck, type PairContext } from './check.js';
import { isHeldByNeighbours } from './support/comparable.js';
import { aboutLengths, isSureText, relativeLength, weightOf, type RelativeLength } from './support/lengths.js';
import { perUnit } from './support/perRow.js';
import { readable } from './support/readable.js';
import { sourceSpan } from './support/words.js';

/** Shorter sources say little enough to be said in two words. In Latin letters. */
const leastSource = 40;
/** A single sentence less tells something only in a longer text. */
const leastSentences = 80;
/** Far too short: below this share of what is expected, and this far off what is usual in the pair. */
const farTooShort = { share: 0.6, deviation: -3 };
/** With a sentence less. */
const tooShort = { share: 0.8, deviation: -1.8 };
/** What is shorter is no sentence: “e.g.”, an emoji. In Latin letters. */
const leastSentence = 15;

export default definePairCheck({
  id: 'truncated-text',
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
    'encoding-damage',
  ],
  messages: {
    short: 'This text has {percent} % of the length that its source lets expect. Something may be left out.',
    sentences:
      'The source has {source} sentences here, this text has {target} and is shorter. A sentence may be left out.',
  },
  *run(context) {
    for (const { unit, length } of shortUnits(context)) {
      if (!isSurelyWhole(context, unit)) continue;
      const place = {
        span: unit.target[0]!.span,
        source: sourceSpan(context.source, unit.source[0]!.index, unit.source.at(-1)!.index),
      };
      const [source, target] = [sentencesIn(unit.source), sentencesIn(unit.target)];
      if (length.share < farTooShort.share && length.deviation < farTooShort.deviation) {
        yield { message: 'short', data: { percent: Math.round(length.share * 100) }, ...place };
      } else if (
        target > 0 &&
        target < source &&
        weightOf(unit.source) >= leastSentences &&
        length.deviation < tooShort.deviation
      ) {
        yield { message: 'sentences', data: { source, target }, ...place };
      }
    }
  },
});

const shortUnits = perUnit(
  (unit, context): readonly { readonly unit: Unit; readonly length: RelativeLength }[] => {
    if (unit.source.length !== 1 || unit.target.length !== 1 || weightOf(unit.source) < leastSource) return [];
    const length = saysNothing(unit.target[0]!, context) ? undefined : relativeLength(context, unit);
    return length && length.share < tooShort.share ? [{ unit, length }] : [];
  },
  { about: aboutLengths },
);

/** Whether nothing but addresses stands in a block: what they are for may be said above them. */
function saysNothing(block: Block, { target }: PairContext): boolean {
  return block.links.length > 0 && !/\p{L}/u.test(readable(target, block).text);
}

/** One block for one block, and nothing around it without a counterpart that could be the rest of it. */
function isSurelyWhole(context: PairContext, unit: Unit): boolean {
  const { target, units } = context;
  // A text that is far too short is the less like its source for it.
  const isText = isSureText(unit) || (unit.kind === 'paragraph' && isHeldByNeighbours(unit, context));
  if (!isText) return false;
  const at = unit.target[0]!.index;
  return [at - 1, at + 1].every((index) => {
    const next = target.blocks[index];
    return !next || units.ofTarget[index]?.state !== 'added' || next.kind === 'title' || next.kind === 'heading';
  });
}

function sentencesIn(blocks: readonly Block[]): number {
  return blocks.reduce(
    (count, block) => count + sentencesOf(block.text).filter(({ text }) => textWeight(text) >= leastSentence).length,
    0,
  );
}
