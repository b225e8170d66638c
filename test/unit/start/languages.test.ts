// The languages that one can choose from.
import assert from 'node:assert/strict';
import type { PairedIssue } from '../../../src/core/pair/pairing.js';
import { allLanguages, languageOfTag, languagesOfTree } from '../../../src/core/start/languages.js';
import { postFacts } from '../support/postFacts.js';

describe('the languages to choose from', () => {
  it('are known by their own names, English names and tags', () => {
    const known = new Map(allLanguages().map((one) => [one.locale, [one.name, one.english]]));
    assert.deepEqual(known.get('fr'), ['Français', 'French']);
    assert.deepEqual(known.get('pt-BR'), ['Português (Brasil)', 'Portuguese (Brazil)']);
    assert.deepEqual(known.get('ja'), ['日本語', 'Japanese']);
    assert.deepEqual(known.get('ar'), ['العربية', 'Arabic']);
    assert.deepEqual(known.get('zh-Hans'), ['简体中文', 'Chinese (Simplified)']);
    assert.deepEqual(known.get('zh-Hant'), ['繁體中文', 'Chinese (Traditional)']);
    assert.ok(known.size > 500, String(known.size));
    assert.equal(known.size, allLanguages().length);
  });

  it('come so that an English name finds the language itself before its relatives', () => {
    const first = (english: string): string => allLanguages().find((one) => one.english.includes(english))!.locale;
    assert.deepEqual(['French', 'German', 'Arabic', 'Greek', 'Turkish', 'Portuguese', 'Persian'].map(first), [
      'fr',
      'de',
      'ar',
      'el',
      'tr',
      'pt',
      'fa',
    ]);
  });

  it('can be any tag', () => {
    assert.equal(languageOfTag('pt_br')?.locale, 'pt-BR');
    assert.equal(languageOfTag('fr-SN')?.locale, 'fr-SN');
    assert.equal(languageOfTag('no tag'), undefined);
  });
});

describe('the languages of a tree', () => {
  const translations = (...locales: (string | undefined)[]): PairedIssue => ({
    source: postFacts('en.md'),
    translations: locales.map((locale) => ({ post: postFacts('x.md', { locale }), reasons: [], confidence: 1 })),
  });

  it('come with the most issues first, equals by name; each issue counts once, what is in no known language not at all', () => {
    const issues = [translations('fr', 'fr', 'de', 'ja'), translations('de', undefined), translations('es', 'ja')];
    const found = languagesOfTree({ sourceLocale: 'en', issues, unpaired: [], skipped: [] });
    assert.deepEqual(
      found.map(({ locale, issues: count }) => [locale, count]),
      [
        ['de', 2],
        ['ja', 2],
        ['es', 1],
        ['fr', 1],
      ],
    );
    assert.deepEqual(found[0], { locale: 'de', name: 'Deutsch', english: 'German', issues: 2 });
  });
});
