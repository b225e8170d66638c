// The texts that are written as another is: those of its series, those of its language.
import assert from 'node:assert/strict';
import type { Pairing, PostFacts } from '../../../src/core/pair/pairing.js';
import { alikeOf, seriesOf } from '../../../src/core/series/series.js';
import { postFacts } from '../support/postFacts.js';

const news = (number: number, locale = 'en'): PostFacts =>
  postFacts(`${locale}/news-${number}.md`, {
    number,
    locale,
    title: `Harbour News #${number}`,
    date: `2026-0${number}-01`,
  });
const tides = postFacts('tides/tides-1.md', { number: 1, title: 'Tide Table #1', date: '2026-01-05' });
const tidesFr = postFacts('tides/tides-1.fr.md', { number: 1, locale: 'fr', title: 'Marées #1' });

const pairing: Pairing = {
  sourceLocale: 'en',
  issues: [
    { source: news(1), translations: [news(1, 'fr'), news(1, 'de')].map(paired) },
    { source: tides, translations: [paired(tidesFr)] },
    { source: news(3), translations: [paired(news(3, 'fr'))] },
    { source: news(2), translations: [paired(news(2, 'fr'))] },
  ],
  unpaired: [{ post: news(4), reason: '', rivals: [] }],
  skipped: [],
};

function paired(post: PostFacts): { post: PostFacts; reasons: string[]; confidence: number } {
  return { post, reasons: [], confidence: 1 };
}

const paths = (posts: readonly PostFacts[]): string[] => posts.map(({ path }) => path);

describe('texts written alike', () => {
  it('are of a source the others of its series, newest first', () => {
    assert.deepEqual(paths(alikeOf(pairing, 'en/news-2.md')), ['en/news-4.md', 'en/news-3.md', 'en/news-1.md']);
    assert.deepEqual(alikeOf(pairing, 'tides/tides-1.md'), []);
  });

  it('are of a translation the others of its language and its newsletter, newest first', () => {
    assert.deepEqual(paths(alikeOf(pairing, 'fr/news-1.md')), ['fr/news-3.md', 'fr/news-2.md']);
    assert.deepEqual(alikeOf(pairing, 'de/news-1.md'), []);
    assert.deepEqual(alikeOf(pairing, 'tides/tides-1.fr.md'), []);
  });

  it('are none of what is not in the tree', () => assert.deepEqual(alikeOf(pairing, 'en/letter.md'), []));
});

describe('a series', () => {
  const seriesWith = (...posts: readonly PostFacts[]): string[][] =>
    seriesOf({
      sourceLocale: 'en',
      issues: posts.map((source) => ({ source, translations: [] })),
      unpaired: [],
      skipped: [],
    }).map(paths);

  it('is told by the kind of a post where its title has no number', () => {
    const untitled = (path: string, date: string, layout: string): PostFacts =>
      postFacts(path, { date, title: path, fields: { layout } });
    assert.deepEqual(
      seriesWith(
        untitled('a.md', '2026-01-01', 'letter'),
        untitled('b.md', '2026-01-03', 'letter'),
        untitled('c.md', '2026-01-02', 'recipe'),
      ),
      [['b.md', 'a.md'], ['c.md']],
    );
    assert.deepEqual(seriesWith(untitled('a.md', '2026-01-01', ''), untitled('b.md', '2026-01-03', '')), [
      ['b.md'],
      ['a.md'],
    ]);
  });

  it('is in the order of the numbers where the days are the same, or none', () => {
    assert.deepEqual(
      seriesWith(...[2, 11, 3].map((number) => postFacts(`news-${number}.md`, { number, title: `News ${number}` }))),
      [['news-11.md', 'news-3.md', 'news-2.md']],
    );
  });

  it('is one through a post that shares its name with one and its title with another', () => {
    const [a, b, c] = [
      postFacts('letter-1.md', { number: 1, title: 'Old Name 1' }),
      postFacts('letter-2.md', { number: 2, title: 'New Name 2' }),
      postFacts('x/../3.md', { number: 3, title: 'New Name 3', path: '3.md' }),
    ];
    assert.deepEqual(seriesWith(a, b, c), [['3.md', 'letter-2.md', 'letter-1.md']]);
  });
});
