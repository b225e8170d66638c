// The alignment of two issues right after an edit inside some of their blocks.
import type { Block, Issue } from '../model.js';
import type { Alignment, Unit } from './alignment.js';
import { keepEvidence } from './explain.js';
import { judgeText } from './untranslated.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The alignment that `before` becomes if no block left its unit by an edit. Takes time in proportion to the blocks, not
 * to their texts; whether the blocks would be matched otherwise by now, only `alignIssues` can tell.
 *
 * @param vocabulary of the pair before the edit
 * @returns undefined if a block came, went or became another kind of block
 */
export function realign(
  before: Alignment,
  source: Issue,
  target: Issue,
  vocabulary: Vocabulary,
): Alignment | undefined {
  if (!sameShape(before.source.blocks, source.blocks) || !sameShape(before.target.blocks, target.blocks))
    return undefined;
  const units = before.units.map((unit): Unit => {
    // Above the edit nothing moved: units are the very ones of before, and what was made of them holds.
    if (areAt(unit.source, source) && areAt(unit.target, target)) return unit;
    const now = {
      ...unit,
      source: unit.source.map(({ index }) => source.blocks[index]!),
      target: unit.target.map(({ index }) => target.blocks[index]!),
    };
    const isEdited = changed(unit.source, now.source) || changed(unit.target, now.target);
    return isEdited && unit.source.length > 0 && unit.target.length > 0
      ? { ...now, state: stateOf(now, vocabulary) }
      : now;
  });
  const alignment = { source, target, units };
  keepEvidence(before, alignment);
  return alignment;
}

/** Whether these very blocks are those of an issue at their numbers. */
function areAt(blocks: readonly Block[], issue: Issue): boolean {
  return blocks.every((block) => issue.blocks[block.index] === block);
}

function stateOf({ source, target, state }: Unit, vocabulary: Vocabulary): Unit['state'] {
  if (judgeText(source, target, vocabulary) === 'untranslated') return 'untranslated';
  return state === 'moved' ? 'moved' : 'translated';
}

function sameShape(before: readonly Block[], now: readonly Block[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ kind, depth }, i) => kind === now[i]!.kind && depth === now[i]!.depth)
  );
}

function changed(before: readonly Block[], now: readonly Block[]): boolean {
  return before.some(({ identity }, i) => identity !== now[i]!.identity);
}
