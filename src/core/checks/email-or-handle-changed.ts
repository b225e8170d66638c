// email-or-handle-changed: a mail address or a handle that is not the source's.
import type { Severity } from '../problem.js';
import { definePairCheck } from './check.js';
import { changedContacts, type ChangedContact } from './support/contacts.js';
import { lastLine } from './support/words.js';

/** Another address can be that of the translators. */
const severities: Readonly<Record<ChangedContact['change'], Severity>> = {
  typo: 'warning',
  other: 'information',
  lost: 'information',
};

export default definePairCheck({
  id: 'email-or-handle-changed',
  severity: 'warning',
  yieldsTo: ['truncated-text', 'invisible-characters'],
  messages: {
    typo: 'The source has {theirs}, not {own}.',
    other: 'The source has {theirs} in place of {own}. If this is yours, all is well.',
    lost: 'The source has {theirs} here.',
  },
  *run(context) {
    for (const { change, source, target, unit } of changedContacts(context)) {
      yield {
        message: change,
        data: { theirs: source.text, own: target?.text ?? '' },
        span: target?.span ?? lastLine(context.target, unit.target.at(-1)!),
        source: source.span,
        subject: source.text,
        severity: severities[change],
        fixes: target
          ? [
              {
                title: `Write ${source.text}`,
                edits: [{ span: target.span, newText: source.text }],
                preferred: change === 'typo',
              },
            ]
          : [],
      };
    }
  },
});
