// What addresses tell of one another: accidents, decisions, and pages in two languages.
import assert from 'node:assert/strict';
import {
  isAddressDamaged,
  isNoAddress,
  isRepairable,
  isSamePageLocalised,
  isSameSiteLocalised,
  likeness,
  looksLikeAddress,
  namesLocale,
  repairedAddress,
} from '../../../src/core/checks/support/addresses.js';

/** Holds a question to a table of `what it is asked` and what it answers. */
function answers<Answer>(
  question: (...of: string[]) => Answer,
  table: readonly (readonly [string | readonly string[], Answer])[],
): void {
  for (const [of, answer] of table) assert.deepEqual(question(...[of].flat()), answer, [of].flat().join(' '));
}

describe('an address', () => {
  it('is told from other text, damaged or not', () => {
    answers(looksLikeAddress, [
      ['https://example.org', true],
      ['ttps://example.org', true],
      ['http//example.org', true],
      ['https:/example.org', true],
      ['https：//example.org', true],
      ['www.example.org', true],
      ['mailto:a@example.org', true],
      ['ftp://example.org', true],
      ['the harbour', false],
      ['ssh://example.org', false],
      ['see https://example.org', false],
      ['www.', false],
      ['mailto: a', false],
      ['example.org', false],
      ['http:', false],
      ['x:a', false],
    ]);
  });

  it('is repaired where an accident shows', () => {
    answers(repairedAddress, [
      ['https://example.org/a', 'https://example.org/a'],
      ['HTTP://example.org/a', 'HTTP://example.org/a'],
      ['ttps://example.org/a', 'https://example.org/a'],
      ['ttp://example.org/a', 'http://example.org/a'],
      ['htp:/example.org', 'http://example.org'],
      ['https//example.org', 'https://example.org'],
      ['https://https://example.org', 'https://example.org'],
      ['http://ttps://example.org', 'https://example.org'],
      ['https://http.example.org', 'https://http.example.org'],
      [' %20https://example.org/a %20', 'https://example.org/a'],
      ['https:// %20example.org', 'https://example.org'],
      ['https://exam\u200bple.org\ufeff', 'https://example.org'],
      ['(https://example.org/a)', 'https://example.org/a'],
      ['https://example.org/a)', 'https://example.org/a'],
      ['https://example.org/a),。', 'https://example.org/a'],
      ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
      ['https://example.org/a[b]', 'https://example.org/a[b]'],
      ['https://example.org/a…', 'https://example.org/a'],
      ['https://example.org/a.', 'https://example.org/a.'],
      ['the harbour', 'the harbour'],
    ]);
  });

  it('is none if its host has no dot, or has white space', () => {
    answers(isNoAddress, [
      ['https://example', true],
      ['https://exam ple.org', true],
      ['https://exam%20ple.org/a', true],
      [' http://', true],
      ['https://example.org', false],
      ['https://localhost', false],
      ['https://localhost:80/a', false],
      ['https://[::1]/', false],
      ['example', false],
      ['/a', false],
    ]);
  });
});

