// missing-space: two words, or a word and an emoji or link, without the space that belongs between them.
import { slice } from '../text/span.js';
import { definePostCheck } from './check.js';
import { asPair } from './support/asPair.js';
import { gluedInTranslation, missingSpaces } from './support/missingSpaces.js';
import { quoted } from './support/words.js';

export default definePostCheck({
  id: 'missing-space',
  severity: 'information',
  yieldsTo: ['wrong-language', 'untranslated-text', 'leftover-source'],
  messages: {
    scripts: 'A space is missing between the two scripts in “{text}”.',
    link: 'A space is missing before the link in “{text}”.',
    emoji: 'A space is missing before “{text}”; the source has one.',
    words: 'A space is missing in “{text}”; in the source these are two words.',
  },
  *run(context) {
    const pair = asPair(context);
    for (const { kind, span, at, source } of [...missingSpaces(context), ...(pair ? gluedInTranslation(pair) : [])]) {
      const text = quoted(
        kind === 'emoji' ? context.target.text.slice(at, span.end) : slice(context.target.text, span),
        40,
      );
      yield {
        message: kind,
        data: { text },
        span,
        source,
        subject: text,
        fixes: [
          {
            title: 'Insert a space',
            edits: [{ span: { start: at, end: at }, newText: ' ' }],
            preferred: true,
            safe: kind === 'emoji' || kind === 'words',
          },
        ],
      };
    }
  },
});
