// Locales, scripts, and which language a text is in.
import assert from 'node:assert/strict';
import { loadIdentify } from '../../../src/core/language/identify.js';
import { languageName, sameLanguage, sameWriting, toLocale } from '../../../src/core/language/locale.js';
import { isWrittenIn, scriptOf } from '../../../src/core/language/script.js';
import { proseOf } from '../../../src/core/pair/facts.js';
import { sampleIssue, type Sample } from '../support/samples.js';

describe('a locale', () => {
  it('is canonical, however it is written', () => {
    const tags = {
      fr: 'fr',
      'PT-BR': 'pt-BR',
      pt_br: 'pt-BR',
      'zh-hans-cn': 'zh-Hans-CN',
      CN: 'zh',
      JP: 'ja',
      ' de ': 'de',
    };
    for (const [tag, locale] of Object.entries(tags)) assert.equal(toLocale(tag), locale, tag);
  });

  it('is none where the tag names no language', () => {
    for (const tag of ['', 'xx', 'english', 'f', 'fr-', '12', 'fr-Latn-Cyrl', '__proto__'])
      assert.equal(toLocale(tag), undefined, tag);
  });

  it('has a name, and shares its language with its regions', () => {
    assert.equal(languageName('fr'), 'French');
    assert.equal(languageName('not a locale'), 'not a locale');
    assert.ok(sameLanguage('pt-BR', 'pt'));
    assert.ok(!sameLanguage(undefined, undefined));
  });

  it('are of one writing where whoever reads the one reads the other', () => {
    for (const [a, b] of [
      ['pt', 'pt-BR'],
      ['zh', 'zh-Hans'],
      ['zh-TW', 'zh-Hant'],
      ['fr', 'fr'],
    ] as const)
      assert.ok(sameWriting(a, b), `${a} ${b}`);
    for (const [a, b] of [
      ['zh', 'zh-Hant'],
      ['sr-Latn', 'sr'],
      ['pt', 'es'],
    ] as const)
      assert.ok(!sameWriting(a, b), `${a} ${b}`);
  });
});

describe('a script', () => {
  it('is that of most letters, names in Latin ones aside', () => {
    const texts = {
      Latin: 'Just words',
      Han: '使用 TensorFlow 的简报',
      Kana: '簡単なニュース',
      Arabic: 'نشرة GPT-2',
      Cyrillic: 'Вестник',
      Hangul: '소식지',
    };
    for (const [script, text] of Object.entries(texts)) assert.equal(scriptOf(text)?.script, script);
    assert.equal(scriptOf('123 !'), undefined);
  });

  it('belongs to a locale or does not', () => {
    assert.ok(
      isWrittenIn('zh', 'Han') &&
        isWrittenIn('ja', 'Kana') &&
        isWrittenIn('ar', 'Arabic') &&
        isWrittenIn('hi', 'Devanagari'),
    );
    assert.ok(!isWrittenIn('fr', 'Han') && !isWrittenIn('zh', 'Arabic'));
  });
});

describe('identification', () => {
  const expected: readonly (readonly [Sample, string])[] = [
    ['en12', 'en'],
    ['fr12', 'fr'],
    ['zh12', 'zh'],
    ['ar12', 'ar'],
    ['fr11', 'fr'],
  ];
  for (const [sample, locale] of expected) {
    it(`tells ${sample}`, async () => {
      const found = (await loadIdentify())(proseOf(sampleIssue(sample)));
      assert.equal(found?.locale, locale);
      assert.ok(found.confidence >= 0.6 && found.confidence <= 1);
    });
  }

  it('says nothing of too little', async () => {
    const identify = await loadIdentify();
    for (const text of ['', 'Bonjour', '12 34 56 78 90 '.repeat(20), 'https ']) assert.equal(identify(text), undefined);
  });
});
