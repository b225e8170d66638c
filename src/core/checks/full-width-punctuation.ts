// full-width-punctuation: narrow , . ; : ! ? between Chinese or Japanese characters.
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { perProse, slip, slipsOrHabit } from './support/proseBlocks.js';

const wide: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？' };
const east = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〉》」』】）”]';
/** A mark behind such a character and before another one, or at the end of a line. The space behind it is part of the wide one. */
const narrow = new RegExp(`(?<=${east})([,.;:!?])(?:( ?)(?=${east}|[「『（《〈【“])|(?=[ \\t]*(?:$|\\r?\\n)))`, 'gmu');

const narrowMarks = perProse(({ text, place }) =>
  Array.from(text.matchAll(narrow), (match) => ({
    mark: match[1]!,
    span: place({ start: match.index, end: match.index + match[0].length }),
  })),
);

export default definePostCheck({
  id: 'full-width-punctuation',
  severity: 'hint',
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    narrow: 'A narrow mark stands among Chinese or Japanese characters.',
    habit: 'In {count} places a narrow mark stands among Chinese or Japanese characters; this is the first.',
  },
  *run(context) {
    const { target, targetLocale } = context;
    const language = targetLocale === undefined ? undefined : languageOf(targetLocale);
    if (language === undefined || !['zh', 'ja', 'yue'].includes(language)) return;
    const isJapanese = language === 'ja';
    // A post that has only narrow colons means them.
    const isMeant = (mark: string): boolean => mark === ':' && !target.text.includes('：');
    const slips = narrowMarks(context).flatMap(({ mark, span }) =>
      isMeant(mark) ? [] : [slip(span, isJapanese && mark === ',' ? '、' : wide[mark]!)],
    );
    // Japanese writes 、 or ，as the house has it.
    yield* slipsOrHabit(slips, 'narrow', 'habit', { title: 'Put the wide mark', safe: !isJapanese });
  },
});
