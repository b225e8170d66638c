// What a post says of itself: language, number, date.
import assert from 'node:assert/strict';
import { bareName, dateIn, numberInFileName, numberInTitle } from '../../../src/core/pair/names.js';
import { describePost, mayBeIssue } from '../../../src/core/pair/facts.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { factsOf } from '../support/posts.js';

describe('a post’s language', () => {
  const cases: readonly (readonly [string, Parameters<typeof factsOf>[0], string | undefined, string | undefined])[] = [
    ['is what the front matter says', { path: 'de/x [FR].md', head: ['lang: pt_br'] }, 'pt-BR', 'front matter'],
    [
      'stands in brackets in the title',
      { path: 'x.md', head: ['title: "Newsletter #5 [PT-BR]: On"'] },
      'pt-BR',
      'title',
    ],
    [
      'stands in round ones at the end of the title',
      { path: 'x.md', head: ['title: "La lettre du fleuve (fr)"'] },
      'fr',
      'title',
    ],
    [
      'is no word in brackets in the title',
      { path: 'x.fr.md', head: ['title: "Pourquoi (no) longer"'], language: 'fr' },
      'fr',
      'file name',
    ],
    ['stands in brackets in the name', { path: '2020-03-09-NLP_Newsletter_#5_[FR].Md' }, 'fr', 'file name'],
    ['stands in brackets before two suffixes', { path: 'NLP_8[ZH].md .md', language: 'zh' }, 'zh', 'file name'],
    ['stands at the end of the name', { path: 'newsletter_11_fr.md', language: 'fr' }, 'fr', 'file name'],
    ['stands between dots', { path: '2020-NLP_Newsletter.AR._More.md', language: 'ar' }, 'ar', 'file name'],
    ['is the whole name', { path: 'newsletter/2010/03/fr.md', language: 'fr' }, 'fr', 'file name'],
    ['is the text’s, if the whole name is a word', { path: 'newsletter/is.md', language: 'en' }, 'en', 'text'],
    ['is the folder’s', { path: '_posts/fr/newsletters/x.md', language: 'fr' }, 'fr', 'folder'],
    [
      'is the folder’s that is named after the language',
      { path: 'newsletter/Spanish Version/x.md', language: 'es' },
      'es',
      'folder',
    ],
    [
      'is the folder’s that is named in the language itself',
      { path: 'newsletter/日本語版/x.md', language: 'ja' },
      'ja',
      'folder',
    ],
    ['is named at the end of the name', { path: 'issue-12-français.md', language: 'fr' }, 'fr', 'file name'],
    [
      'is named in brackets at the end of the name',
      { path: 'Letter 12 (Español).md', language: 'es' },
      'es',
      'file name',
    ],
    [
      'is the text’s, if a name or a folder has a language’s name and the text is in another',
      { path: 'polish/learning-french.md', language: 'en' },
      'en',
      'text',
    ],
    ['is the text’s', { path: 'x.md', language: 'ja' }, 'ja', 'text'],
    ['is the text’s, if the end of the name is a word', { path: 'what-it-is.md', language: 'en' }, 'en', 'text'],
    [
      'is the text’s, if the tag is of another script',
      { path: 'x.md', head: ['title: "Newsletter [CH]"'], language: 'zh' },
      'zh',
      'text',
    ],
    [
      'stays what the tag says while the text is not translated yet',
      { path: 'x [ZH].md', language: 'en' },
      'zh',
      'file name',
    ],
    [
      'is the text’s and the name’s, if the front matter was copied from the source',
      { path: 'x [FR].md', head: ['lang: en'], language: 'fr' },
      'fr',
      'text',
    ],
    [
      'is the text’s and the folder’s, if the front matter was copied from the source',
      { path: '_posts/pt-BR/fr/x.md', head: ['lang: en'], language: 'fr' },
      'fr',
      'text',
    ],
    [
      'stays what the front matter says, if the text is in it',
      { path: 'fr/x [FR].md', head: ['lang: en'], language: 'en' },
      'en',
      'front matter',
    ],
    [
      'is the folder’s, if a part of the text is in its letters',
      { path: 'zh/news/x.md', language: 'half' },
      'zh',
      'folder',
    ],
    ['is none of a folder in whose letters little is', { path: 'ar/news/x.md', language: 'half' }, 'en', 'text'],
    ['is none that brackets name by chance', { path: 'x [XX].md', language: 'en' }, 'en', 'text'],
  ];
  for (const [name, post, locale, from] of cases) {
    it(name, async () => {
      const facts = await factsOf(post);
      assert.deepEqual([facts.locale, facts.localeFrom], [locale, from]);
    });
  }
});

