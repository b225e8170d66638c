// Pairing: which post translates which, in trees that follow no rule.
import assert from 'node:assert/strict';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { addresses, factsOf, pairsIn, type MadePost } from '../support/posts.js';

async function pair(posts: readonly MadePost[], sourceLocale?: string) {
  return pairPosts(await Promise.all(posts.map(factsOf)), { sourceLocale });
}

const english = (number: number, more: Partial<MadePost> = {}): MadePost => ({
  path: `_posts/2024-0${number}-01-River_Newsletter_${number}.md`,
  head: [`title: "River Newsletter #${number}"`],
  links: addresses(`issue${number}`),
  ...more,
});

describe('pairing', () => {
  it('goes by links where names, numbers and dates say nothing', async () => {
    const pairing = await pair([
      english(1),
      english(2),
      english(3),
      { path: '_posts/简报.md', language: 'zh', links: addresses('issue2') },
      {
        path: '_posts/2025-12-31-la-lettre.Md',
        language: 'fr',
        links: [...addresses('issue3').slice(2), 'a note of mine'],
      },
    ]);
    assert.deepEqual(pairsIn(pairing), [
      '_posts/2025-12-31-la-lettre.Md < _posts/2024-03-01-River_Newsletter_3.md',
      '_posts/简报.md < _posts/2024-02-01-River_Newsletter_2.md',
    ]);
  });

  it('goes by links against a wrong number', async () => {
    const pairing = await pair([
      english(1),
      english(2),
      { path: 'x.md', head: ['title: "Lettre #1 [FR]"'], language: 'fr', links: addresses('issue2') },
    ]);
    assert.deepEqual(pairsIn(pairing), ['x.md < _posts/2024-02-01-River_Newsletter_2.md']);
  });

  it('takes same names in folders of languages, whose links lead to localised pages', async () => {
    const clean = (locale: string, date: string): MadePost => ({
      path: `_posts/${locale}/newsletters/${date}-newsletter.md`,
      head: [`lang: ${locale}`, 'type: newsletter'],
      language: locale,
      links: addresses(`${locale}/${date}`),
    });
    const dates = ['2023-01-04', '2023-01-11'];
    const pairing = await pair(['en', 'fr', 'ja'].flatMap((locale) => dates.map((date) => clean(locale, date))));
    assert.deepEqual(
      pairsIn(pairing).map((one) => /(\d\d)-newsletter.md < .*(\d\d)-newsletter/.exec(one)!.slice(1)),
      [
        ['04', '04'],
        ['11', '11'],
        ['04', '04'],
        ['11', '11'],
      ],
    );
  });

  it('takes the same place in folders of languages, though no link is shared', async () => {
    const page = (locale: string, name: string): MadePost => ({
      path: `content/${locale}/${name}.md`,
      head: [`lang: ${locale}`, `title: ${name}`, 'tags: newsletter'],
      language: locale,
      links: addresses(`${locale}/${name}`, 6),
    });
    const names = ['arch', 'beam'];
    assert.deepEqual(
      pairsIn(await pair(names.flatMap((name) => [page('en', name), page('fr', name)]))),
      names.map((name) => `content/fr/${name}.md < content/en/${name}.md`),
    );
    assert.deepEqual(pairsIn(await pair([page('en', 'arch'), { ...page('fr', 'arch'), path: 'drafts/arch.md' }])), []);
  });

  it('takes files that are named by their language alone for those of their folder, whatever links they have', async () => {
    const post = (month: string, locale: string, links: readonly string[] = []): MadePost => ({
      path: `pages/newsletter/2010/${month}/${locale}.md`,
      language: locale,
      links,
    });
    const pairing = await pair(
      ['03', '04', '05'].flatMap((month) =>
        ['en', 'fr', 'ja'].map((locale) => post(month, locale, month === '05' ? addresses('issue5', 1) : [])),
      ),
    );
    assert.deepEqual(
      pairsIn(pairing),
      ['03', '04', '05'].flatMap((month) =>
        ['fr', 'ja'].map(
          (locale) => `pages/newsletter/2010/${month}/${locale}.md < pages/newsletter/2010/${month}/en.md`,
        ),
      ),
    );
    const strayed = await pair([
      post('03', 'en', addresses('old', 2)),
      post('04', 'en', addresses('new', 6)),
      post('04', 'fr', [...addresses('old', 1), ...addresses('new', 1)]),
    ]);
    assert.deepEqual(pairsIn(strayed), ['pages/newsletter/2010/04/fr.md < pages/newsletter/2010/04/en.md']);
  });

  it('knows names that end in a locale', async () => {
    const pairing = await pair([
      { path: '2019-05-01-newsletter.md', head: ['lang: en'] },
      { path: '2019-05-01-newsletter-ja.md', head: ['lang: ja'], language: 'ja' },
      { path: '2019-06-01-newsletter.md', head: ['lang: en'] },
    ]);
    assert.deepEqual(pairsIn(pairing), ['2019-05-01-newsletter-ja.md < 2019-05-01-newsletter.md']);
  });

  it('goes by a reference in the front matter', async () => {
    const pairing = await pair([
      { path: 'en/a-newsletter.md', head: ['ref: first'] },
      { path: 'en/b-newsletter.md', head: ['ref: second'] },
      { path: 'fr/la-lettre.md', head: ['ref: second', 'lang: fr'], language: 'fr' },
    ]);
    assert.deepEqual(pairsIn(pairing), ['fr/la-lettre.md < en/b-newsletter.md']);
  });

  it('keeps two translations into one language', async () => {
    const pairing = await pair([
      english(1),
      { path: 'a.fr.md', language: 'fr', links: addresses('issue1') },
      { path: 'b [FR].md', language: 'fr', links: addresses('issue1') },
    ]);
    assert.equal(pairsIn(pairing).length, 2);
  });

  it('lists a source without translations, and a translation without source with the reason', async () => {
    const pairing = await pair([
      english(1),
      {
        path: 'Newsletter_4_[FR].md',
        head: ['title: "Newsletter #4 [FR]"'],
        language: 'fr',
        links: addresses('issue4'),
      },
    ]);
    assert.equal(pairing.issues.length, 1);
    assert.deepEqual(pairing.issues[0]!.translations, []);
    assert.deepEqual(
      pairing.unpaired.map(({ post, reason }) => [post.path, reason]),
      [['Newsletter_4_[FR].md', 'No English issue 4 found that it translates.']],
    );
  });

  it('leaves posts alone that are no issues, translated or not', async () => {
    const pairing = await pair([
      english(1),
      { path: 'about.md', head: ['title: About'], links: addresses('about') },
      { path: 'about.fr.md', head: ['title: À propos'], language: 'fr', links: addresses('about') },
    ]);
    assert.deepEqual(pairing.skipped.map(({ path }) => path).sort(), ['about.fr.md', 'about.md']);
    assert.equal(pairsIn(pairing).length, 0);
  });

  const news = (locale: string, day: number, more: Partial<MadePost> = {}): MadePost => ({
    path: `${locale}/news/2024-05-0${day}-bridge-${day}.md`,
    head: [`lang: ${locale}`],
    language: locale,
    links: addresses(`day${day}`, 3),
    ...more,
  });

  it('takes two posts for one issue that are the only ones of a day in their folder and language, though nothing else tells', async () => {
    const post = (name: string, lang: string): MadePost => ({
      path: `_posts/${name}.md`,
      head: [`title: Newsletter of ${name}`, `lang: ${lang}`],
      language: lang,
    });
    const day = (...names: readonly (readonly [string, string])[]) =>
      pair([
        post('2024-01-01-one', 'en'),
        post('2024-01-08-two', 'en'),
        ...names.map(([name, lang]) => post(name, lang)),
      ]);
    assert.deepEqual(pairsIn(await day(['2024-01-08-dos', 'es'])), [
      '_posts/2024-01-08-dos.md < _posts/2024-01-08-two.md',
    ]);
    assert.deepEqual(pairsIn(await day(['2024-01-08-dos', 'es'], ['2024-01-08-tres', 'es'])), []);
    assert.deepEqual(pairsIn(await day(['2024-01-08-dos', 'es'], ['2024-01-08-three', 'en'])), []);
    assert.deepEqual(pairsIn(await day(['2024-01-09-dos', 'es'], ['es/2024-01-08-dos', 'es'])), []);
  });

  it('leaves alone what is about the issues: their list, a template, guidelines', async () => {
    const about = [
      'newsletter/README.md',
      'newsletter/newsletter-template.md',
      'newsletter/newsletter-guidelines.md',
      'newsletter/日本語版/README.md',
    ];
    const dates = ['2024-01-30', '2024-02-27', '2024-03-26'];
    const pairing = await pair([
      ...dates.map((date): MadePost => ({ path: `newsletter/${date}.md`, links: addresses(date) })),
      ...dates.map((date): MadePost => ({
        path: `newsletter/日本語版/${date}.md`,
        language: 'ja',
        links: addresses(date),
      })),
      ...about.map((path): MadePost => ({ path, head: ['title: River newsletter'], links: addresses('about') })),
    ]);
    assert.deepEqual(
      pairsIn(pairing),
      dates.map((date) => `newsletter/日本語版/${date}.md < newsletter/${date}.md`),
    );
    assert.deepEqual(pairing.issues.length, 3);
    assert.deepEqual(pairing.unpaired, []);
    assert.deepEqual(pairing.skipped.map(({ path }) => path).sort(), [...about].sort());
  });

  it('takes the index of a folder for an issue where hardly anything dated stands beside it', async () => {
    const pairing = await pair([
      { path: 'newsletters/spring/index.md', links: addresses('spring') },
      { path: 'newsletters/spring/2024-03-01-notes.md', links: addresses('notes') },
      { path: 'newsletters/spring/index.fr.md', language: 'fr', links: addresses('spring') },
    ]);
    assert.deepEqual(pairsIn(pairing), ['newsletters/spring/index.fr.md < newsletters/spring/index.md']);
  });

  it('takes news for issues where they are translated as a matter of course, and no words say what is an issue', async () => {
    const pairing = await pair([
      ...[1, 2, 3, 4].map((day) => news('en', day)),
      ...[1, 2, 3].map((day) => news('fr', day)),
      { path: 'en/about.md', head: ['lang: en'], links: addresses('about') },
      { path: 'fr/about.md', head: ['lang: fr'], language: 'fr', links: addresses('about') },
    ]);
    assert.deepEqual(
      pairsIn(pairing),
      [1, 2, 3].map((day) => `fr/news/2024-05-0${day}-bridge-${day}.md < en/news/2024-05-0${day}-bridge-${day}.md`),
    );
    assert.ok(
      pairing.issues.some(({ source }) => source.path.endsWith('bridge-4.md')),
      'what is not translated yet',
    );
    assert.deepEqual(
      pairing.skipped.map(({ path }) => path),
      ['en/about.md', 'fr/about.md'],
    );
  });

  it('takes posts that are filed by year and month for those of one folder', async () => {
    const posts = [
      ['2023', 1],
      ['2024/05', 2],
      ['2024/06', 3],
    ].flatMap(([year, day]) =>
      ['en', 'fr'].map((locale) =>
        news(locale, Number(day), {
          path: `blog/${year}/0${day}-bridge/index.${locale}.md`,
          head: [`date: 2024-05-0${day}`, `title: Bridge ${day}`],
        }),
      ),
    );
    assert.deepEqual(
      pairsIn(await pair(posts)),
      ['2023/01', '2024/05/02', '2024/06/03'].map(
        (one) => `blog/${one}-bridge/index.fr.md < blog/${one}-bridge/index.en.md`,
      ),
    );
    const apart = [1, 2, 3].flatMap((day) =>
      ['en', 'fr'].map((locale) =>
        news(locale, day, { path: `${locale}/blog/2024-05-0${day}-bridge/bridge-${day}.md` }),
      ),
    );
    assert.equal(pairsIn(await pair(apart)).length, 3, 'in folders of their own');
  });

  it('leaves news alone where words say what is an issue, or only some are translated', async () => {
    const both = (day: number): MadePost[] => [news('en', day), news('fr', day)];
    const beside = await pair([
      english(1),
      { path: 'a.fr.md', language: 'fr', links: addresses('issue1') },
      ...[1, 2, 3].flatMap(both),
    ]);
    assert.deepEqual(pairsIn(beside), ['a.fr.md < _posts/2024-01-01-River_Newsletter_1.md']);
    assert.deepEqual(pairsIn(await pair([1, 2].flatMap(both))), []);
  });

  const guide = (locale: string, name: string): MadePost => ({
    path: `guides/${locale === 'en' ? '' : `${locale}/`}${name}.md`,
    head: [`lang: ${locale}`, `title: ${name} in ${locale}`],
    language: locale,
    links: addresses(name, 3),
  });

  it('takes what has a title for issues where such posts are translated as a matter of course, and none is dated', async () => {
    const all = ['arch', 'beam', 'cable'].flatMap((name) => [guide('en', name), guide('fr', name)]);
    const bare = ['en', 'fr'].map((locale): MadePost => ({
      path: `guides/${locale === 'en' ? '' : 'fr/'}readme.md`,
      language: locale,
      links: addresses('readme'),
    }));
    const pairing = await pair([...all, ...bare]);
    assert.deepEqual(
      pairsIn(pairing),
      ['arch', 'beam', 'cable'].map((name) => `guides/fr/${name}.md < guides/${name}.md`),
    );
    assert.deepEqual(
      pairing.skipped.map(({ path }) => path),
      ['guides/readme.md', 'guides/fr/readme.md'],
    );
  });

  it('takes them where one of many has a day as well', async () => {
    const pages = ['arch', 'beam', 'cable'].flatMap((name) => [guide('en', name), guide('fr', name)]);
    const rest = Array.from({ length: 12 }, (_, i) => guide('en', `plank-${i}`));
    const dated = ['en', 'fr'].map((locale) => ({
      ...guide(locale, 'news'),
      head: [...guide(locale, 'news').head!, 'date: 2026-05-01'],
    }));
    assert.deepEqual(
      pairsIn(await pair([...pages, ...rest, ...dated])),
      ['arch', 'beam', 'cable', 'news'].map((name) => `guides/fr/${name}.md < guides/${name}.md`),
    );
  });

  it('leaves pages alone beside news, translated or not, and where only some are translated', async () => {
    const pages = ['arch', 'beam', 'cable'].flatMap((name) => [guide('en', name), guide('fr', name)]);
    assert.deepEqual(pairsIn(await pair([...pages, news('en', 1), news('en', 2)])), []);
    assert.deepEqual(pairsIn(await pair([...pages, english(1), english(2)])), []);
    assert.deepEqual(pairsIn(await pair(pages.slice(0, 4))), []);
  });

  it('takes a name alone, though the translation is of another day', async () => {
    const story = (folder: string, locale: string, date: string): MadePost => ({
      path: `${folder}/boat-story.md`,
      head: [`lang: ${locale}`, 'tags: newsletter', `date: ${date}`],
      language: locale,
      links: [],
    });
    assert.equal(
      pairsIn(await pair([story('blog', 'en', '2026-05-01'), story('i18n/fr/posts', 'fr', '2026-06-01')])).length,
      1,
    );
  });

  it('wants more of a post whose language nothing tells', async () => {
    const list = (links: string[]): MadePost => ({ path: 'a-list.md', head: ['title: X'], language: 'none', links });
    const own = addresses('issue1');
    assert.deepEqual(pairsIn(await pair([english(1), list([...own.slice(0, 4), ...addresses('other', 4)])])), []);
    assert.deepEqual(pairsIn(await pair([english(1), list(own)])), [
      'a-list.md < _posts/2024-01-01-River_Newsletter_1.md',
    ]);
  });

  it('wants more than one link in common', async () => {
    const one = (path: string, language: string, links: string[]): MadePost => ({
      path,
      head: [`lang: ${language}`, 'tags: newsletter'],
      language,
      links,
    });
    const sources = [
      one('2024-01-01-first.md', 'en', ['downloads']),
      one('2024-01-08-second.md', 'en', addresses('second')),
    ];
    assert.deepEqual(pairsIn(await pair([...sources, one('2024-06-01-une-autre.md', 'fr', ['downloads'])])), []);
    assert.deepEqual(
      pairsIn(await pair([...sources, one('2024-06-01-une-autre.md', 'fr', ['downloads', ...addresses('autre')])])),
      [],
    );
    assert.deepEqual(pairsIn(await pair([...sources, one('2024-01-01-la-premiere.md', 'fr', ['downloads'])])), [
      '2024-01-01-la-premiere.md < 2024-01-01-first.md',
    ]);
  });

  it('does not mistake a footer that all issues share for a fingerprint', async () => {
    const footer = addresses('footer', 6);
    const pairing = await pair([
      english(1, { links: [...addresses('issue1', 3), ...footer] }),
      english(2, { links: [...addresses('issue2', 3), ...footer] }),
      english(3, { links: [...addresses('issue3', 3), ...footer] }),
      {
        path: 'newsletter-9-fr.md',
        head: ['title: "Lettre #9"'],
        language: 'fr',
        links: [...addresses('issue9', 3), ...footer],
      },
    ]);
    assert.deepEqual(pairsIn(pairing), []);
  });

  it('of copies of a source takes the nearest', async () => {
    const pairing = await pair([
      english(1),
      english(1, { path: '_site/backup/River_Newsletter_1.md' }),
      { path: '_posts/fr.md', head: ['lang: fr'], language: 'fr', links: addresses('issue1') },
    ]);
    assert.deepEqual(pairsIn(pairing), ['_posts/fr.md < _posts/2024-01-01-River_Newsletter_1.md']);
  });

  it('says why, and how sure it is', async () => {
    const pairing = await pair([
      english(1),
      { path: 'River_Newsletter_1_[FR].md', language: 'fr', links: addresses('issue1') },
    ]);
    const [found] = pairing.issues[0]!.translations;
    assert.match(found!.reasons[0]!, /^8 of its 8 links and pictures are the source’s$/);
    const lone = await pair([
      english(1, { links: ['one'] }),
      { path: 'River_Newsletter_1_[FR].md', language: 'fr', links: ['one'] },
    ]);
    assert.equal(lone.issues[0]!.translations[0]!.reasons[0], 'its one link or picture is the source’s');
    assert.ok(found!.confidence > 0.9 && found!.confidence <= 1);
  });
});

