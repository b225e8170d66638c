// Which pages addresses lead to, and how the address of another page is written.
import assert from 'node:assert/strict';
import { indexPages } from '../../../src/core/site/pages.js';
import { postFacts } from '../support/postFacts.js';

describe('the pages of a site', () => {
  const named = (path: string, locale: string) => postFacts(path, { locale });
  const fixed = (path: string, locale: string, permalink: string) =>
    postFacts(path, { locale, page: { permalink, headings: [], anchors: [], fields: {} } });
  const [en, fr, lone] = [
    named('docs/en/crane.md', 'en'),
    named('docs/fr/grue.md', 'fr'),
    named('docs/en/a b.md', 'en'),
  ];
  const [fixedEn, fixedFr] = [fixed('x.md', 'en', '/en/dock/'), fixed('y.md', 'fr', '/fr/bassin/')];
  const pages = indexPages([en, fr, lone, fixedEn, fixedFr], ['https://harbour.example/{lang}/*', '/{lang}/']);

  it('are its own by their hosts, and by paths from the root', () => {
    assert.deepEqual(
      ['/any', 'https://harbour.example/any', 'https://other.example/any', 'any.html'].map((url) => pages.isOwn(url)),
      [true, true, false, false],
    );
  });

  it('are found by permalinks and by names', () => {
    assert.equal(pages.pageAt('/en/dock'), fixedEn);
    assert.equal(pages.pageAt('https://harbour.example/docs/fr/grue.html?x#y'), fr);
    assert.equal(pages.pageAt('docs/fr/grue.html'), undefined, 'relative to what');
    assert.equal(pages.pageAt('https://other.example/docs/fr/grue.html'), undefined);
  });

  it('have addresses like one another’s', () => {
    assert.equal(
      pages.addressLike('https://harbour.example/docs/en/crane.html', en, fr),
      'https://harbour.example/docs/fr/grue.html',
    );
    assert.equal(pages.addressLike('/docs/en/crane/', en, fixedFr), '/fr/bassin/');
    assert.equal(pages.addressLike('/en/dock/', fixedEn, fixedFr), '/fr/bassin/');
    assert.equal(pages.addressLike('/en/dock/', fixedEn, fr), undefined, 'of which no permalink is known');
    assert.equal(pages.addressLike('/strange/en/crane/', en, fr), undefined, 'a folder that nothing explains');
    assert.equal(pages.addressLike('/docs/en/other/', en, fr), undefined, 'another name');
    assert.equal(pages.addressLike('/elsewhere/', fixedEn, fixedFr), '/fr/bassin/');
  });

  it('have twins where only the language in the permalink differs', () => {
    const twin = fixed('z.md', 'fr', '/fr/dock/');
    const both = indexPages([fixedEn, twin], []);
    assert.equal(both.twinOf(fixedEn, 'fr'), twin);
    assert.equal(both.twinOf(fixedEn, 'de'), undefined);
    assert.equal(pages.twinOf(en, 'fr'), undefined);
  });
});
