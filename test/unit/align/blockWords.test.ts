// The words that blocks are compared by: short cuts for usual text must not change what is found.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparedWords } from '../../../src/core/align/blockWords.js';
import { emojiOf, fold, latin, textWeight, unspaced, wordPattern } from '../../../src/core/text/words.js';

/** Texts of characters below U+2100 and of some signs: all that the short cuts are for, and what they must leave alone. */
const characters = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(..."aeiostnrBCDÉéñßøžſǆ0129½²ªº’'-.+#&/ ,;:–—“”…€@") },
  { weight: 1, arbitrary: fc.integer({ min: 0x20, max: 0x20ff }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.constantFrom('©', '®', '™', '👍', '👍🏽', '🇫🇷', '中', 'ค', '\u0301', '‼', '⁉') },
);
const texts = fc.array(characters, { maxLength: 40 }).map((parts) => parts.join(''));

describe('compared words', () => {
  it('are cut from Latin text as from any other', () =>
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(latin.test(text));
        assert.deepEqual(
          comparedWords(text).map((word) => word.text),
          text.match(wordPattern) ?? [],
        );
      }),
      { numRuns: 2000 },
    ));

  it('are what they say, met before or not', () =>
    fc.assert(
      fc.property(texts, (text) => {
        for (const { text: word, lower, folded, hasLetter } of comparedWords(text)) {
          assert.equal(lower, word.toLowerCase());
          assert.equal(folded, word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
          assert.equal(hasLetter, /\p{L}/u.test(word));
        }
      }),
    ));

  it('tell a number by its digits, and a word by its beginning', () => {
    const features = (text: string): (string | undefined)[] => comparedWords(text).map(({ feature }) => feature);
    assert.deepEqual(features('Théorique theoretical of 2,020 40.000 7 é'), [
      'theor',
      'theor',
      undefined,
      undefined,
      'number 020',
      'number 40000',
      undefined,
      undefined,
    ]);
    assert.deepEqual(features('你好吗'), ['你好', '好吗']);
  });
});

describe('short cuts for usual text', () => {
  it('fold, count emoji and weigh as without them', () =>
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(fold(text), text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
        if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text)) assert.deepEqual(emojiOf(text), []);
        if (/[\u{1f44d}]/u.test(text)) assert.ok(emojiOf(text).length > 0);
        if (!unspaced.test(text)) assert.equal(textWeight(text), text.length);
        else assert.notEqual(textWeight(text), text.length);
      }),
      { numRuns: 2000 },
    ));
});
