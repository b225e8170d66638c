// quotation-marks: double quotation marks of another language than the text's, or of none.
import { quotationMarksOf } from '../text/quotationMarks.js';
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { proseBlocks, slipsOrHabit, type Slip } from './support/proseBlocks.js';

const straight = /(?<![\p{N}"])"([^"\n]{1,300})"(?!")/gu;
const curly = /[“”„‟«»「」『』]/gu;

export default definePostCheck({
  id: 'quotation-marks',
  severity: 'hint',
  isOffByDefault: true,
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    straight: 'Straight quotation marks stand here; the language of this text has its own.',
    allStraight: 'In {count} places straight quotation marks stand; the language of this text has its own. This is the first.',
    foreign: 'The language of this text has other quotation marks: {marks}.',
  },
  *run({ target, targetLocale }) {
    if (targetLocale === undefined) return;
    const { open, close, innerOpen, innerClose } = quotationMarksOf(targetLocale);
    const gap = languageOf(targetLocale) === 'fr' && open === '«' ? '\u00a0' : '';
    const pairs: Slip[] = [];
    for (const { text, place } of proseBlocks(target)) {
      for (const match of text.matchAll(straight)) {
        const end = match.index + match[0].length;
        const edits = [
          { span: place({ start: match.index, end: match.index + 1 }), newText: open + gap },
          { span: place({ start: end - 1, end }), newText: gap + close },
        ];
        pairs.push({ span: place({ start: match.index, end }), edits });
      }
    }
    yield* slipsOrHabit(pairs, 'straight', 'allStraight', { title: `Put ${open} ${close}`, safe: false });
    for (const { text, place } of proseBlocks(target)) {
      const match = Array.from(text.matchAll(curly)).find(([mark]) => ![open, close, innerOpen, innerClose].includes(mark));
      if (match) yield { message: 'foreign', data: { marks: `${open} ${close}` }, span: place({ start: match.index, end: match.index + 1 }) };
    }
  },
});
