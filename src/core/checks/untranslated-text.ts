// untranslated-text: a paragraph, list item, caption or table that still has the source's words.
import type { Severity } from '../problem.js';
import { overlaps } from '../text/span.js';
import { definePairCheck, type Found } from './check.js';
import { foreignSentences } from './support/foreignSentences.js';
import { strayWords } from './support/strayWords.js';
import { untranslatedUnits, type Certainty } from './support/untranslated.js';
import { quoted } from './support/words.js';

const severities: Readonly<Record<Certainty, Severity>> = {
  sure: 'warning',
  work: 'information',
  likely: 'warning',
  throughout: 'hint',
  doubtful: 'hint',
};

export default definePairCheck({
  id: 'untranslated-text',
  severity: 'warning',
  yieldsTo: ['leftover-source'],
  messages: {
    untranslated: 'This text is still in the source’s language: “{text}”.',
    doubtful: 'This text has the source’s words: “{text}”. If it is a name or a quotation, it can stay.',
    throughout:
      'This entry has the source’s words: “{text}”. So have all of its list; if you keep them on purpose, all is well.',
    sentence: 'This passage is still in the source’s language: “{text}”.',
    word: 'The word “{text}” is still in the source’s language.',
    work: 'This text is still in the source’s language: “{text}”. It seems to be the title of what it links to; if you keep that on purpose, all is well.',
  },
  *run(context): Generator<Found<'untranslated' | 'doubtful' | 'work' | 'throughout' | 'sentence' | 'word'>> {
    for (const { span, source, text, certainty } of untranslatedUnits(context, 'text')) {
      yield {
        message: certainty === 'sure' || certainty === 'likely' ? 'untranslated' : certainty,
        data: { text: quoted(text) },
        span,
        source,
        severity: severities[certainty],
      };
    }
    const sentences = foreignSentences(context);
    for (const { text, span, source, isBeside } of sentences) {
      if (!isBeside) yield { message: 'sentence', data: { text: quoted(text) }, span, source };
    }
    for (const { word, span, source } of strayWords(context)) {
      if (!sentences.some((sentence) => overlaps(sentence.span, span)))
        yield { message: 'word', data: { text: word }, span, source, subject: word, severity: 'information' };
    }
  },
});
