// Namesakes: what by its path may be the same issue, and what can be told from such posts alone.
import assert from 'node:assert/strict';
import { namesakesOf, pairNamesakes } from '../../../src/core/pair/namesakes.js';
import { addresses, factsOf, pairsIn, type MadePost } from '../support/posts.js';

const post = (path: string, language: string): MadePost => ({
  path,
  head: [`title: "Newsletter #4"`],
  language,
  links: addresses('issue4'),
});

async function pair(posts: readonly MadePost[], sourceLocale?: string): Promise<string[] | undefined> {
  const pairing = pairNamesakes(await Promise.all(posts.map(factsOf)), sourceLocale);
  return pairing && pairsIn(pairing);
}

describe('namesakes', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['_posts/en/2023-01-04-newsletter.md', '_posts/ja/2023-01-04-newsletter.md', true],
    ['_posts/2026-03-08-Footpath_Letter_12.md', '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md', true],
    ['letters/rain.md', 'letters/rain_[FR].md', true],
    ['_posts/2026-03-08-Footpath_Letter_12.md', '_posts/2026-03-15-Lettre_du_Sentier_13_[FR].md', false],
    ['letters/rain.md', 'letters/snow.md', false],
    ['letters/rain.md', 'letters/rain.md', false],
  ];
  for (const [one, other, expected] of cases) {
    it(`${one} ${expected ? 'and' : 'but not'} ${other}`, () => {
      assert.equal(namesakesOf(one)(other), expected);
      assert.equal(namesakesOf(other)(one), expected);
    });
  }

  it('are paired where English is plainly the source', async () => {
    assert.deepEqual(await pair([post('a/Letter_4.md', 'en'), post('a/Letter_4_[FR].md', 'fr')]), [
      'a/Letter_4_[FR].md < a/Letter_4.md',
    ]);
    assert.deepEqual(await pair([post('en/letter-4.md', 'en'), post('fr/letter-4.md', 'fr')]), [
      'fr/letter-4.md < en/letter-4.md',
    ]);
  });

  it('say nothing where others have to tell which language is translated from', async () => {
    assert.equal(await pair([post('a/Lettre_4.md', 'fr'), post('a/Lettre_4_[EN].md', 'en')]), undefined);
    assert.equal(await pair([post('ja/letter-4.md', 'ja'), post('fr/letter-4.md', 'fr')]), undefined);
  });

  it('are paired as the settings say', async () => {
    assert.deepEqual(await pair([post('a/Lettre_4.md', 'fr'), post('a/Lettre_4_[EN].md', 'en')], 'fr'), [
      'a/Lettre_4_[EN].md < a/Lettre_4.md',
    ]);
  });
});
