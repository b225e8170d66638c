// Times of day as languages write them.
import assert from 'node:assert/strict';
import { timesIn } from '../../../src/core/text/clock.js';

describe('times of day', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'at 15:00 UTC': ['3:00'],
    '8:30 PM': ['8:30'],
    'at 8 p.m.': ['8:00'],
    'à 15h30': ['3:30'],
    'à 9 h': ['9:00'],
    'um 20 Uhr': ['8:00'],
    '0:00 JST': ['0:00'],
    '12時': ['0:00'],
    下午3点: ['3:00'],
    '8.15 pm': ['8:15'],
    '١٠:٣٠': ['10:30'],
    'from 9:00 to 10:30': ['9:00', '10:30'],
    '2020-03-09': [],
    '3 horses': [],
    'version 1.5.12': [],
    '9:5': [],
    '33:10': [],
    '5 mi': [],
  };
  for (const [text, times] of Object.entries(cases)) {
    it(text, () =>
      assert.deepEqual(
        timesIn(text).map((minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`),
        times,
      ),
    );
  }
});
