// untranslated-text: a paragraph, list item, caption or table that still has the source's words.
import { definePairCheck } from './check.js';
import { untranslatedUnits } from './support/untranslated.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'untranslated-text',
  severity: 'warning',
  messages: {
    untranslated: 'This text is still in the source’s language: “{text}”.',
    doubtful: 'This text has the source’s words: “{text}”. If it is a name or a quotation, it can stay.',
  },
  *run(context) {
    for (const { span, source, text, isSure } of untranslatedUnits(context, 'text')) {
      yield { message: isSure ? 'untranslated' : 'doubtful', data: { text: quoted(text) }, span, source, ...(isSure ? {} : { severity: 'hint' as const }) };
    }
  },
});
