// spanish-opening-marks: questions and exclamations in Spanish without ¿ or ¡ at their beginning.
import { languageOf } from '../language/locale.js';
import { definePostCheck, type Found } from './check.js';
import { findUnopened } from './support/openingMarks.js';
import { perProse, sourceTextOf } from './support/proseBlocks.js';

/** A name with its mark is looked for in so many characters. */
const nameLength = 60;

/* eslint-disable regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- asked of `nameLength` characters */
const lastTwoWords = /(?:^|[\p{L}\p{M}\p{N}]+[^\p{L}]{1,3})[\p{L}\p{M}\p{N}]+[?!]+$/u;
const lastWord = /[\p{L}\p{M}\p{N}]+[?!]+$/u;
/* eslint-enable regexp/no-super-linear-backtracking, regexp/no-super-linear-move */

export default definePostCheck({
  id: 'spanish-opening-marks',
  severity: 'hint',
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    question: 'This question has no “¿” at its beginning.',
    exclamation: 'This exclamation has no “¡” at its beginning.',
  },
  run: perProse(({ block, text, place }, context) => {
    if (context.targetLocale === undefined || !['es', 'ast'].includes(languageOf(context.targetLocale))) return [];
    return findUnopened(text).flatMap(({ start, end, mark }): Found<'question' | 'exclamation'>[] => {
      // “Yahoo!” and English titles that stay as they are. Of a question the last word alone can be a name in it.
      const name = mark === '¿' ? lastTwoWords : lastWord;
      const words = name.exec(text.slice(Math.max(start, end - nameLength), end))?.[0];
      if (words !== undefined && sourceTextOf(context, block).includes(words)) return [];
      return [
        {
          message: mark === '¿' ? 'question' : 'exclamation',
          span: place({ start, end }),
          fixes: [
            {
              title: `Put “${mark}” at the beginning`,
              edits: [{ span: place({ start, end: start }), newText: mark }],
              preferred: true,
            },
          ],
        },
      ];
    });
  }),
});
