// full-width-punctuation: narrow , . ; : ! ? between Chinese or Japanese characters.
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { proseBlocks, slip, slipsOrHabit } from './support/proseBlocks.js';

const wide: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？' };
const east = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〉》」』】）”]';
/** A mark behind such a character and before another one, or at the end of a line. The space behind it is part of the wide one. */
const narrow = new RegExp(`(?<=${east})([,.;:!?])(?:( ?)(?=${east}|[「『（《〈【“])|(?=[ \\t]*(?:$|\\r?\\n)))`, 'gmu');

export default definePostCheck({
  id: 'full-width-punctuation',
  severity: 'hint',
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    narrow: 'A narrow mark stands among Chinese or Japanese characters.',
    habit: 'In {count} places a narrow mark stands among Chinese or Japanese characters; this is the first.',
  },
  *run({ target, targetLocale }) {
    const language = targetLocale === undefined ? undefined : languageOf(targetLocale);
    if (language === undefined || !['zh', 'ja', 'yue'].includes(language)) return;
    const isJapanese = language === 'ja';
    // A post that has only narrow colons means them.
    const isMeant = (mark: string): boolean => mark === ':' && !target.text.includes('：');
    const slips = proseBlocks(target).flatMap(({ text, place }) =>
      Array.from(text.matchAll(narrow)).flatMap((match) =>
        isMeant(match[1]!) ? [] : [slip(place({ start: match.index, end: match.index + match[0].length }), isJapanese && match[1] === ',' ? '、' : wide[match[1]!]!)],
      ),
    );
    // Japanese writes 、 or ，as the house has it.
    yield* slipsOrHabit(slips, 'narrow', 'habit', { title: 'Put the wide mark', safe: !isJapanese });
  },
});
