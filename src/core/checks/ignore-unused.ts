// ignore-unused: a comment that ignores a problem which is not there any more, or names no check.
import { removal } from '../ignore/place.js';
import type { Directive } from '../model.js';
import { defineIgnoresCheck, type DraftFix } from './check.js';

export default defineIgnoresCheck({
  id: 'ignore-unused',
  severity: 'hint',
  messages: {
    unused: 'There is nothing to ignore here any more: {check} finds no such problem. Take the comment away.',
    unusedInFile: 'There is nothing to ignore in this file any more: {check} finds no problem. Take the comment away.',
    unusedSubject:
      'There is nothing to ignore here any more: {check} finds no problem with “{subject}”. Take the comment away.',
    unknown: 'There is no check “{check}”, so this ignores nothing. Do you mean {nearest}?',
    unknownAtAll: 'There is no check “{check}”, so this ignores nothing.',
    unclear:
      'This comment is not understood. Write “facing-pages: ignore” or “facing-pages: ignore-file” and the name of a check.',
  },
  *run({ target, unused, unknown }) {
    const takeAway = (directive: Directive, preferred = true): DraftFix => ({
      title: 'Take the comment away',
      edits: [removal(target, directive)],
      preferred,
    });
    for (const directive of unused) {
      const { kind, check, subject, span } = directive;
      const message = subject !== undefined ? 'unusedSubject' : kind === 'ignore-file' ? 'unusedInFile' : 'unused';
      yield { message, data: { check, subject: subject ?? '' }, span, fixes: [takeAway(directive)] };
    }
    for (const { directive, nearest } of unknown) {
      const { check, span } = directive;
      const at = target.text.indexOf(check, span.start);
      const rename: DraftFix[] =
        nearest === undefined
          ? []
          : [
              {
                title: `Write ${nearest}`,
                edits: [{ span: { start: at, end: at + check.length }, newText: nearest }],
                preferred: true,
              },
            ];
      yield {
        message: nearest === undefined ? 'unknownAtAll' : 'unknown',
        data: { check, nearest: nearest ?? '' },
        span,
        severity: 'information',
        fixes: [...rename, takeAway(directive, nearest === undefined)],
      };
    }
    for (const directive of target.directives) {
      if (directive.kind === 'unclear') yield { message: 'unclear', span: directive.span, severity: 'information' };
    }
  },
});
