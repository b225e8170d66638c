// “Mark as up to date”: a comment in the translation names the source that it was brought up to.
import { sourceMark, sourceMarkOfFile } from '../ignore/place.js';
import type { Block, Issue } from '../model.js';
import type { Unit } from '../align/alignment.js';
import type { Edit } from '../text/edit.js';
import { fingerprintsOf, markedInFile, renewedMark } from './fileMark.js';
import { keyOf } from './words.js';

/**
 * The edit of `target` that marks a unit as up to date with its source: at the unit or, where no comment can stand,
 * for the file. Undefined if there is no place at all.
 *
 * @param behind blocks of `source` with which the translation is not up to date, as far as is known
 */
export function markUnit(
  target: Issue,
  { source: own, target: blocks }: Pick<Unit, 'source' | 'target'>,
  source: Issue,
  behind: readonly Block[],
): Edit | undefined {
  const block = blocks.find(({ text }) => keyOf(text) !== '') ?? blocks[0];
  return (block && sourceMark(target, block, fingerprintsOf(own))) ?? markBlocks(target, source, own, behind);
}

/** The edit of `target` that marks all of it as up to date with `source`. Undefined if there is no place for the comment. */
export function markFile(target: Issue, source: Issue): Edit | undefined {
  return sourceMarkOfFile(target, fingerprintsOf(source.blocks));
}

/**
 * The edit of `target` by which its file's mark names `own` among what is up to date. A new mark names all of `source`
 * but what is `behind`: it speaks for the whole file. Undefined if there is no place for the comment.
 */
export function markBlocks(
  target: Issue,
  source: Issue,
  own: readonly Block[],
  behind: readonly Block[],
): Edit | undefined {
  const marked = markedInFile(target);
  if (marked.length === 0)
    return sourceMarkOfFile(
      target,
      fingerprintsOf(source.blocks.filter((block) => own.includes(block) || !behind.includes(block))),
    );
  const added = new Set(fingerprintsOf(own));
  return sourceMarkOfFile(
    target,
    renewedMark(marked, fingerprintsOf(source.blocks), (one) => added.has(one)),
  );
}
