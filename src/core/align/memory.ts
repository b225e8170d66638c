// What a pair of texts was matched by, so that an edit which changes none of that leaves the matches as they are.
import type { Block, Issue } from '../model.js';
import { contentsOf, mayBeInContents } from './contents.js';
import { featuresIn, isOutdated, weighsAlike, type FeatureSet } from './features.js';
import type { Matching } from './matching.js';
import { beginsBold } from './similarity.js';

type Side = 'source' | 'target';

interface Kept {
  readonly source: Issue;
  readonly target: Issue;
  readonly matching: Matching;
}

/** Remembers how one pair was matched; for whoever aligns it again and again. */
export class AlignMemory {
  private kept: Kept | undefined;
  /** What the text that is not written in has; worked out at the first edit. */
  private readonly features: { [side in Side]?: { readonly of: Issue; readonly set: FeatureSet } } = {};

  /** Another one that begins with what this one remembers. */
  copy(): AlignMemory {
    const copy = new AlignMemory();
    copy.kept = this.kept;
    return copy;
  }

  keep(source: Issue, target: Issue, matching: Matching): void {
    this.kept = { source, target, matching };
  }

  /**
   * The matching of two issues if it is that of before: if at most one of them was edited, inside of its blocks, and each
   * block has the features, the length (see `roomOf`) and the form that it had. All that is matched by hangs on these.
   */
  recall(source: Issue, target: Issue): Matching | undefined {
    const before = this.kept;
    if (!before) return undefined;
    const isSame = (changed: readonly Change[] | undefined): boolean => changed?.length === 0;
    const [ofSource, ofTarget] = [changesOf(before.source, source), changesOf(before.target, target)];
    if (isSame(ofSource) && isSame(ofTarget)) return before.matching;
    if (
      isSame(ofSource) &&
      ofTarget &&
      this.isOfNoWeight(ofTarget, before.target, target, this.featuresOf('source', source))
    )
      return before.matching;
    if (
      isSame(ofTarget) &&
      ofSource &&
      this.isOfNoWeight(ofSource, before.source, source, this.featuresOf('target', target))
    )
      return before.matching;
    return undefined;
  }

  private featuresOf(side: Side, issue: Issue): FeatureSet {
    const known = this.features[side];
    if (known?.of === issue && !isOutdated(known.set)) return known.set;
    const set = featuresIn(issue.blocks);
    this.features[side] = { of: issue, set };
    return set;
  }

  private isOfNoWeight(changes: readonly Change[], before: Issue, now: Issue, others: FeatureSet): boolean {
    return (
      changes.every(
        (change) => isAlike(change, others) && isOnlyOne(change.before, before) && isOnlyOne(change.now, now),
      ) &&
      (!changes.some((change) => mayBeInContents(change.now)) || sameContents(before, now))
    );
  }
}

/** A block before an edit and behind it. */
interface Change {
  readonly before: Block;
  readonly now: Block;
}

/** The blocks that are not what they were; undefined if one came, went or became another kind of block. */
function changesOf(before: Issue, now: Issue): Change[] | undefined {
  if (before === now) return [];
  if (before.blocks.length !== now.blocks.length) return undefined;
  const changes: Change[] = [];
  for (const [i, block] of now.blocks.entries()) {
    const old = before.blocks[i]!;
    if (old.identity === block.identity) continue;
    if (old.kind !== block.kind || old.depth !== block.depth) return undefined;
    changes.push({ before: old, now: block });
  }
  return changes;
}

function isAlike({ before, now }: Change, others: FeatureSet): boolean {
  return before.ordinal === now.ordinal && beginsBold(before) === beginsBold(now) && weighsAlike(before, now, others);
}

/** Whether no other block says the same. */
function isOnlyOne({ index, text }: Block, { blocks }: Issue): boolean {
  return blocks.every((other) => other.index === index || other.text !== text);
}

function sameContents(before: Issue, now: Issue): boolean {
  const [old, own] = [contentsOf(before.blocks), contentsOf(now.blocks)];
  return old.size === own.size && [...old].every(([index, { repeat }]) => own.get(index)?.repeat === repeat);
}
