// Where the next issue goes, learnt from where the last ones are.
import assert from 'node:assert/strict';
import { placeNext } from '../../../src/core/series/place.js';
import { postFacts } from '../support/postFacts.js';

/** The place of the issue after those at `paths`, newest first, with their numbers counted down from `newest`. */
function place(paths: readonly string[], newest: number | undefined, next: { number?: number; date?: string }): string {
  const series = paths.map((path, i) =>
    postFacts(path, { number: newest === undefined ? undefined : newest - i, date: /\d{4}-\d\d-\d\d/.exec(path)?.[0] }),
  );
  return placeNext(series, { number: undefined, date: undefined, locale: 'en', ...next });
}

describe('the place of the next issue', () => {
  it('leaves out the words that each name has of its own', () => {
    assert.equal(
      place(['n/harbour-news-12-the-crane.md', 'n/harbour-news-11-a-boat.md', 'n/harbour-news-10-fog.md'], 12, {
        number: 13,
      }),
      'n/harbour-news-13.md',
    );
    assert.equal(
      place(['n/harbour-news-12-the-crane.md', 'n/harbour-news-11.md', 'n/harbour-news-10.md'], 12, { number: 13 }),
      'n/harbour-news-13.md',
    );
  });

  it('of one name, whose words tell nothing, keeps all up to the number', () => {
    assert.equal(place(['n/harbour-news-12-the-crane.md'], 12, { number: 13 }), 'n/harbour-news-13.md');
    assert.equal(place(['2026-01-07-harbour.md'], undefined, { date: '2026-01-14' }), '2026-01-14-harbour.md');
  });

  it('says number or date where the last name said neither', () => {
    assert.equal(
      place(['n/harbour.md', 'n/letter.md'], undefined, { number: 4, date: '2026-01-14' }),
      'n/harbour-4.md',
    );
    assert.equal(place(['n/harbour.md'], undefined, { date: '2026-01-14' }), 'n/harbour-2026-01-14.md');
    assert.equal(place(['n/harbour.md'], undefined, {}), 'n/harbour-new.md');
  });

  it('has the suffix that most have, once', () => {
    assert.equal(
      place(['n/news-3.md .md', 'n/news-2.markdown', 'n/news-1.markdown'], 3, { number: 4 }),
      'n/news-4.markdown',
    );
    assert.equal(place(['n/news-3.md .md'], 3, { number: 4 }), 'n/news-4.md');
  });

  it('is in a folder of its own where the others are', () => {
    assert.equal(place(['n/12/news.md', 'n/11/news.md'], 12, { number: 13 }), 'n/13/news-13.md');
    assert.equal(place(['v12/news-3.md', 'v12/news-2.md'], 3, { number: 4 }), 'v12/news-4.md');
  });
});
