// Terms of a glossary in a text, and which words of a translation render one.
import assert from 'node:assert/strict';
import { guessRendering } from '../../../src/core/glossary/guess.js';
import { termsIn } from '../../../src/core/glossary/terms.js';
import type { GlossaryTerm } from '../../../src/core/project/rules.js';

function term(
  words: string,
  translations: GlossaryTerm['translations'] = {},
  avoid: GlossaryTerm['avoid'] = {},
): GlossaryTerm {
  return { term: words, keep: false, translations, avoid, note: undefined };
}

describe('the terms in a text', () => {
  const glossary = [
    term('path', { fr: ['sentier'] }, { fr: ['chemin'] }),
    term('tow path', { fr: ['chemin de halage'] }),
  ];
  const found = (text: string, locale?: string): string[] =>
    termsIn(text, glossary, locale).map(({ term: one, start, end }) => `${one.term}: ${text.slice(start, end)}`);

  it('are where the source writes them, the longest first of all', () => {
    assert.deepEqual(found('The tow path meets another path.'), ['tow path: tow path', 'path: path']);
  });

  it('are in a translation where it renders them, rightly or not', () => {
    assert.deepEqual(found('Le chemin de halage, un sentier, un chemin.', 'fr'), [
      'tow path: chemin de halage',
      'path: sentier',
      'path: chemin',
    ]);
    assert.deepEqual(found('Le sentier', 'de'), []);
  });
});

describe('a guess at the rendering of a term', () => {
  const pairs = [
    { source: 'The tow path is open.', target: 'Le chemin de halage est ouvert.' },
    { source: 'A tow path for all.', target: 'Un chemin de halage pour tous.' },
    { source: 'The road is open.', target: 'Le chemin est ouvert.' },
    { source: 'The ferry is green.', target: 'Le bac est vert.' },
  ];

  it('is what stands where the term does, and only there', () => {
    assert.equal(guessRendering('tow path', pairs[0]!, pairs), 'chemin de halage');
  });

  it('is the term itself where that stands unchanged', () => {
    assert.equal(guessRendering('BERT', { source: 'BERT reads.', target: 'BERT lit.' }, pairs), 'BERT');
  });

  it('is none where nothing is sure', () => {
    assert.equal(guessRendering('ferry', pairs[3]!, pairs), undefined, 'seen once');
    assert.equal(guessRendering('mill', { source: 'The mill', target: 'Le moulin' }, pairs), undefined);
  });
});
