// untranslated-title: a heading or an item's title that still has the source's words.
import { definePairCheck } from './check.js';
import { untranslatedUnits } from './support/untranslated.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'untranslated-title',
  severity: 'warning',
  messages: {
    untranslated: 'This title is still in the source’s language: “{text}”.',
    doubtful: 'This title has the source’s words: “{text}”. If it is a name, it can stay.',
  },
  *run(context) {
    for (const { span, source, text, isSure } of untranslatedUnits(context, 'titles')) {
      yield { message: isSure ? 'untranslated' : 'doubtful', data: { text: quoted(text) }, span, source, ...(isSure ? {} : { severity: 'hint' as const }) };
    }
  },
});
