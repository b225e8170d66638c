// The title of a new translation: name, number and tag as the language's others have them.
import assert from 'node:assert/strict';
import { adaptTitle } from '../../../src/core/start/title.js';
import type { Sibling } from '../../../src/core/start/place.js';
import { postFacts } from '../support/postFacts.js';

const sibling = (source: string, target: string, number: number | undefined, locale = 'fr'): Sibling => ({
  source: postFacts('en.md', { title: source, number }),
  target: postFacts('x.md', { title: target, number, locale }),
});

describe('the title of a new translation', () => {
  it('has the name, the number and the tag of the language’s others', () => {
    const own = [sibling('Harbour News #7: Fog', 'Nouvelles du port n° 7 [FR] : brume', 7)];
    assert.equal(adaptTitle('Harbour News #8: The Crane', 8, 'fr', own, []), 'Nouvelles du port n° 8 [FR]: The Crane');
  });

  it('has their name without a tag where they have none', () => {
    const own = [
      sibling('Harbour News #7: Fog', 'Nouvelles du port 7', undefined),
      sibling('Harbour News #6', 'Autre 6', 6),
    ];
    own[0] = { ...own[0]!, source: { ...own[0]!.source, number: 7 } };
    assert.equal(adaptTitle('Harbour News #8: The Crane', 8, 'fr', own, []), 'Nouvelles du port 8: The Crane');
  });

  it('of another newsletter of the tree says nothing', () => {
    assert.equal(
      adaptTitle('Harbour News #8', 8, 'fr', [sibling('Tide Table 7', 'Marées 7', 7)], []),
      'Harbour News #8',
    );
  });

  it('exchanges the tag: as the language’s others write it, else in capitals where the source’s is', () => {
    const own = [sibling('Fog [EN]', 'Brume [Fr]', undefined)];
    assert.equal(adaptTitle('The Crane [EN]', undefined, 'fr', own, []), 'The Crane [Fr]');
    assert.equal(adaptTitle('The Crane [EN]', undefined, 'pt-BR', [], []), 'The Crane [PT-BR]');
    assert.equal(adaptTitle('The Crane (en)', undefined, 'pt-BR', [], []), 'The Crane (pt-BR)');
  });

  it('gets a tag where most others have one: behind the number, else before what follows a colon', () => {
    const others = [
      sibling('Fog', 'Nebel [DE]', undefined, 'de'),
      sibling('Mist', 'Dunst [DE]', undefined, 'de'),
      sibling('Rain', 'Regen', undefined, 'de'),
    ];
    assert.equal(adaptTitle('Harbour News #8: The Crane', 8, 'fr', [], others), 'Harbour News #8 [FR]: The Crane');
    assert.equal(adaptTitle('Harbour News: The Crane', undefined, 'fr', [], others), 'Harbour News [FR]: The Crane');
    assert.equal(adaptTitle('The Crane', undefined, 'fr', [], others), 'The Crane [FR]');
    assert.equal(adaptTitle('The Crane', undefined, 'fr', [], others.slice(1)), 'The Crane');
    assert.equal(adaptTitle('The Crane', undefined, 'fr', [sibling('Fog', 'Brume', undefined)], others), 'The Crane');
  });

  it('knows the number from digits that are part of a word or another number', () => {
    const own = [sibling('A1 News 1', 'Nouvelles A1 n° 1', 1)];
    assert.equal(adaptTitle('A1 News 2', 2, 'fr', own, []), 'Nouvelles A1 n° 2');
    assert.equal(adaptTitle('News 2.5', 2, 'fr', own, []), 'News 2.5');
  });
});
