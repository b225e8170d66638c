// Numbers in running text: what they may be worth, what is none, and which say the same.
import assert from 'node:assert/strict';
import { maySay, wordsForNumber } from '../../../src/core/text/numberWords.js';
import { maySaySame, numbersIn } from '../../../src/core/text/numbers.js';

/** Each number as it is written, and what it may be worth. */
const read = (text: string, locale?: string): string[] =>
  numbersIn(text, locale).map(({ raw, readings }) => [raw, ...readings].join(' = '));

describe('numbers', () => {
  const cases: readonly (readonly [string, string, string | undefined, readonly string[]])[] = [
    [
      'with a comma and a point, whichever comes last',
      '1,234.5 and 1.234,5',
      'en',
      ['1,234.5 = 1234.5', '1.234,5 = 1234.5'],
    ],
    ['grouped by apostrophes', "1'234.5 and 1'234", 'de-CH', ["1'234.5 = 1234.5", "1'234 = 1234"]],
    ['grouped by commas alone', '1,234,567', 'en', ['1,234,567 = 1234567']],
    ['grouped by points alone, as a version may be', '1.234.567', 'en', ['1.234.567 = 1234567 = 1.234.567']],
    ['versions', '2.1.0', 'en', ['2.1.0 = 2.1.0']],
    ['of four digits, which begin no group', '1234 567 of them', 'en', ['1234 = 1234', '567 = 567']],
    ['grouped by spaces', '40 000 trees', 'en', ['40 000 = 40000']],
    ['decades', '1990s and 1990', 'en', ['1990 = 1990 = 90', '1990 = 1990']],
    [
      'longer than a computer counts exactly',
      '12345678901234567890',
      'en',
      ['12345678901234567890 = 12345678901234567890'],
    ],
    ['with zeros in front and behind', '0012 and 3.0', 'en', ['0012 = 12', '3.0 = 3']],
    ['none in names', 'the 5G2 radio, x86 and GPT-2', 'en', []],
    ['hours with minutes', 'at 15h30', 'fr', ['15 = 15']],
    ['multiplied', '3 billion', 'en', ['3 billion = 3000000000']],
    ['multiplied by two words', '3 mil millones', 'es', ['3 mil millones = 3000000000']],
    ['not multiplied by one letter behind a space', '5 M and 5M', 'en', ['5 = 5', '5m = 5000000']],
    ['that share a multiplier', '3 to 5 million', 'en', ['3 = 3 = 3000000', '5 million = 5000000']],
    ['that share one in another language', 'von 3 bis 5 Millionen', 'de', ['3 = 3 = 3000000', '5 millionen = 5000000']],
    ['that share none', '3 people and 5 million', 'en', ['3 = 3', '5 million = 5000000']],
    ['in Chinese, of several parts', '4万5千', 'zh', ['4万5千 = 45000']],
    ['in Chinese, of parts that are multiplied twice', '1亿2千万', 'zh', ['1亿2千万 = 120000000']],
    ['in Chinese, apart', '4万 5千', 'zh', ['4万 = 40000', '5千 = 5000']],
    ['in Japanese, of several parts', '4万5千', 'ja', ['4万5千 = 45000']],
    [
      'in Korean, of several parts, apart or not',
      '2억4000만, 2억 4000만',
      'ko',
      ['2억4000만 = 240000000', '2억 4000만 = 240000000'],
    ],
    ['in Korean, of which the second does not continue the first', '3만 5억', 'ko', ['3만 = 30000', '5억 = 500000000']],
    ['from one to another, with a wave', '10~30개, ~/b2', 'ko', ['10 = 10', '30 = 30']],
    ['years without their century', 'Q4 ’26', 'en', ['26 = 26 = 1926 = 2026']],
    ['grouped by what an entity leaves', '13\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0500', 'vi', ['13      500 = 13500']],
    [
      'millions and billions of money, which are metres elsewhere',
      '$137m, € 2b, 137m, $5mile',
      'en',
      ['137m = 137000000', '2b = 2000000000', '137 = 137', '5 = 5'],
    ],
    ['in Korean', '3백만', 'ko', ['3백만 = 3000000']],
  ];
  for (const [title, text, locale, found] of cases) it(title, () => assert.deepEqual(read(text, locale), found));

  it('say where they, and their digits, stand', () => {
    const [number] = numbersIn('about 4万5千 of them', 'zh');
    assert.deepEqual(
      [number?.span, number?.digits],
      [
        { start: 6, end: 10 },
        { start: 6, end: 10 },
      ],
    );
    const [other] = numbersIn('about 3 billion', 'en');
    assert.deepEqual(
      [other?.span, other?.digits],
      [
        { start: 6, end: 15 },
        { start: 6, end: 7 },
      ],
    );
  });

  it('are loose where languages write such things each in its own way', () => {
    const loose = (text: string): boolean[] => numbersIn(text, 'en').map(({ isLoose }) => isLoose);
    assert.deepEqual(loose('10,20,30'), [true]);
    assert.deepEqual(loose('10:30'), [true, true]);
    assert.deepEqual(loose('5×3 and 5 GB, 5GB'), [true, true, false, false]);
    assert.deepEqual(loose('1,000,000 and 3 more'), [false, false]);
    assert.deepEqual(loose('the 80s, the 1980s'), [true, false]);
  });

  it('are percentages with a sign or a word for it', () => {
    assert.deepEqual(
      numbersIn('5% and 6 per cent, %7, 8', 'en').map(({ isPercentage }) => isPercentage),
      [true, true, true, false],
    );
  });

  it('say the same if they may be worth the same', () => {
    const same = (a: string, b: string): boolean => maySaySame(numbersIn(a, 'en')[0]!, numbersIn(b, 'zh')[0]!);
    assert.ok(same('1.500', '1500'));
    assert.ok(same('40,000', '4万'));
    assert.ok(same('5 kg', '5千克'), 'where a unit begins with the sign for a thousand');
    assert.ok(!same('40,000', '4千'));
    assert.ok(!same('5 million', '6万'));
  });
});

describe('numbers in words', () => {
  it('are known by language', () => {
    assert.ok(wordsForNumber(10, 'fr-CA').includes('dix'));
    assert.deepEqual(wordsForNumber(3, 'nb'), wordsForNumber(3, 'no'));
    assert.deepEqual(wordsForNumber(5, 'xx'), []);
  });

  const cases: readonly (readonly [string, number, string, string, boolean])[] = [
    ['at the end', 10, 'il y en a dix', 'fr', true],
    ['at the beginning', 10, 'dix fois', 'fr', true],
    ['not within a word', 10, 'indixe', 'fr', false],
    ['with tens of which only the tens are known', 23, 'vingt-trois', 'fr', true],
    ['but other tens', 23, 'trente-trois', 'fr', false],
    ['with a word that goes on', 15, 'funfzehnjahrig', 'de', true],
    ['with what Arabic writes in front', 3, 'وثلاثة', 'ar', true],
    ['without spaces', 3, '有三个', 'zh', true],
    ['any small number of which no word is known', 99, 'tout', 'xx', true],
    ['no great number of which no word is known', 500_000, 'tout', 'fr', false],
  ];
  for (const [title, value, text, locale, said] of cases)
    it(`are found ${title}`, () => assert.equal(maySay(value, text, locale), said));
});
