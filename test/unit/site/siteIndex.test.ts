// What a site answers of its pages, anchors and headings, learnt from its posts alone.
import assert from 'node:assert/strict';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { describePost } from '../../../src/core/pair/facts.js';
import type { PostFacts } from '../../../src/core/pair/pairing.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { buildSite } from '../../../src/core/site/siteIndex.js';
import type { Site } from '../../../src/core/site/site.js';

type Texts = Readonly<Record<string, string>>;
const factsOf = (path: string, text: string): PostFacts => describePost(path, parseIssue(text), () => undefined);

function siteOf(texts: Texts, around: string, siteUrls: readonly string[] = []): Site {
  const pairing = pairPosts(
    Object.entries(texts).map(([path, text]) => factsOf(path, text)),
    { sourceLocale: 'en' },
  );
  const site = buildSite(pairing, siteUrls).around(around);
  assert.ok(site);
  return site;
}

const post = (locale: string, number: number, more = '', body = ''): string =>
  `---\ntitle: "Harbour Newsletter #${number} [${locale.toUpperCase()}]"\n${more}---\n\n[x](https://place.example/${number})\n\n${body}\n`;

/** Jekyll without permalinks: addresses are what links make of file names. */
const named: Texts = {
  '_posts/2024-01-05-Harbour_Newsletter_1.md': post('en', 1),
  '_posts/2024-01-09-Harbour_Newsletter_#1_[FR].md': post(
    'fr',
    1,
    '',
    '[avant](https://harbour.example/Harbour_Newsletter_-2_-FR/)',
  ),
  '_posts/2024-02-05-Harbour_Newsletter_2.md': post(
    'en',
    2,
    '',
    'See [last month](https://harbour.example/Harbour_Newsletter_1/) and [shop](https://shop.example/Harbour_Newsletter_1/), [b](https://shop.example/b), [c](https://shop.example/c).',
  ),
  '_posts/2024-02-09-Harbour_Newsletter_#2_[FR].md': post('fr', 2),
};

describe('a site without permalinks', () => {
  const site = siteOf(named, '_posts/2024-02-09-Harbour_Newsletter_#2_[FR].md');

  it('finds a page in another language by the file names, on its own host alone', () => {
    assert.equal(
      site.localized('https://harbour.example/Harbour_Newsletter_1/', 'fr'),
      'https://harbour.example/Harbour_Newsletter_-1_-FR/',
    );
    assert.equal(
      site.localized('https://harbour.example/Harbour_Newsletter_-1_-FR/', 'en'),
      'https://harbour.example/Harbour_Newsletter_1/',
    );
    assert.equal(site.localized('https://shop.example/Harbour_Newsletter_1/', 'fr'), undefined);
    assert.equal(site.localized('https://harbour.example/elsewhere/Harbour_Newsletter_1/', 'fr'), undefined);
    assert.equal(site.localized('https://harbour.example/Harbour_Newsletter_1/', 'de'), undefined);
    assert.equal(site.localized('https://harbour.example/Harbour_Newsletter_-1_-FR/', 'fr'), undefined);
  });

  it('survives addresses that are none', () => {
    for (const url of [
      '',
      '/',
      '#',
      '?',
      '%E0%A4%A',
      '/%E0%A4%A/',
      'https://',
      '//',
      '{{ x',
      'mailto:a@b.example',
      '/'.repeat(5000),
    ])
      assert.equal(site.localized(url, 'fr'), undefined);
  });
});

const dated: Texts = {
  '_posts/en/2024-01-05-news.md': post(
    'en',
    1,
    'permalink: /en/news/2024/01/05/\nlang: en\n',
    '## News\n\n## The crane',
  ),
  '_posts/fr/2024-01-05-news.md': post(
    'fr',
    1,
    'permalink: /fr/news/2024/01/05/\nlang: fr\n',
    '## Nouvelles\n\n## La grue',
  ),
  '_posts/en/2024-02-05-news.md': post('en', 2, 'permalink: /en/news/2024/02/05/\nlang: en\n', '## News'),
  '_posts/fr/2024-02-05-news.md': post('fr', 2, 'permalink: /fr/news/2024/02/05/\nlang: fr\n', '## Nouvelles'),
  '_posts/en/2024-03-05-news.md': post('en', 3, 'permalink: /en/news/2024/03/05/\nlang: en\n', '## News 🗞️'),
  '_posts/fr/2024-03-05-news.md': post('fr', 3, 'permalink: /fr/news/2024/03/05/\nlang: fr\n', '## Actualités 🗞️'),
  'pages/en/about.md': '---\ntitle: About\npermalink: /en/about/\nlang: en\n---\n',
  'pages/fr/about.md': '---\ntitle: Qui sommes-nous\npermalink: /fr/about/\nlang: fr\n---\n',
};

