// broken-emphasis: marks of emphasis that are shown instead of being understood.
import { slice } from '../text/span.js';
import type { Severity } from '../problem.js';
import { definePostCheck } from './check.js';
import { brokenEmphasis, type BrokenEmphasis } from './support/brokenEmphasis.js';
import { emphasisFixes } from './support/emphasisFixes.js';
import { isForKramdown } from './support/kramdown.js';
import { quoted } from './support/words.js';

export default definePostCheck({
  id: 'broken-emphasis',
  severity: 'warning',
  yieldsTo: ['broken-link-syntax'],
  messages: {
    spaces: '“{text}” is not shown as {style}, and its {marks} are shown: Markdown wants no space inside them.',
    flanking:
      'CommonMark does not show “{text}” as {style}, but its {marks}: one of them stands between punctuation and a letter.',
    underscores:
      '“{text}” is not shown as {style}, and its {marks} are shown: between letters Markdown reads only “*”.',
    crossing: '“{text}” is not shown as {style}: one of its {marks} stands inside the link, the other outside.',
    unclosed: 'This “{marks}” is never closed, and so it is shown.',
    unopened: 'This “{marks}” closes nothing, and so it is shown.',
    uneven: 'This “{marks}” is one too many, or one too few stand at the other end; it is shown.',
    empty: 'This “{marks}” marks nothing, and so it is shown.',
  },
  *run(context) {
    const { target } = context;
    const kramdown = isForKramdown(target);
    for (const broken of brokenEmphasis(context)) {
      const { kind, open, close, block } = broken;
      const span = { start: open.start, end: (close ?? open).end };
      const words = slice(target.text, close ? { start: open.end, end: close.start } : block.span);
      const fixes = emphasisFixes(target, broken);
      yield {
        message: kind,
        data: {
          text: quoted(words, 40),
          style: styles[Math.min(open.length, 3) - 1]!,
          marks: open.character.repeat(open.length),
        },
        span,
        subject: quoted(words, 40),
        severity: severityOf(broken, kramdown),
        // On sites of kramdown it shows as it was meant, so nothing needs to be changed without anybody looking.
        fixes: kind === 'flanking' && kramdown ? fixes.map((fix) => ({ ...fix, safe: false })) : fixes,
      };
    }
  },
});

const styles = ['italics', 'bold', 'bold italics'];

function severityOf({ kind, isSure, open }: BrokenEmphasis, kramdown: boolean): Severity {
  if (kind === 'flanking') return kramdown ? 'hint' : 'warning';
  if (kind === 'spaces' && open.length === 1) return 'information';
  return isSure || kind === 'spaces' ? 'warning' : 'information';
}
