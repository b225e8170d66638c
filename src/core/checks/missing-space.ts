// missing-space: two words, or a word and an emoji, that have run together.
import { definePairCheck } from './check.js';
import { findRunTogether } from './support/runTogether.js';

export default definePairCheck({
  id: 'missing-space',
  severity: 'information',
  messages: {
    scripts: 'A space is missing in “{words}”, where the script changes.',
    words: 'A space is missing in “{words}”; the source has two words.',
    emoji: 'A space is missing before {words}; the source has one.',
  },
  *run(context) {
    for (const { kind, words, at, span } of findRunTogether(context)) {
      yield { message: kind, data: { words }, subject: words, span, fixes: [{ title: 'Put a space', edits: [{ span: { start: at, end: at }, newText: ' ' }], preferred: true }] };
    }
  },
});
