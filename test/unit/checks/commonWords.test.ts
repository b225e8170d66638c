// How much a text sounds like the rest of its issue, by the issue's own commonest words.
import assert from 'node:assert/strict';
import { likenessTo } from '../../../src/core/checks/support/commonWords.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const places = ['harbour', 'mill', 'bridge', 'tower', 'gate', 'inn', 'school', 'ferry', 'market'];
const like = (of: string): string =>
  `The ${of} is open to all who come in the morning, and the boats of the town wait for the people in the evening.`;
const issue = (texts: readonly string[]): ReturnType<typeof parseIssue> => parseIssue(`${texts.join('\n\n')}\n`);

describe('the likeness to an issue', () => {
  it('is usual for a text like the others, less for one with some of its common words, and none for a strange one', () => {
    const likeness = likenessTo(issue(places.map(like)))!;
    assert.ok(Math.abs(likeness(like('garden')) - 1) < 0.1, String(likeness(like('garden'))));
    const half = likeness('O porto está aberto, and the boats of the town esperam pelas pessoas da cidade à noite.');
    assert.ok(half > 0.2 && half < 0.8, String(half));
    assert.equal(likeness('O porto está aberto para quem vier de manhã.'), 0);
    assert.equal(likeness('1987'), 0);
  });

  it('counts list items, and neither headings nor words with a capital', () => {
    assert.equal(
      likenessTo(issue(places.map((place) => `- ${like(place)}`)))!('the boats of the town'),
      likenessTo(issue(places.map(like)))!('the boats of the town'),
    );
    assert.equal(likenessTo(issue([...places.map(like), ...places.map(() => '## curious')]))!('curious'), 0);
    assert.equal(likenessTo(issue(places.map((place) => `${like(place)} Curious`)))!('Curious'), 0);
  });

  it('goes by what is said often, for so long a text', () => {
    const often = (times: number): number =>
      likenessTo(issue(places.map((place, i) => (i < times ? `${like(place)} And so strangely.` : like(place)))))!(
        'strangely',
      );
    assert.equal(often(3), 0);
    assert.ok(often(4) > 1);
    const long = issue([
      ...places.map((place, i) => (i < 4 ? `${like(place)} And so strangely.` : like(place))),
      ...Array.from({ length: 120 }, () => like('mill')),
    ]);
    assert.equal(likenessTo(long)!('strangely'), 0);
  });

  it('is not known of an issue of few or short texts, nor where a language has no such words', () => {
    assert.equal(likenessTo(issue(places.slice(0, 7).map(like))), undefined);
    assert.notEqual(likenessTo(issue(places.slice(0, 8).map(like))), undefined);
    assert.equal(likenessTo(issue(places.map((place) => `The ${place} is open.`))), undefined);
    assert.equal(
      likenessTo(
        issue(
          places.map((_, i) =>
            Array.from(
              { length: 20 },
              (_one, k) => `word${String.fromCharCode(97 + i)}${String.fromCharCode(97 + k)}`,
            ).join(' '),
          ),
        ),
      ),
      undefined,
    );
  });
});
