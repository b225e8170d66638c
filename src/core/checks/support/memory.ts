// What the checks of a text found last time, so that checking it after an edit costs what the edit changed.
import type { Unit } from '../../align/alignment.js';
import { AlignMemory } from '../../align/memory.js';
import type { Block, Issue } from '../../model.js';
import { areAlike, commonEnds } from '../../text/ends.js';
import { slice } from '../../text/span.js';
import type { PairContext, PostContext } from '../check.js';
import { leastAround, leastConfidence } from './comparable.js';
import { oncePer } from './memo.js';
import type { Recall } from './recall.js';

interface Kept {
  readonly surroundings: readonly unknown[];
  readonly texts: Texts;
  readonly answers: readonly unknown[];
}

/** What the checks remember of one text, or of one pair; for whoever checks it again and again. */
export class CheckMemory {
  private kept: Kept | undefined;

  /** @param alignment what the pair was aligned by */
  constructor(readonly alignment: AlignMemory = new AlignMemory()) {}

  /** Another one that begins with what this one remembers by now, for trying what becomes of a text. */
  copy(): CheckMemory {
    const copy = new CheckMemory(this.alignment.copy());
    copy.kept = this.kept;
    return copy;
  }

  /** Begins a run over a context. What it finds is remembered once `keep` is called. */
  begin(context: PostContext | PairContext): Recall {
    const texts = textsOf(context);
    const surroundings = surroundingsOf(context);
    const last = this.kept && areAlike(this.kept.surroundings, surroundings) ? this.kept : undefined;
    const same = last && sameness(last.texts, texts);
    const now: unknown[] = [];
    return {
      units: last && same && commonEnds(last.texts.units, texts.units, same.units),
      blocks: last && same && commonEnds(last.texts.blocks, texts.blocks, same.blocks),
      before: last?.answers ?? [],
      now,
      asked: 0,
      keep: () => {
        this.kept = { surroundings, texts, answers: now };
      },
    };
  }
}

/** What is compared of two states of a pair, or of a text. */
interface Texts {
  readonly units: readonly Unit[];
  readonly ofTarget: readonly Unit[];
  readonly blocks: readonly Block[];
  /** What stands before each block, and behind the last one. */
  readonly gaps: { readonly source: readonly string[]; readonly target: readonly string[] };
}

function textsOf(context: PostContext | PairContext): Texts {
  const { blocks } = context.target;
  if (!('alignment' in context))
    return { units: [], ofTarget: [], blocks, gaps: { source: [], target: gapsOf(context.target) } };
  return {
    units: context.alignment.units,
    ofTarget: context.units.ofTarget,
    blocks,
    gaps: { source: gapsOf(context.source), target: gapsOf(context.target) },
  };
}

/** Most edits are in one of the two texts. */
const gapsOf = oncePer(({ text, blocks }: Issue): readonly string[] =>
  [...blocks, undefined].map((block, i) => text.slice(blocks[i - 1]?.span.end ?? 0, block?.span.start ?? text.length)),
);

/** What everything may hang on; where it changes, nothing is remembered. The site is not among it: checks that ask it look at all. */
function surroundingsOf(context: PostContext | PairContext): unknown[] {
  const pair = 'alignment' in context ? context : undefined;
  const { target, targetLocale, rules, identify } = context;
  return [
    targetLocale,
    rules,
    identify,
    pair?.sourceLocale,
    pair?.known,
    ...aboutIssue(target),
    ...(pair ? aboutIssue(pair.source) : []),
  ];
}

function aboutIssue({ text, newline, frontMatter, faults, definitions, damage }: Issue): unknown[] {
  return [
    newline,
    frontMatter === undefined,
    faults.length > 0,
    damage === undefined,
    definitions.length,
    ...definitions.flatMap(({ label, url, span }) => [label, url, slice(text, span)]),
  ];
}

/** Whether a unit is what it was: the same blocks with the same around them, matched as surely as the checks tell apart; and whether a block is, with its unit. */
function sameness(
  before: Texts,
  now: Texts,
): {
  readonly units: (a: Unit | undefined, b: Unit | undefined) => boolean;
  readonly blocks: (a: Block, b: Block) => boolean;
} {
  const block =
    (side: 'source' | 'target') =>
    (a: Block, b: Block | undefined): boolean => {
      const [was, is] = [before.gaps[side], now.gaps[side]];
      return (
        b !== undefined &&
        a.identity === b.identity &&
        was[a.index] === is[b.index] &&
        was[a.index + 1] === is[b.index + 1]
      );
    };
  const [source, target] = [block('source'), block('target')];
  const units = (a: Unit | undefined, b: Unit | undefined): boolean => {
    if (!a || !b) return a === b;
    if (
      a.kind !== b.kind ||
      a.state !== b.state ||
      a.inDoubt !== b.inDoubt ||
      sureness(a) !== sureness(b) ||
      a.source.length !== b.source.length ||
      a.target.length !== b.target.length
    )
      return false;
    return a.source.every((one, i) => source(one, b.source[i])) && a.target.every((one, i) => target(one, b.target[i]));
  };
  return { units, blocks: (a, b) => target(a, b) && units(before.ofTarget[a.index], now.ofTarget[b.index]) };
}

/** Of a unit's confidence nothing counts but on which side of these it is. */
function sureness({ confidence }: Unit): number {
  return confidence < leastConfidence ? 0 : confidence < leastAround ? 1 : 2;
}
