// The order of issues, the newest first.
import assert from 'node:assert/strict';
import { newestFirst } from '../../src/core/newestFirst.js';

describe('the newest first', () => {
  it('goes by date, then by number; what has neither comes last', () => {
    const issues = [
      {},
      { number: 3 },
      { date: '2026-03-08', number: 1 },
      { date: null, number: 5 },
      { date: '2026-03-08', number: 2 },
      { date: '2026-03-08' },
      { date: '2026-11-02' },
      { date: '2025-12-31', number: 9 },
    ];
    const sorted = [
      { date: '2026-11-02' },
      { date: '2026-03-08', number: 2 },
      { date: '2026-03-08', number: 1 },
      { date: '2026-03-08' },
      { date: '2025-12-31', number: 9 },
      { date: null, number: 5 },
      { number: 3 },
      {},
    ];
    assert.deepEqual([...issues].sort(newestFirst), sorted);
    assert.deepEqual([...issues].reverse().sort(newestFirst), sorted);
  });
});