describe('an address beside the source’s', () => {
  const own = 'https://example.org/on-sources/of-the-river';

  it('is an accident of it', () => {
    for (const target of [
      'ttps://example.org/on-sources/of-the-river',
      `${own})`,
      `(${own})`,
      'example.org/on-sources/of-the-river',
      'https://example.org/on-sources/of-the-ri',
      'https://example.orgg/on-sources/of-the-river',
      'https://exmple.org/on-sources/of-the-river',
      'https://exanple.org/on-sources/of-the-river',
      '_COPY@e/on-sources/of-the-river',
    ]) {
      assert.equal(isAddressDamaged(target, own), true, target);
    }
  });

  it('is a decision', () => {
    for (const target of [
      own,
      ` ${own}`,
      'https://example.org/on-sources',
      'https://example.org/on-sources/',
      'https://example.org/on-rivers/of-the-river',
      'https://examples.com/on-sources/of-the-river',
      '/on-sources/of-the-river',
      '#on-sources/of-the-river',
      'x/the-river',
      'ftp:x/on-sources/of-the-river',
      'the-river',
    ]) {
      assert.equal(isAddressDamaged(target, own), false, target);
    }
    assert.equal(isAddressDamaged('https://v2.example.org/a', 'https://v3.example.org/a'), false);
    assert.equal(isAddressDamaged('https://exampl.org/', 'https://example.org/'), false);
  });

  it('can be repaired where that gives the source’s', () => {
    answers(isRepairable, [
      [['ttps://example.org/a', 'https://example.org/a'], true],
      [['example.org/a', 'https://example.org/a'], true],
      [['https://example.org/a', 'https://example.org/a'], false],
      [['ttps://example.org/b', 'https://example.org/a'], false],
      [['/a', 'https://example.org/a'], false],
      [['mailto:a', 'https://example.org/a'], false],
      [['example.org/a', '/a'], false],
    ]);
  });

  it('leads to the same page in another language', () => {
    const locales = { sourceLocale: 'en', targetLocale: 'pt-BR' };
    answers(
      (target, source) => isSamePageLocalised(target, source, locales),
      [
        [['https://example.org/pt/a', 'https://example.org/en/a'], true],
        [['https://example.org/pt-br/a', 'https://example.org/a'], true],
        [['https://pt.example.org/a', 'https://en.example.org/a'], true],
        [['https://example.org/a?lang=pt', 'https://example.org/a'], true],
        [['https://example.org/a?hl=pt_BR', 'https://example.org/a?hl=en'], true],
        [['https://example.org/fr/a', 'https://example.org/en/a'], false],
        [['https://example.org/pt/b', 'https://example.org/en/a'], false],
        [['https://example.org/ptolemy/a', 'https://example.org/a'], false],
        [['', 'https://example.org/a'], false],
        [['https://example.org/a', ''], false],
        [['/a#porto', '/a#harbour'], true],
        [['/a#L7', '/a#L8'], false],
        [['https://example.org/a#porto', 'https://example.org/a#harbour'], false],
        [['https://example.org/a#x', 'https://example.org/a#x'], true],
        [['/news/2024/the-title', 'https://example.org/news/2024/the-title'], true],
        [['https://example.org/news/2024/the-title', '/news/2024/the-title'], true],
        [['/a', 'https://example.org/a'], false],
        [['/news/2024/the-title', 'https://example.org/x/news/2024/the-title'], false],
        [['../the-title', 'https://example.org/news/the-title'], true],
        [['../the-title', 'https://example.org/news/another-title'], false],
        [['https://example.org/a%3Ab', 'https://example.org/a:b'], true],
        [['https://example.org/a%23b', 'https://example.org/a#b'], false],
        [['https://example.org/50%', 'https://example.org/50%'], true],
      ],
    );
  });

  it('leads to a page of the language on the same site', () => {
    const locales = { sourceLocale: 'en', targetLocale: 'pt' };
    answers(
      (target, source) => isSameSiteLocalised(target, source, locales),
      [
        [['https://pt.example.org/porto', 'https://en.example.org/harbour'], true],
        [['https://example.org/pt/porto', 'https://example.org/harbour'], true],
        [['https://example.org/porto', 'https://example.org/harbour'], false],
        [['https://pt.example.com/porto', 'https://en.example.org/harbour'], false],
        [['/pt/porto', 'https://example.org/harbour'], false],
        [['https://example.org/pt/porto', '/harbour'], false],
      ],
    );
  });

  it('says its language', () => {
    for (const address of [
      'https://fr.example.org',
      'https://example.org/fr/',
      'https://example.org/a_FR',
      '/a?lang=fr',
      'fr/a',
      'https://example.org/fr-CA/a',
    ])
      assert.equal(namesLocale(address, 'fr-FR'), true, address);
    for (const address of ['https://example.org/free', 'https://afr.example.org', 'fr://example.org', ''])
      assert.equal(namesLocale(address, 'fr'), false, address);
    assert.equal(namesLocale('/fr/', undefined), false);
    assert.equal(namesLocale('/fr/', ''), false);
  });

  it('is as like it as they share from both ends', () => {
    answers(
      (a, b) => likeness(a, b),
      [
        [['', ''], 1],
        [['abcd', 'abcd'], 1],
        [['abcd', 'abxd'], 0.75],
        [['abcd', ''], 0],
        [['aa', 'aaaa'], 0.5],
        [['abcd', 'xbcx'], 0],
        [['abcd', 'xbcd'], 0.75],
      ],
    );
  });
});
