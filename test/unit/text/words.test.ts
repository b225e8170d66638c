// Words, emoji and weights in many scripts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emojiOf, fold, textWeight, wordsOf } from '../../../src/core/text/words.js';
import { holds } from '../support/property.js';

const words = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('words', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['plain text', 'Spring is here, at last!', ['Spring', 'is', 'here', 'at', 'last']],
    ['names with signs', 'C++, F# and T5.1 in GPT-2', ['C++', 'F#', 'and', 'T5.1', 'in', 'GPT-2']],
    ['apostrophes', "l’atelier d'Ana isn’t", ['l’atelier', "d'Ana", 'isn’t']],
    ['numbers', '3.14 and 2026 at 38%', ['3.14', 'and', '2026', 'at', '38']],
    ['accents that are characters of their own', 'cafe\u0301 noir', ['cafe\u0301', 'noir']],
    ['Arabic', 'انتقل موقعنا إلى 38%', ['انتقل', 'موقعنا', 'إلى', '38']],
    ['Arabic with vowels', 'كلَّ شجرة', ['كلَّ', 'شجرة']],
    ['Chinese, which has no spaces', '地图，城市和春天。', ['地图', '城市', '和', '春天']],
    ['Chinese with a name in it', '使用PyTorch训练', ['使用', 'PyTorch', '训练']],
    ['Japanese', '地図を描く。', ['地図', 'を', '描く']],
    ['Korean, which has spaces', '지도를 그리는 사람', ['지도를', '그리는', '사람']],
    ['emoji, which are none', '🥾 boots 🥪', ['boots']],
  ];
  for (const [what, text, expected] of cases) it(`of ${what}`, () => assert.deepEqual(words(text), expected));

  it('stand where they say, in order, whatever the text', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'é', '地', '図', 'を', 'ب', '🥾', '3', '-', '.', ' ', 'ก', '\n'),
    });
    holds([letters], 300, (text) => {
      let end = 0;
      for (const word of wordsOf(text)) {
        assert.equal(text.slice(word.start, word.start + word.text.length), word.text);
        assert.ok(word.start >= end);
        end = word.start + word.text.length;
      }
    });
  });

  it('are folded without case and accents', () => {
    assert.equal(fold('Compréhension'), 'comprehension');
    assert.equal(fold('ÇA'), 'ca');
    assert.equal(fold('ＰＤＦ'), 'pdf');
    assert.notEqual(fold('kerb'), fold('curb'));
  });
});

describe('emoji', () => {
  it('are found as often as they stand, joined ones and flags as one', () => {
    assert.deepEqual(emojiOf('❤️ 🥾🥾 👩‍💻 👍🏽 🇫🇷'), ['❤', '🥾', '🥾', '👩‍💻', '👍🏽', '🇫🇷']);
  });

  it('are one with and without variation selector', () => {
    assert.deepEqual(emojiOf('✉'), emojiOf('✉️'));
  });

  it('are not digits, nor signs of ownership', () => {
    assert.deepEqual(emojiOf('2026 #1 * ©®™'), []);
  });
});

describe('the weight of a text', () => {
  it('is about alike for one sentence in Chinese and in English', () => {
    const ratio = textWeight('结果可以在树种地图上看到') / textWeight('The results are on a map of species');
    assert.ok(ratio > 0.7 && ratio < 1.4, `ratio ${ratio}`);
  });

  it('is about alike for English words and the katakana that spell them', () => {
    const ratio =
      textWeight('インジェクトされたエージェントのトラブルシューティング') /
      textWeight('Troubleshooting injected agents');
    assert.ok(ratio > 0.7 && ratio < 1.9, `ratio ${ratio}`);
  });

  it('is that of its letters in scripts with spaces', () => {
    assert.equal(textWeight('kerb'), 4);
    assert.ok(textWeight('路缘石') > 6);
  });
});
