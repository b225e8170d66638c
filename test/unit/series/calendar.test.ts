// When the next issue is due.
import assert from 'node:assert/strict';
import { dateOf, dayOf, nextDate } from '../../../src/core/series/calendar.js';
import { fill, mark } from '../../../src/core/series/marks.js';

describe('the day of the next issue', () => {
  for (const [rhythm, dates, today, expected] of [
    ['weekly', ['2026-03-20', '2026-03-13', '2026-03-06'], '2026-03-21', '2026-03-27'],
    ['weekly, but for a holiday', ['2026-01-09', '2026-01-02', '2025-12-19', '2025-12-12'], '2026-01-09', '2026-01-16'],
    ['every second week', ['2026-03-17', '2026-03-03', '2026-02-17'], '2026-03-18', '2026-03-31'],
    ['monthly on the first', ['2026-03-01', '2026-02-01', '2026-01-01'], '2026-03-02', '2026-04-01'],
    ['monthly on the last', ['2026-01-31', '2025-12-31', '2025-10-31'], '2026-02-01', '2026-02-28'],
    ['after a pause', ['2025-03-20', '2025-03-13', '2025-03-06'], '2026-03-19', '2026-03-19'],
    ['a day too late', ['2026-03-20', '2026-03-13', '2026-03-06'], '2026-03-28', '2026-03-27'],
    [
      'every week, after a year’s pause, behind today where that is nearer',
      ['2025-03-09', '2025-03-02', '2025-02-23'],
      '2026-03-28',
      '2026-03-29',
    ],
    [
      'every week, after a year’s pause, before today where that is nearer',
      ['2025-03-09', '2025-03-02', '2025-02-23'],
      '2026-03-24',
      '2026-03-22',
    ],
    ['unknown of one issue', ['2026-03-20'], '2026-03-28', '2026-03-28'],
  ] as const) {
    it(`is found where they come ${rhythm}`, () => assert.equal(nextDate(dates, today), expected));
  }

  it('is a day that there is', () => {
    assert.equal(dayOf('2026-02-29'), undefined);
    assert.equal(dayOf('8 March'), undefined);
    assert.equal(dateOf(dayOf('2028-02-29')!), '2028-02-29');
  });
});

describe('marks', () => {
  const of = { number: 12, date: '2026-03-08', locale: 'en' };
  const next = { number: 13, date: '2026-04-05', locale: 'en' };
  for (const [text, expected] of [
    ['/2026/03/08/letter-12/', '/2026/04/05/letter-13/'],
    ['2026-03-04 16:30, week of 2026-03-11', '2026-04-01 16:30, week of 2026-04-08'],
    ['letter_012.png', 'letter_013.png'],
    ['/2026/index', '/2026/index'],
    ['March 8, 2026', 'April 5, 2026'],
    ['see number 11 and RFC 812', 'see number 12 and RFC 812'],
    ['since 2019-03-08', 'since 2019-03-08'],
    ['20260308', '20260405'],
  ] as const) {
    it(`renew “${text}”`, () => assert.equal(fill(mark(text, of, 'name'), next), expected));
  }

  it('leave numbers in prose that are part of others', () => {
    assert.equal(fill(mark('GPT-12, 12.5 and 1.12; number 12', of, 'prose'), next), 'GPT-12, 12.5 and 1.12; number 13');
  });
});
