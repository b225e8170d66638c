// Whether a translation keeps all entries of a list in the source's language, which is a way to translate: vacancies, conferences, talks.
import type { Unit } from '../../align/alignment.js';
import { keptWords } from '../../align/untranslated.js';
import type { PairContext } from '../check.js';
import { oncePer } from './memo.js';
import { endsSentence } from './swallowed.js';

/** Fewer entries may all have been forgotten. */
const fewestEntries = 3;

/**
 * The units that are entries of a list of links, all of whose entries have the source's words while the text before and
 * behind the list was translated. Sentences are no entries: a list of them was forgotten. In time linear in the blocks.
 */
export const keptEntries = oncePer(({ source: { blocks }, units: { ofSource } }: PairContext): ReadonlySet<Unit> => {
  const kept = new Set<Unit>();
  for (let start = 0; start < blocks.length; start++) {
    if (blocks[start]!.kind !== 'list-item') continue;
    let end = start;
    while (blocks[end]?.kind === 'list-item') end++;
    const entries = new Set(ofSource.slice(start, end).filter(({ state }) => state !== 'missing'));
    if (
      entries.size >= fewestEntries &&
      isDone(ofSource[start - 1]) &&
      isDone(ofSource[end]) &&
      [...entries].every(isKept)
    )
      entries.forEach((entry) => kept.add(entry));
    start = end;
  }
  return kept;
});

function isKept({ source, target }: Unit): boolean {
  return (
    source.every(({ kind, links, text }) => kind === 'list-item' && links.length > 0 && !endsSentence(text)) &&
    keptWords(source, target) !== undefined
  );
}

/** Whether the translator was here; the text's beginning and end speak for nothing. */
function isDone(unit: Unit | undefined): boolean {
  return unit === undefined || unit.state === 'translated' || unit.state === 'moved';
}
