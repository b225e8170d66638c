// Adding a term to the glossary in the settings file.
import assert from 'node:assert/strict';
import { withTerm } from '../../../src/core/glossary/addTerm.js';
import { readProjectSettings } from '../../../src/core/project/readSettings.js';

const path = { term: 'path', locale: 'fr', rendering: 'sentier' };
const glossaryOf = (text: string | undefined) =>
  readProjectSettings(text ?? '').settings.rules.glossary.map(({ term, keep, translations }) => ({
    term,
    keep,
    translations,
  }));

describe('a term for the glossary', () => {
  it('makes the settings file, if there is none', () => {
    assert.deepEqual(JSON.parse(withTerm(undefined, path)!), {
      glossary: [{ term: 'path', translations: { fr: ['sentier'] } }],
    });
  });

  it('goes behind the others; comments and layout stay', () => {
    const before =
      '{\n\t// ours\n\t"glossary": [\n\t\t{ "term": "ferry", "keep": true } // a name\n\t],\n\t"insert": "quoted"\n}\n';
    const after = withTerm(before, path)!;
    assert.equal(
      after,
      before.replace(
        'true } // a name',
        'true }, // a name\n\t\t{ "term": "path", "translations": { "fr": ["sentier"] } }',
      ),
    );
    assert.deepEqual(
      glossaryOf(after).map(({ term }) => term),
      ['ferry', 'path'],
    );
  });

  it('goes into a list of one line, and behind a comma that is there already', () => {
    assert.equal(
      withTerm('{ "glossary": [{ "term": "a", "keep": true }] }', { ...path, term: 'b', rendering: 'b' }),
      '{ "glossary": [{ "term": "a", "keep": true }, { "term": "b", "keep": true }] }',
    );
    const comma = '{\n  "glossary": [\n    { "term": "a", "keep": true }, // one\n    // two\n  ],\n}\n';
    assert.equal(
      withTerm(comma, { ...path, term: 'b', rendering: 'b' }),
      comma.replace('// two', '// two\n    { "term": "b", "keep": true }'),
    );
  });

  it('is one more rendering of an entry that is there', () => {
    const before =
      '{ "glossary": [{ "term": "Path", "translations": { "fr": "chemin", "de": ["Pfad"] }, "note": "x" }] }';
    const after = withTerm(before, path);
    assert.deepEqual(glossaryOf(after), [
      { term: 'Path', keep: false, translations: { fr: ['chemin', 'sentier'], de: ['Pfad'] } },
    ]);
    assert.equal(withTerm(after, path), after, 'twice changes nothing');
    assert.deepEqual(
      glossaryOf(withTerm(before, { ...path, locale: 'ja', rendering: '小道' }))[0]?.translations['ja'],
      ['小道'],
    );
  });

  it('that is the same in the translation is to stay as it is', () => {
    assert.deepEqual(glossaryOf(withTerm('{}', { term: 'BERT', locale: 'fr', rendering: 'BERT' })), [
      { term: 'BERT', keep: true, translations: {} },
    ]);
    assert.equal(
      glossaryOf(
        withTerm('{"glossary":[{"term":"BERT","translations":{"fr":["x"]}}]}', {
          term: 'BERT',
          locale: 'fr',
          rendering: 'BERT',
        }),
      )[0]?.keep,
      true,
    );
  });

  it('changes no file that cannot be read', () => {
    assert.equal(withTerm('{ "glossary": [', path), undefined);
    assert.equal(
      withTerm('{ "glossary": 3 }', { ...path }) === undefined ||
        glossaryOf(withTerm('{ "glossary": 3 }', path)).length === 1,
      true,
    );
  });
});

describe('a term for a glossary that is odd', () => {
  it('goes into an empty list, and behind a comma on the same line', () => {
    assert.deepEqual(
      glossaryOf(withTerm('{ "glossary": [] }', path)).map(({ term }) => term),
      ['path'],
    );
    const after = withTerm('{ "glossary": [{ "term": "a", "keep": true },] }', path)!;
    assert.deepEqual(
      glossaryOf(after).map(({ term }) => term),
      ['a', 'path'],
    );
    assert.doesNotMatch(after, /,\s*,/);
  });

  it('is kept, or rendered, where its entry said neither', () => {
    const before = '{ "glossary": [{ "term": "path", "keep": true }] }';
    assert.deepEqual(glossaryOf(withTerm(before, path)), [
      { term: 'path', keep: true, translations: { fr: ['sentier'] } },
    ]);
    assert.equal(
      withTerm('{ "glossary": [{ "term": "path", "translations": { "fr": "sentier" } }] }', path),
      '{ "glossary": [{ "term": "path", "translations": { "fr": "sentier" } }] }',
    );
  });
});
