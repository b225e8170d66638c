// The languages that one can choose from.
import assert from 'node:assert/strict';
import { allLanguages, languageOfTag } from '../../../src/core/start/languages.js';

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

  it('can be any tag', () => {
    assert.equal(languageOfTag('pt_br')?.locale, 'pt-BR');
    assert.equal(languageOfTag('fr-SN')?.locale, 'fr-SN');
    assert.equal(languageOfTag('no tag'), undefined);
  });
});
