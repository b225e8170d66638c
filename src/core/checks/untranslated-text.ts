// untranslated-text: a paragraph, list item, caption, table or excerpt that still has the source's words.
import { definePairCheck, type Found } from './check.js';
import { untranslatedUnits } from './support/untranslated.js';
import { untranslatedFields } from './support/untranslatedFields.js';
import { quoted } from './support/words.js';

/** What readers see of the front matter besides the title. */
const proseFields = ['subtitle', 'excerpt', 'description', 'summary'];

export default definePairCheck({
  id: 'untranslated-text',
  severity: 'warning',
  messages: {
    untranslated: 'This text is still in the source’s language: “{text}”.',
    doubtful: 'This text has the source’s words: “{text}”. If it is a name or a quotation, it can stay.',
    field: 'The field “{name}” is still in the source’s language: “{text}”.',
  },
  *run(context): Generator<Found<'untranslated' | 'doubtful' | 'field'>> {
    for (const { name, text, span, source, isSure } of untranslatedFields(context, proseFields)) {
      yield { message: 'field', data: { name, text: quoted(text) }, span, source, severity: isSure ? 'warning' : 'information' };
    }
    for (const { span, source, text, certainty } of untranslatedUnits(context, 'text')) {
      const isSure = certainty === 'sure';
      yield { message: isSure ? 'untranslated' : 'doubtful', data: { text: quoted(text) }, span, source, severity: isSure ? 'warning' : 'hint' };
    }
  },
});