describe('what may be an issue', () => {
  const may = (path: string, head: string): boolean =>
    mayBeIssue(describePost(path, parseIssue(`---\n${head}\n---\n\nA bridge was built anew.\n`), () => undefined));

  it('says that it is one, or has a day or a title, and a language', () => {
    assert.ok(may('a.md', 'title: River Newsletter'));
    assert.ok(may('en/news/2024-05-01-bridge.md', 'title: A bridge\nlang: en'));
    assert.ok(may('en/news/2024-05-01-bridge.md', 'title: A bridge'));
    assert.ok(may('guides/bridge.md', 'title: A bridge\nlang: en'));
  });

  it('says so in a folder above those of year and month', () => {
    const is = (path: string): boolean =>
      describePost(path, parseIssue('A bridge was built anew.\n'), () => undefined).isNewsletter;
    assert.ok(is('newsletter/2010/03/en.md') && is('newsletter/2010/2010-03/14/en.md') && is('newsletter/en/a.md'));
    assert.ok(!is('newsletter/tools/old/en.md') && !is('news/2010/03/en.md'));
  });

  it('is no page without a title, no diary in one language, and no file without a head', () => {
    assert.ok(!may('en/about.md', 'layout: page'));
    assert.ok(!may('_posts/2024-05-01-bridge.md', 'title: A bridge'));
    assert.ok(!mayBeIssue(describePost('en/2024-05-01-notes.md', parseIssue('A bridge.\n'), () => undefined)));
  });
});

describe('an issue’s number', () => {
  it('is read from titles', () => {
    const titles = {
      'River #12 [EN]': 12,
      'Issue 7: On': 7,
      '简报（第8期）': 8,
      'Lettre n° 4': 4,
      '回顾 2019 年第 4 季度': undefined,
      第3年: undefined,
      第12周: 12,
      'The 2020s': undefined,
      Nothing: undefined,
    };
    for (const [title, number] of Object.entries(titles)) assert.equal(numberInTitle(title), number, title);
  });

  it('is read from names, and is no part of a date or a word', () => {
    const names = {
      '2020-03-09-NLP_Newsletter_#5_[FR].Md': 5,
      '2020-03-22-NLP_Newsletter[PT-BR]_8.md': 8,
      '2020-05-04-NLP_Newsletter_11_tr.md': 11,
      'nlp_newsletter_5.png': 5,
      '2020-02-28-NLP_Newsletter.AR._GPT-2_And_More.md': undefined,
      '2023-01-04-newsletter.md': undefined,
    };
    for (const [name, number] of Object.entries(names)) assert.equal(numberInFileName(name), number, name);
  });

  it('is the picture’s where title and name have none', async () => {
    assert.equal(
      (await factsOf({ path: 'x_GPT-2.md', head: ['title: Fifth', 'image:', '  thumb: letter_5.png'] })).number,
      5,
    );
  });
});

describe('names', () => {
  it('are alike without locale and signs', () => {
    assert.equal(bareName('a/2020-03-22-NLP_Newsletter[PT-BR]_8.md'), bareName('b/2020-03-22-NLP_Newsletter_8.md'));
    assert.equal(bareName('2019-05-01-newsletter-ja.md'), bareName('2019-05-01-newsletter.md'));
    assert.equal(bareName('a/issue-12-italiano.md'), bareName('b/issue-12.md'));
    assert.equal(bareName('2010/march/pt-BR.md'), bareName('2010/march/en.md'));
    assert.notEqual(bareName('2010/march/fr.md'), bareName('2010/april/fr.md'));
    assert.notEqual(bareName('newsletter-1.md'), bareName('newsletter-2.md'));
  });

  it('have dates, with or without hyphens', () => {
    assert.equal(dateIn('2020-03-22-x'), '2020-03-22');
    assert.equal(dateIn('x_20200322'), '2020-03-22');
    assert.equal(dateIn('2020-13-22'), undefined);
  });
});

describe('what a site makes of a post', () => {
  it('is its address, its headings, its anchors and the short values of its front matter', () => {
    const text = `---\npermalink: /fr/7/\ntags: [a, b]\nimage:\n  thumb: 7.png\n__proto__: x\nexcerpt: "${'long '.repeat(40)}"\n---\n\n# Le port {#port}\n\n## Été & après\n\n## Été & après\n\n<a name="ici"></a>\n`;
    const { page } = describePost('fr/7.md', parseIssue(text), () => undefined);
    assert.equal(page.permalink, '/fr/7/');
    assert.deepEqual(
      page.headings.map(({ depth }) => depth),
      [1, 2, 2],
    );
    for (const anchor of ['port', 'le-port', 'été--après', 'été--après-1', 'ete-apres', 'ici'])
      assert.ok(page.anchors.includes(anchor), anchor);
    assert.deepEqual(
      { ...page.fields },
      { permalink: '/fr/7/', tags: 'a b', 'image.thumb': '7.png', ['__proto__']: 'x' },
    );
  });

  it('is no address that the generator fills in', () => {
    for (const permalink of ['/:year/:title/', '/{{ x }}/', 'https://elsewhere.example/7/', 'none']) {
      assert.equal(
        describePost('7.md', parseIssue(`---\npermalink: "${permalink}"\n---\n`), () => undefined).page.permalink,
        undefined,
        permalink,
      );
    }
  });
});
