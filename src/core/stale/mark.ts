// “Mark as up to date”: a comment in the translation names the source that it was brought up to.
import { sourceMark, sourceMarkOfFile } from '../ignore/place.js';
import type { Issue } from '../model.js';
import type { Unit } from '../align/alignment.js';
import type { Edit } from '../text/edit.js';
import { fingerprintOf, keyOf } from './words.js';

/** What of a text has words, by fingerprint. */
function fingerprintsOf(blocks: readonly { readonly text: string }[]): string[] {
  return blocks.filter(({ text }) => keyOf(text) !== '').map(({ text }) => fingerprintOf(text));
}

/**
 * The edit of `target` that marks a unit as up to date with its source: at the unit or, where no comment can stand,
 * for the file. Undefined if there is no place at all.
 */
export function markUnit(target: Issue, { source, target: blocks }: Pick<Unit, 'source' | 'target'>): Edit | undefined {
  const fingerprints = fingerprintsOf(source);
  const block = blocks.find(({ text }) => keyOf(text) !== '') ?? blocks[0];
  const here = block && sourceMark(target, block, fingerprints);
  return here ?? sourceMarkOfFile(target, [...new Set([...markedInFile(target), ...fingerprints])]);
}

/** The edit of `target` that marks all of it as up to date with `source`. Undefined if there is no place for the comment. */
export function markFile(target: Issue, source: Issue): Edit | undefined {
  return sourceMarkOfFile(target, [...new Set(fingerprintsOf(source.blocks))]);
}

function markedInFile({ directives }: Issue): string[] {
  return directives.flatMap(({ kind, subject, place }) => (kind === 'source' && (place.in === 'front matter' || place.block === undefined) ? (subject ?? '').split(' ') : []));
}
