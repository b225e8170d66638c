// What the panel's page is told of a locale: its own name, and which way it runs.
import assert from 'node:assert/strict';
import { localeState } from '../../../src/core/view/locale.js';

describe('a locale for the page', () => {
  it('runs its way', () => {
    const ways = { ar: 'rtl', 'he-IL': 'rtl', ur: 'rtl', 'az-Arab': 'rtl', fr: 'ltr', zh: 'ltr', 'ar-Latn': 'ltr' };
    for (const [locale, dir] of Object.entries(ways)) assert.equal(localeState(locale).dir, dir, locale);
  });

  it('has its own name, with a capital', () => {
    assert.deepEqual(localeState('fr'), { locale: 'fr', name: 'Français', dir: 'ltr' });
    assert.equal(localeState('pt-BR').name, 'Português (Brasil)');
  });

  it('is of no certain direction where its script is not known', () => {
    assert.deepEqual(localeState('mis'), { locale: 'mis', name: 'Mis', dir: 'auto' });
  });

  it('has no tag where it is none', () => {
    for (const none of [undefined, ''])
      assert.deepEqual(localeState(none), { locale: '', name: 'Unknown language', dir: 'auto' });
    assert.deepEqual(localeState('not a locale'), { locale: '', name: 'not a locale', dir: 'auto' });
  });
});
