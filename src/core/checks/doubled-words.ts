// doubled-words: a word or a short phrase that stands twice in a row.
import { languageOf } from '../language/locale.js';
import type { Span } from '../text/span.js';
import { definePostCheck, type Found } from './check.js';
import { doublingsIn } from './support/doublings.js';
import { perProse, sourceTextOf } from './support/proseBlocks.js';
import { hidden } from './support/mask.js';
import { quoted } from './support/words.js';

/** Languages in which a word twice in a row is a slip, not a form. */
const languages: ReadonlySet<string> = new Set([
  'bg',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'ga',
  'gl',
  'hr',
  'is',
  'it',
  'lt',
  'lv',
  'nb',
  'nl',
  'nn',
  'no',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sq',
  'sv',
]);

export default definePostCheck({
  id: 'doubled-words',
  severity: 'information',
  messages: {
    word: '“{words}” stands here twice in a row.',
  },
  run: perProse(({ block, text, place }, context): readonly Found<'word'>[] => {
    const language = context.targetLocale === undefined ? undefined : languageOf(context.targetLocale);
    if (language === undefined || !languages.has(language)) return [];
    const doublings = doublingsIn(text, language);
    // The source may say it twice on purpose: “again and again”, “that that”.
    if (doublings.length === 0 || doublingsIn(sourceTextOf(context, block).replaceAll(hidden, ' '), '').length > 0)
      return [];
    return doublings
      .filter(
        ({ first, second }) =>
          !isSpecies(
            text.slice(first.start, second.end),
            context.target.text,
            place({ start: first.start, end: second.end }),
          ),
      )
      .map(({ first, second }) => {
        const words = quoted(text.slice(second.start, second.end));
        return {
          message: 'word',
          data: { words },
          subject: words,
          span: place({ start: first.start, end: second.end }),
          fixes: [
            {
              title: `Remove one “${words}”`,
              edits: [{ span: place({ start: first.end, end: second.end }), newText: '' }],
              preferred: true,
            },
          ],
        };
      });
  }),
});

/** `*Bufo bufo*`: two words, of which the first alone has a capital, and which alone are emphasised. */
function isSpecies(words: string, issue: string, { start, end }: Span): boolean {
  return (
    /^\p{Lu}\p{Ll}+ \p{Ll}+$/u.test(words) &&
    /[*_]/.test(issue.charAt(start - 1)) &&
    issue.charAt(end) === issue.charAt(start - 1)
  );
}
