// acronym-changed: an acronym or identifier of the source that the translation changed or lost.
import { definePairCheck } from './check.js';
import { compareAcronyms } from './support/compareAcronyms.js';
import { lastLine } from './support/words.js';

export default definePairCheck({
  id: 'acronym-changed',
  severity: 'warning',
  yieldsTo: ['duplicate-block'],
  messages: {
    changed: 'The source says {acronym} here; the translation says {own}.',
    missing: 'The source says {acronym} here; the translation does not, though it keeps it in {kept} other places.',
  },
  *run(context) {
    const { changed, missing } = compareAcronyms(context);
    for (const { source, target } of changed) {
      yield {
        message: 'changed',
        data: { acronym: source.text, own: target.text },
        subject: source.text,
        span: target.span,
        source: source.span,
        fixes: [{ title: `Put ${source.text}`, edits: [{ span: target.span, newText: source.text }], preferred: true }],
      };
    }
    for (const { source, unit, kept } of missing) {
      yield {
        message: 'missing',
        data: { acronym: source.text, kept },
        subject: source.text,
        severity: 'hint',
        span: lastLine(context.target, unit.target.at(-1)!),
        source: source.span,
      };
    }
  },
});
