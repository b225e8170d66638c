// Whether a translation keeps the titles of its items in the source's language throughout, which is a way to translate.
import type { Unit } from '../../align/alignment.js';
import { judgedWords, keptWords } from '../../align/untranslated.js';
import type { PairContext } from '../check.js';
import { oncePer } from './memo.js';

/** Fewer titles that are no names may all have been forgotten. */
const fewestUntranslated = 3;

/** Whether all titles of items have the source's words while the text below each of them was translated. */
export const keepsTitles = oncePer(({ alignment: { units } }: PairContext): boolean => {
  let untranslated = 0;
  for (const [at, unit] of units.entries()) {
    if (!isTitleWithWords(unit)) continue;
    if (!keptWords(unit.source, unit.target)?.words || !isTranslatedBelow(units, at)) return false;
    if (unit.state === 'untranslated') untranslated++;
  }
  return untranslated >= fewestUntranslated;
});

function isTitleWithWords({ kind, source, target }: Unit): boolean {
  return (
    kind === 'title' &&
    target.length > 0 &&
    source.some((block) => judgedWords(block).some(({ hasLetter }) => hasLetter))
  );
}

/** Whether the translator was at the text that a title stands above; a title without text of its own speaks for nothing. */
function isTranslatedBelow(units: readonly Unit[], title: number): boolean {
  const below = units
    .slice(title + 1)
    .find(
      ({ kind, source }) =>
        source.length > 0 && (kind === 'paragraph' || kind === 'list-item' || kind === 'title' || kind === 'heading'),
    );
  return (
    below !== undefined &&
    (below.kind === 'paragraph' || below.kind === 'list-item') &&
    (below.state === 'translated' || below.state === 'moved')
  );
}
