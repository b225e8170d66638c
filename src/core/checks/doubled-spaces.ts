// doubled-spaces: two spaces or more where one is meant.
import type { Span } from '../text/span.js';
import { definePostCheck } from './check.js';
import { perProse, slip, slipsOrHabit, type Slip } from './support/proseBlocks.js';

const spaces = / {2,}/g;
const sentenceEnd = /[.!?:…][)"”’'*_\]]*$/u;

export default definePostCheck({
  id: 'doubled-spaces',
  severity: 'hint',
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    spaces: 'Two spaces or more stand here. Readers see one; searches do not find the words.',
    habit: 'In {count} places two spaces or more stand between words; this is the first.',
  },
  *run(context) {
    const found = doubledSpaces(context);
    const atEnds = found.filter(({ isSentenceEnd }) => isSentenceEnd);
    const slips = isUsualAtEnds(context.target.text, atEnds.length)
      ? found.filter((one) => !atEnds.includes(one))
      : found;
    yield* slipsOrHabit(slips, 'spaces', 'habit', { title: 'Leave one space', safe: true });
  },
});

const doubledSpaces = perProse(({ block, text, place }, { target }) =>
  Array.from(text.matchAll(spaces), (match): Slip & { isSentenceEnd: boolean } => ({
    ...slip(place({ start: match.index, end: match.index + match[0].length }), ' '),
    isSentenceEnd: sentenceEnd.test(
      target.text.slice(block.span.start + Math.max(0, match.index - 6), block.span.start + match.index),
    ),
  })).filter(({ span }) => isBetweenWords(target.text, span)),
);

/** Longer than any sign of a list with what it is indented by. */
const farEnough = 60;

/** Not the indentation of a line, not its end (which breaks it), not behind the sign of a list, a heading or a quote. */
function isBetweenWords(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - farEnough), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return !/^\s*(?:[>#*+-]+|\d+[.)])?\s?$/.test(line) && /[^\s\\|]/.test(text[end] ?? '') && !line.endsWith('|');
}

/** Some set two spaces behind each sentence, as typewriters did. */
function isUsualAtEnds(text: string, doubled: number): boolean {
  return doubled > 2 && doubled >= (text.match(/[.!?]["”)]? (?! )(?=\p{Lu})/gu)?.length ?? 0) / 2;
}
