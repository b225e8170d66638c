// quotation-marks: double quotation marks of another language than the text's, or of none.
import { quotationMarksOf } from '../text/quotationMarks.js';
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { perProse, slipsOrHabit, type Slip } from './support/proseBlocks.js';

const straight = /(?<![\p{N}"])"([^"\n]{1,300})"(?!")/gu;
const curly = /[“”„‟«»「」『』]/gu;

export default definePostCheck({
  id: 'quotation-marks',
  severity: 'hint',
  isOffByDefault: true,
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    straight: 'Straight quotation marks stand here; the language of this text has its own.',
    allStraight:
      'In {count} places straight quotation marks stand; the language of this text has its own. This is the first.',
    foreign: 'The language of this text has other quotation marks: {marks}.',
  },
  *run(context) {
    const { targetLocale } = context;
    if (targetLocale === undefined) return;
    const { open, close, innerOpen, innerClose } = quotationMarksOf(targetLocale);
    const gap = languageOf(targetLocale) === 'fr' && open === '«' ? '\u00a0' : '';
    const pairs = straightPairs(context).map(({ start, end }): Slip => ({
      span: { start, end },
      edits: [
        { span: { start, end: start + 1 }, newText: open + gap },
        { span: { start: end - 1, end }, newText: gap + close },
      ],
    }));
    yield* slipsOrHabit(pairs, 'straight', 'allStraight', { title: `Put ${open} ${close}`, safe: false });
    for (const marks of curlyMarks(context)) {
      const foreign = marks.find(({ mark }) => ![open, close, innerOpen, innerClose].includes(mark));
      if (foreign) yield { message: 'foreign', data: { marks: `${open} ${close}` }, span: foreign.span };
    }
  },
});

const straightPairs = perProse(({ text, place }) =>
  Array.from(text.matchAll(straight), ({ index, 0: all }) => place({ start: index, end: index + all.length })),
);

/** By block. */
const curlyMarks = perProse(({ text, place }) => {
  const marks = Array.from(text.matchAll(curly), ({ index, 0: mark }) => ({
    mark,
    span: place({ start: index, end: index + 1 }),
  }));
  return marks.length > 0 ? [marks] : [];
});
