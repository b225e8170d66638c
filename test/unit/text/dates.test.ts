// Dates in running text, and the marks and digits that languages write with.
import assert from 'node:assert/strict';
import { datesIn } from '../../../src/core/text/dates.js';
import { withAsciiDigits, withDigitsLike } from '../../../src/core/text/digits.js';
import { quotationMarksOf } from '../../../src/core/text/quotationMarks.js';

type Said = readonly [text: string, year: number | undefined, ...options: string[]];

const read = (text: string, locale?: string): Said[] =>
  datesIn(text, locale).map(({ span, year, options }) => [
    text.slice(span.start, span.end),
    year,
    ...options.map(({ month, days }) => `${month}/${days.join('+')}`),
  ]);

describe('dates', () => {
  const cases: readonly (readonly [string, string, string | undefined, readonly Said[]])[] = [
    ['that overlap: the first', 'March 3 April 2020', 'en', [['March 3', undefined, '3/3']]],
    ['with a day that comes first or second', '3/4/2020', undefined, [['3/4/2020', 2020, '3/4', '4/3']]],
    ['with a day that is no month', '31/12/2020', undefined, [['31/12/2020', 2020, '12/31']]],
    ['that cannot be', '30/31/2020 and 2020-13-45 and 13月2日', undefined, []],
    ['as ISO 8601 has them', 'since 2020-03-08.', undefined, [['2020-03-08', 2020, '3/8']]],
    ['with a year in front', '2020. március 3.', 'hu', [['2020. március 3.', 2020, '3/3']]],
    ['with a year in front and no day', 'In 2020 March came', 'en', [['2020 March', 2020, '3/']]],
    ['of several days', '8–9 February', 'en', [['8–9 February', undefined, '2/8+9']]],
    [
      'behind another number',
      'Milestone 6 June 30, 2024 and 6 June 2024',
      'en',
      [
        ['June 30, 2024', 2024, '6/30'],
        ['6 June 2024', 2024, '6/6'],
      ],
    ],
    [
      'in Chinese',
      '2020年3月3日，3月8、9日',
      'zh',
      [
        ['2020年3月3日', 2020, '3/3'],
        ['3月8、9日', undefined, '3/8+9'],
      ],
    ],
    ['in Arabic digits', '٣ مارس ٢٠٢٠', 'ar', [['٣ مارس ٢٠٢٠', 2020, '3/3']]],
    ['none of a word that is a month with a capital', 'you may 3 times', 'en', []],
    ['none of a month alone', 'in March, and then', 'en', []],
  ];
  for (const [title, text, locale, found] of cases) it(title, () => assert.deepEqual(read(text, locale), found));

  it('say where their day and year stand', () => {
    const text = 'On 1er mai 2020 it rained.';
    const [date] = datesIn(text, 'fr');
    assert.deepEqual(
      [date?.daySpan, date?.yearSpan].map((span) => span && text.slice(span.start, span.end)),
      ['1', '2020'],
    );
  });
});

describe('digits', () => {
  it('of all scripts are read', () => assert.equal(withAsciiDigits('٤٠٠٠, ４０００ and 4000'), '4000, 4000 and 4000'));
  it('that are letters of formulas stay, since offsets must', () => assert.equal(withAsciiDigits('é 𝟒𝟐'), 'é 𝟒𝟐'));
  it('are written as others are', () => {
    assert.equal(withDigitsLike('42', '٣'), '٤٢');
    assert.equal(withDigitsLike('42', 'none'), '42');
    assert.equal(withDigitsLike('42', '7'), '42');
  });
});

describe('quotation marks', () => {
  const cases = {
    en: '“”‘’',
    fr: '«»«»',
    'fr-BE': '«»«»',
    'fr-CH': '«»‹›',
    'pt-PT': '«»“”',
    'pt-BR': '“”‘’',
    'de-AT': '„“‚‘',
    'zh-TW': '「」『』',
    'zh-Hant-SG': '「」『』',
    'zh-CN': '“”‘’',
  };
  for (const [locale, marks] of Object.entries(cases)) {
    it(`of ${locale}`, () => {
      const { open, close, innerOpen, innerClose } = quotationMarksOf(locale);
      assert.equal(open + close + innerOpen + innerClose, marks);
    });
  }
});
