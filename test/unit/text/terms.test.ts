// Finding a term in a text, in the forms that it may have there.
import assert from 'node:assert/strict';
import { findTerm, type TermTolerance } from '../../../src/core/text/terms.js';

const found = (text: string, term: string, tolerance: TermTolerance = 'inflected'): string[] =>
  findTerm(text, term, tolerance).map(({ start, end }) => text.slice(start, end));

describe('a term', () => {
  const cases: readonly (readonly [string, string, string, TermTolerance, readonly string[]])[] = [
    ['with another ending', 'deux langues naturelles', 'naturel', 'inflected', ['naturelles']],
    [
      'with an ending in place of two letters of a long word',
      'les mots naturels',
      'naturelle',
      'inflected',
      ['naturels'],
    ],
    ['but not of a short one', 'le parc', 'parité', 'inflected', []],
    ['with an ending that is too long', 'naturalisations', 'natur', 'inflected', []],
    ['in the plural, where it must be exact', 'its properties, models and boxes', 'property', 'exact', ['properties']],
    ['in the plural with s', 'two models', 'model', 'exact', ['models']],
    ['in the singular', 'one model', 'models', 'exact', ['model']],
    ['in the plural with es', 'boxes', 'box', 'exact', ['boxes']],
    ['inflected, where it must be exact', 'modelled', 'model', 'exact', []],
    [
      'of two words, with a hyphen between them',
      'the machine-learning course',
      'machine learning',
      'exact',
      ['machine-learning'],
    ],
    [
      'of two words, with emphasis between them',
      '*machine* learning',
      'machine learning',
      'exact',
      ['machine* learning'],
    ],
    ['of two words that a comma parts', 'a machine, learning', 'machine learning', 'exact', []],
    ['behind an article', 'l’apprentissage', 'apprentissage', 'exact', ['apprentissage']],
    ['several times, none overlapping', 'park park park', 'park park', 'exact', ['park park']],
    ['with other accents and capitals', 'Ein MÄRCHEN', 'marchen', 'exact', ['MÄRCHEN']],
    ['in Chinese, over a space', '机器 学习和机器学习', '机器学习', 'inflected', ['机器 学习', '机器学习']],
    ['in Arabic, drawn out and with vowels', 'كـتَاب جديد', 'كتاب', 'inflected', ['كـتَاب']],
    ['in Arabic, that is nothing but drawing out', 'كتاب', 'ـ', 'inflected', []],
    ['of white space', 'a b', '  ', 'inflected', []],
    ['of signs', 'a — b', '—', 'inflected', []],
  ];
  for (const [title, text, term, tolerance, places] of cases)
    it(title, () => assert.deepEqual(found(text, term, tolerance), places));

  it('is found in a text that was looked through before', () => {
    const long = 'The model of a model is no model at all, as everybody who has ever built one will tell.';
    assert.equal(found(long, 'model', 'exact').length, 3);
    assert.deepEqual(found(long, 'everybody', 'exact'), ['everybody']);
  });
});
