// untranslated-title: a heading or an item's title that still has the source's words.
import type { Severity } from '../problem.js';
import { definePairCheck, type Found } from './check.js';
import { untranslatedUnits, type Certainty } from './support/untranslated.js';
import { quoted } from './support/words.js';

const severities: Readonly<Record<Certainty, Severity>> = {
  sure: 'warning',
  work: 'information',
  likely: 'information',
  throughout: 'information',
  doubtful: 'hint',
};

export default definePairCheck({
  id: 'untranslated-title',
  severity: 'warning',
  messages: {
    sure: 'This title is still in the source’s language: “{text}”.',
    work: 'This title is still in the source’s language: “{text}”. It seems to be the name of a work; if you keep that on purpose, all is well.',
    likely: 'This title is still in the source’s language: “{text}”. If it is a name, it can stay.',
    throughout:
      'This title is still in the source’s language: “{text}”. So are all titles of this issue; if you keep them on purpose, all is well.',
    doubtful: 'This title has the source’s words: “{text}”. If it is a name, it can stay.',
  },
  *run(context): Generator<Found<Certainty>> {
    for (const { span, source, text, certainty } of untranslatedUnits(context, 'titles')) {
      yield { message: certainty, data: { text: quoted(text) }, span, source, severity: severities[certainty] };
    }
  },
});