describe('a site with permalinks', () => {
  const site = siteOf(dated, '_posts/fr/2024-03-05-news.md', ['https://harbour.example/base/{lang}/*']);

  it('finds a page in another language, whatever the address begins with', () => {
    assert.equal(site.localized('/en/news/2024/01/05/', 'fr'), '/fr/news/2024/01/05/');
    assert.equal(
      site.localized('https://harbour.example/en/news/2024/01/05', 'fr'),
      'https://harbour.example/fr/news/2024/01/05/',
    );
    assert.equal(site.localized('/base/en/news/2024/01/05/', 'fr'), '/base/fr/news/2024/01/05/');
    assert.equal(
      site.localized('{{ site.baseurl }}/en/news/2024/01/05/', 'fr'),
      '{{ site.baseurl }}/fr/news/2024/01/05/',
    );
    assert.equal(site.localized('https://other.example/en/news/2024/01/05/', 'fr'), undefined);
  });

  it('finds pages that are no issues by their permalinks', () => {
    assert.equal(site.localized('/en/about/', 'fr'), '/fr/about/');
  });

  it('takes the fragment along: as it is, or to the heading at the same place', () => {
    assert.equal(site.localized('/en/news/2024/01/05/#the-crane', 'fr'), '/fr/news/2024/01/05/#la-grue');
    assert.equal(site.localized('/en/news/2024/01/05/?a=b#nowhere', 'fr'), '/fr/news/2024/01/05/?a=b');
  });

  it('knows the anchors of its pages', () => {
    assert.ok(site.anchorsOf('/en/news/2024/01/05/')?.has('the-crane'));
    assert.equal(site.anchorsOf('/en/news/2024/01/05/')?.has('la-grue'), false);
    assert.equal(site.anchorsOf('/en/nowhere/'), undefined);
  });

  it('knows how other issues render a heading', () => {
    assert.deepEqual(site.renderingsOf('News', 'fr'), [{ text: 'Nouvelles', issues: 2 }]);
    assert.deepEqual(siteOf(dated, '_posts/fr/2024-01-05-news.md').renderingsOf('news', 'fr'), [
      { text: 'Actualités', issues: 1 },
      { text: 'Nouvelles', issues: 1 },
    ]);
    assert.deepEqual(site.renderingsOf('News', 'de'), []);
  });

  it('knows the other issues of a language', () => {
    assert.deepEqual(
      site.siblingsIn('fr').map(({ source }) => source.number),
      [1, 2],
    );
  });
});

describe('a site with anchors of its own', () => {
  const links = Array.from({ length: 6 }, (_, i) => `[x](/en/news/2024/01/05/#generated-${i})`).join(' ');

  it('does not know its anchors', () => {
    const site = siteOf(
      { ...dated, '_posts/en/2024-02-05-news.md': post('en', 2, 'permalink: /en/news/2024/02/05/\nlang: en\n', links) },
      '_posts/fr/2024-03-05-news.md',
    );
    assert.equal(site.hasOwnAnchors, true);
    assert.equal(site.anchorsOf('/en/news/2024/01/05/'), undefined);
  });
});

describe('what a site knows of pairing', () => {
  it('names the sources that cannot be told apart, and second translations', () => {
    const texts = {
      'en/a.md': '---\ntitle: "Newsletter #4"\nlang: en\n---\n',
      'en/b.md': '---\ntitle: "Newsletter #4"\nlang: en\n---\n\n[x](https://x.example/1) [x](https://x.example/2)\n',
      'de/c.md': '---\ntitle: "Newsletter #4"\nlang: de\ndate: 2024-01-01\n---\n',
    };
    const dates = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, text.replace('\n---\n', '\ndate: 2024-01-01\n---\n')]),
    );
    assert.deepEqual(
      siteOf(dates, 'de/c.md')
        .rivals.map(({ path }) => path)
        .sort(),
      ['en/a.md', 'en/b.md'],
    );
    const twice = {
      ...dated,
      '_posts/fr/2024-01-06-news.md': post('fr', 1, 'permalink: /fr/news/2024/01/06/\nlang: fr\n'),
    };
    assert.deepEqual(
      siteOf(twice, '_posts/fr/2024-01-06-news.md').twins.map(({ path }) => path),
      ['_posts/fr/2024-01-05-news.md'],
    );
  });
});
