// Names of pages, and which part of a translation's address answers to which part of its source's.
import assert from 'node:assert/strict';
import { counterpartOf, localeSegment, pageNames } from '../../../src/core/site/names.js';
import { postFacts } from '../support/postFacts.js';

describe('the names of a page', () => {
  const names = (path: string): readonly string[] => pageNames(postFacts(path));

  it('are the file’s, and what Jekyll makes of it', () => {
    assert.deepEqual(names('docs/The_Big-Crane!.md'), ['The_Big-Crane!', 'The_Big-Crane!', 'the-big-crane']);
    assert.deepEqual(names('_posts/2024-01-09-News_#1_[FR].md'), ['News_-1_-FR', 'news-1-fr']);
  });

  it('are the folder’s where the file is its index', () => {
    for (const index of ['index', '_index', 'README']) assert.deepEqual(names(`news/12/${index}.md`), ['12'], index);
    assert.deepEqual(names('index.md'), ['index']);
  });

  it('are unknown where a suffix is written twice', () => assert.deepEqual(names('_posts/2024-01-09-News.md .md'), []));
});

describe('a part of an address', () => {
  const en = postFacts('_posts/en/2024-01-05-news.md', {
    locale: 'en',
    fields: { categories: 'news boats', category: 'harbour' },
  });
  const fr = postFacts('_posts/fr/2024-02-09-nouvelles.md', { locale: 'fr' });
  const answers = (segment: string, from = en, to = fr): string | undefined => counterpartOf(segment, from, to);

  it('that is of the date is the other’s date, with zeros as it has them', () => {
    assert.deepEqual(
      ['2024', '01', '05', '1', '5'].map((part) => answers(part)),
      ['2024', '02', '09', '2', '9'],
    );
    const undated = postFacts('news.md', { locale: 'fr' });
    assert.equal(answers('05', en, undated), undefined);
    assert.equal(
      answers('3', postFacts('news.md', { date: '2024-01-03' }), postFacts('a.md', { date: '2024-05-30' })),
      '30',
    );
  });

  it('that is the language is the other’s language, as its folders or its front matter write it', () => {
    assert.equal(answers('en'), 'fr');
    assert.equal(localeSegment('en', postFacts('pt_BR/a.md', { locale: 'pt-BR' })), 'pt_BR');
    assert.equal(localeSegment('en', postFacts('a.md', { locale: 'pt-BR', fields: { lang: 'pt-br' } })), 'pt-br');
    assert.equal(localeSegment('en', postFacts('a.md', { locale: 'pt-BR' })), 'pt');
    assert.equal(localeSegment('en-GB', postFacts('a.md', { locale: 'pt-BR' })), 'pt-BR');
    assert.equal(answers('en', en, postFacts('a.md', { locale: undefined })), undefined);
  });

  it('that is a folder is the folder in its place, without the underscore that hides it', () => {
    assert.equal(
      answers('letters', postFacts('_letters/en/a.md'), postFacts('_lettres/fr/a.md', { locale: 'fr' })),
      'lettres',
    );
    assert.equal(
      answers('letters', postFacts('letters/a.md'), postFacts('fr/letters/a.md', { locale: 'fr' })),
      'letters',
    );
    assert.equal(answers('letters', postFacts('letters/a.md'), postFacts('other/b.md')), 'letters');
  });

  it('that is a category stays', () => {
    assert.deepEqual(
      ['boats', 'harbour', 'elsewhere'].map((part) => answers(part)),
      ['boats', 'harbour', undefined],
    );
    assert.equal(answers('boats', postFacts('news.md')), undefined);
  });
});
