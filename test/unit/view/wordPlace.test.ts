// Pointing at a word finds it in the Markdown.
import assert from 'node:assert/strict';
import { placeOfWord } from '../../../src/core/view/wordPlace.js';

describe('the place of a word that somebody points at', () => {
  const text =
    'See the [map](https://map.example/map) of the ![map](map.png) town, *the* map of [all][map] maps. <b class="map">map</b>';
  const behind = (nth: number, word = 'map'): string | undefined => {
    const place = placeOfWord(text, { word, nth });
    return place === undefined ? undefined : text.slice(place, place + 8);
  };
  it('is not in addresses, labels, pictures and tags, nor within other words', () =>
    assert.deepEqual(
      [0, 1, 2].map((nth) => behind(nth)),
      ['map](htt', 'map of [', 'map</b>'],
    ));
  it('is the last one, if there are not so many', () => assert.equal(behind(9), 'map</b>'));
  it('is none where the word is not', () =>
    assert.deepEqual([behind(0, 'sea'), behind(0, '')], [undefined, undefined]));
  it('is found whatever signs are in the word, and in any script', () => {
    assert.equal(placeOfWord('a (C++) b', { word: '(C++)', nth: 0 }), 2);
    assert.equal(placeOfWord('هذا كتاب، كتاب', { word: 'كتاب', nth: 1 }), 10);
  });
});