describe('the language that is translated from', () => {
  const translations = (locale: string, numbers: readonly number[]): MadePost[] =>
    numbers.map((number) => ({
      path: `${locale}/newsletter-${number}.md`,
      head: [`lang: ${locale}`],
      language: locale,
      links: addresses(`issue${number}`),
    }));

  it('is English, though one translator did more issues than are here in English', async () => {
    assert.equal((await pair([english(1), ...translations('fr', [1, 2, 3])])).sourceLocale, 'en');
  });

  it('is another one where that has clearly more', async () => {
    const pairing = await pair([english(1), ...translations('zh', [1, 2, 3, 4, 5, 6])]);
    assert.equal(pairing.sourceLocale, 'zh');
    assert.deepEqual(pairsIn(pairing), ['_posts/2024-01-01-River_Newsletter_1.md < zh/newsletter-1.md']);
  });

  it('is the one that is set', async () => {
    assert.deepEqual(pairsIn(await pair([english(1), ...translations('fr', [1])], 'fr')), [
      '_posts/2024-01-01-River_Newsletter_1.md < fr/newsletter-1.md',
    ]);
  });

  it('of no posts is English', () => assert.equal(pairPosts([]).sourceLocale, 'en'));
});

describe('a translation that has just begun', () => {
  const issue = (path: string, more: Partial<MadePost> = {}): MadePost => ({
    path,
    head: ['title: "River Newsletter #4"', 'lang: en'],
    links: addresses('issue4'),
    ...more,
  });

  it('is known by its folder or its name while it still is a copy of the source, front matter and all', async () => {
    const pairing = await pair([
      issue('en/2024-04-01-river.md'),
      issue('fr/2024-04-01-river.md'),
      issue('en/2024-04-01-river_[DE].md', { head: ['title: "River Newsletter #4"'] }),
    ]);
    assert.deepEqual(
      pairing.issues.map(({ source, translations }) => [
        source.path,
        translations.map(({ post }) => [post.path, post.locale]),
      ]),
      [
        [
          'en/2024-04-01-river.md',
          [
            ['en/2024-04-01-river_[DE].md', 'de'],
            ['fr/2024-04-01-river.md', 'fr'],
          ],
        ],
      ],
    );
  });

  it('is known by its name where it has another day than its source', async () => {
    const copy = issue('2024-04-09-river_[FR].md', { head: ['title: "River Newsletter #4 [EN]"'] });
    assert.deepEqual(pairsIn(await pair([issue('2024-04-01-river.md', { head: copy.head! }), copy])), [
      '2024-04-09-river_[FR].md < 2024-04-01-river.md',
    ]);
    // Without a link or the same day nothing but a title that all issues have ties the two.
    const bare = (path: string): MadePost => ({ path, head: ['title: "River Newsletter"', 'lang: en'] });
    assert.deepEqual(pairsIn(await pair([bare('2024-04-01-river.md'), bare('2024-04-09-river_[FR].md')])), []);
  });

  it('is known by its title too where some links of one were mended since', async () => {
    const mended = [...addresses('issue4').slice(0, 6), 'mended/1', 'mended/2'];
    assert.deepEqual(
      pairsIn(
        await pair([issue('en/2024-04-01-river.md'), issue('i18n/fr/news/2024-04-01-river.md', { links: mended })]),
      ),
      ['i18n/fr/news/2024-04-01-river.md < en/2024-04-01-river.md'],
    );
    assert.deepEqual(
      pairsIn(
        await pair([
          issue('en/2024-04-01-river.md'),
          issue('i18n/fr/news/2024-04-01-river.md', {
            links: mended,
            head: ['title: "River Newsletter #4, again"', 'lang: en'],
          }),
        ]),
      ),
      [],
    );
  });

  it('is none where the text is another one, or nothing says another language', async () => {
    const pairing = await pair([
      issue('en/2024-04-01-river.md'),
      issue('fr/2024-04-01-river.md', { links: addresses('another') }),
      issue('en/2024-04-01-river copy.md'),
    ]);
    assert.deepEqual(pairsIn(pairing), []);
  });

  it('leaves the others to the source, not to a backup of it', async () => {
    const pairing = await pair([
      issue('2024-04-01-river copy.md'),
      issue('2024-04-01-river.md'),
      issue('2024-04-02-la-riviere.md', { head: ['lang: fr'], language: 'fr' }),
    ]);
    assert.deepEqual(pairsIn(pairing), ['2024-04-02-la-riviere.md < 2024-04-01-river.md']);
  });

  it('is of its own folder where all files are called index', async () => {
    const page = (path: string): MadePost => ({
      path,
      head: ['title: "River Newsletter"'],
      language: path.slice(0, 2),
    });
    const pairing = await pair(
      ['en', 'fr'].flatMap((locale) =>
        ['spring', 'summer'].map((name) => page(`${locale}/letters/2024-05-01-${name}/index.md`)),
      ),
    );
    assert.deepEqual(pairsIn(pairing), [
      'fr/letters/2024-05-01-spring/index.md < en/letters/2024-05-01-spring/index.md',
      'fr/letters/2024-05-01-summer/index.md < en/letters/2024-05-01-summer/index.md',
    ]);
  });
});
