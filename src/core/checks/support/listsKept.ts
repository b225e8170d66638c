// Whether a translation keeps all entries of a list in the source's language, which is a way to translate: vacancies, conferences, talks.
import type { Unit } from '../../align/alignment.js';
import { keptWords } from '../../align/untranslated.js';
import type { PairContext } from '../check.js';
import { endsSentence } from './swallowed.js';

/** Fewer entries may all have been forgotten. */
const fewestEntries = 3;

/**
 * Whether a unit is an entry of a list of links, all of whose entries have the source's words while the text before and
 * behind the list was translated. Sentences are no entries: a list of them was forgotten.
 */
export function isInKeptList(unit: Unit, { source, units: { ofSource } }: PairContext): boolean {
  if (!isKeptEntry(unit)) return false;
  const step = (from: number, by: 1 | -1): number => {
    let at = from;
    while (source.blocks[at]?.kind === 'list-item') at += by;
    return at;
  };
  const [before, behind] = [step(unit.source[0]!.index, -1), step(unit.source[0]!.index, 1)];
  const entries = new Set(ofSource.slice(before + 1, behind).filter(({ state }) => state !== 'missing'));
  return entries.size >= fewestEntries && isDone(ofSource[before]) && isDone(ofSource[behind]) && [...entries].every(isKeptEntry);
}

function isKeptEntry({ source, target }: Unit): boolean {
  return source.every(({ kind, links, text }) => kind === 'list-item' && links.length > 0 && !endsSentence(text)) && keptWords(source, target) !== undefined;
}

/** Whether the translator was here; the text's beginning and end speak for nothing. */
function isDone(unit: Unit | undefined): boolean {
  return unit === undefined || unit.state === 'translated' || unit.state === 'moved';
}
