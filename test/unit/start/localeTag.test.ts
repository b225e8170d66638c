// Tags of languages as newsletters write them, found and written.
import assert from 'node:assert/strict';
import { markTags, writeTag } from '../../../src/core/start/localeTag.js';

describe('a tag in a name', () => {
  const marked = (text: string, locale: string): readonly [string, string | undefined] => {
    const { text: out, tag } = markTags(text, locale, '▮');
    return [out, tag?.written];
  };

  it('is found however it is written, and in brackets before elsewhere', () => {
    assert.deepEqual(marked('News_fr_[FR]', 'fr'), ['News_fr_[▮]', 'FR']);
    assert.deepEqual(marked('/fr/news-fr', 'fr'), ['/▮/news-▮', 'fr']);
    assert.deepEqual(marked('news.pt_br', 'pt-BR'), ['news.▮', 'pt_br']);
    assert.deepEqual(marked('news-br', 'pt-BR'), ['news-▮', 'br']);
    assert.deepEqual(marked('news（cn）', 'zh'), ['news（▮）', 'cn']);
  });

  it('is no part of a word, and no other language’s', () => {
    assert.deepEqual(marked('fresh-news', 'fr'), ['fresh-news', undefined]);
    assert.deepEqual(marked('news-br', 'pt-PT'), ['news-br', undefined]);
  });
});

describe('a tag is written', () => {
  for (const [like, of, locale, expected] of [
    ['FR', 'fr', 'pt-BR', 'PT-BR'],
    ['fr', 'fr', 'pt-BR', 'pt-BR'],
    ['pt_BR', 'pt-BR', 'zh-Hant', 'zh_Hant'],
    ['pt-br', 'pt-BR', 'zh-Hant', 'zh-hant'],
    ['pt', 'pt-BR', 'zh-Hant', 'zh'],
    ['PT', 'pt-BR', 'es-MX', 'ES'],
    ['cn', 'zh', 'zh', 'cn'],
  ] as const) {
    it(`as “${like}” is: ${expected}`, () => assert.equal(writeTag(locale, { written: like, locale: of }), expected));
  }

  it('as it is where nothing shows the way', () => assert.equal(writeTag('pt-BR', undefined), 'pt-BR'));
});
