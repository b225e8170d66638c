// Where a new translation goes, learnt from where the others are.
import assert from 'node:assert/strict';
import type { PairedIssue, Pairing, PostFacts } from '../../../src/core/pair/pairing.js';
import { placeTranslation } from '../../../src/core/start/place.js';

function post(path: string, locale: string, number?: number): PostFacts {
  const date = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0];
  return {
    path,
    locale,
    localeFrom: 'title',
    title: '',
    number,
    date,
    isNewsletter: true,
    reference: undefined,
    links: [],
    page: { permalink: undefined, headings: [], anchors: [], fields: {} },
  };
}

/** Rows of a number, the source's path, and `locale path` of translations. */
type Rows = readonly (readonly [number | undefined, string, ...(readonly [string, string])[]])[];

function place(rows: Rows, locale: string): string {
  const issues = rows.map(([number, source, ...translations]): PairedIssue => ({
    source: post(source, 'en', number),
    translations: translations.map(([tag, path]) => ({ post: post(path, tag, number), reasons: [], confidence: 1 })),
  }));
  const pairing: Pairing = { sourceLocale: 'en', issues, unpaired: [], skipped: [] };
  return placeTranslation({ source: issues.at(-1)!.source, locale, pairing, today: '2026-11-21' });
}

const french: Rows = [
  [4, '_posts/2026-02-16-Field_Notes_Bees,_Moss.md', ['fr', '_posts/2026-03-09-Field_Notes_#4_[FR].Md']],
  [
    5,
    '_posts/2026-02-23-Field_Notes_The_Long_Hedge.md',
    ['fr', '_posts/2026-03-09-Field_Notes_#5_[FR].Md'],
    ['pt-BR', '_posts/2026-02-23-Field_Notes[PT-BR]_The_Long_Hedge.md'],
  ],
];

describe('the place of a new translation', () => {
  it('is named by number, tag and suffix as the language’s others are, on the day it is started if they were', () => {
    assert.equal(
      place([...french, [8, '_posts/2026-03-22-Field_Notes_8.md']], 'fr'),
      '_posts/2026-11-21-Field_Notes_#8_[FR].Md',
    );
  });

  it('has the tag where they have it', () => {
    assert.equal(
      place([...french, [8, '_posts/2026-03-22-Field_Notes_8.md']], 'pt-BR'),
      '_posts/2026-03-22-Field_Notes[PT-BR]_8.md',
    );
  });

  it('is the source’s name in the language’s folder', () => {
    const rows: Rows = [
      [1, '_posts/en/letters/2026-01-04-letter.md', ['fr', '_posts/fr/letters/2026-01-04-letter.md']],
      [2, '_posts/en/letters/2026-01-11-letter.md'],
    ];
    assert.equal(place(rows, 'fr'), '_posts/fr/letters/2026-01-11-letter.md');
    assert.equal(place(rows, 'pt-BR'), '_posts/pt-BR/letters/2026-01-11-letter.md');
  });

  it('has the words that the language’s names have', () => {
    const rows: Rows = [
      [11, '_posts/2026-02-08-Footpath_Letter_11.md', ['fr', '_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md']],
      [12, '_posts/2026-03-08-Footpath_Letter_12.md'],
    ];
    assert.equal(place(rows, 'fr'), '_posts/2026-11-21-Lettre_du_Sentier_12_[FR].md');
  });

  it('has no words of another issue or language', () => {
    const rows: Rows = [
      [
        11,
        '_posts/2026-02-08-Footpath_Letter_11.md',
        ['es', '_posts/2026-02-08-Carta_del_sendero_bancos_y_setas.md'],
        ['ar', '_posts/2026-02-09-Footpath_Letter.AR._11_Benches.md'],
      ],
      [12, '_posts/2026-03-08-Footpath_Letter_12.md'],
    ];
    assert.equal(place(rows, 'ar'), '_posts/2026-11-21-Footpath_Letter.AR._12.md');
    assert.doesNotMatch(place(rows, 'es'), /bancos/);
    assert.doesNotMatch(place(rows, 'de'), /Carta|Benches/);
  });

  it('is that of other languages with the tag exchanged where the language has none', () => {
    const rows: Rows = [
      [1, 'news/letter-1.md', ['ja', 'news/letter-1-ja.md']],
      [2, 'news/letter-2.md'],
    ];
    assert.equal(place(rows, 'fr'), 'news/letter-2-fr.md');
    assert.equal(
      place(
        [
          [1, 'blog/one.md', ['ja', 'i18n/ja/blog/one.md']],
          [2, 'blog/two.md'],
        ],
        'zh-Hant',
      ),
      'i18n/zh-Hant/blog/two.md',
    );
  });

  it('is beside the source, with the tag, where nothing shows the way', () => {
    assert.equal(place([[1, 'news/letter-1.md']], 'fr'), 'news/letter-1.fr.md');
    assert.equal(place([[1, 'news/letter-1.en.md']], 'fr'), 'news/letter-1.fr.md');
    assert.equal(place([[1, '_posts/en/letter-1.md']], 'fr'), '_posts/fr/letter-1.md');
    assert.equal(place([[1, 'letter-1[EN].md']], 'pt-BR'), 'letter-1[PT-BR].md');
  });

  it('is never a place that is taken', () => {
    const rows: Rows = [
      [1, 'one/letter.md', ['fr', 'fr/letter.md']],
      [2, 'one/letter.md'],
    ];
    assert.notEqual(place(rows, 'fr'), 'fr/letter.md');
  });

  it('keeps one suffix where another file has two by a slip', () => {
    const rows: Rows = [
      [7, '2026-01-01-Field_Notes_7.md', ['zh', '2026-01-01-Field_Notes_7[ZH].md .md']],
      [8, '2026-01-08-Field_Notes_8.md'],
    ];
    assert.equal(place(rows, 'zh'), '2026-01-08-Field_Notes_8[ZH].md');
  });

  it('has the suffix that most of them have, and the folder of the newest where none fits', () => {
    const rows: Rows = [
      [1, 'en/letter-1.md', ['fr', 'fr/letter-1.markdown']],
      [2, 'en/letter-2.md', ['fr', 'fr/letter-2.markdown']],
      [3, 'en/letter-3.md', ['fr', 'fr/letter-3.md']],
      [4, 'en/letter-4.md'],
    ];
    assert.equal(place(rows, 'fr'), 'fr/letter-4.markdown');
    assert.equal(
      place(
        [
          [1, 'one/letter-1.md', ['fr', 'traductions/letter-1.md']],
          [2, 'two/letter-2.md'],
        ],
        'fr',
      ),
      'traductions/letter-2.md',
    );
  });

  it('is learnt of posts without numbers and dates, and of names without a suffix', () => {
    assert.equal(
      place(
        [
          [undefined, 'en/bees.md', ['fr', 'fr/bees.md']],
          [undefined, 'en/moss.md', ['fr', 'fr/moss.md']],
          [undefined, 'en/hedge.md'],
        ],
        'fr',
      ),
      'fr/hedge.md',
    );
    assert.equal(
      place(
        [
          [1, 'en/letter-1', ['fr', 'fr/letter-1']],
          [2, 'en/letter-2'],
        ],
        'fr',
      ),
      'fr/letter-2',
    );
  });
});
