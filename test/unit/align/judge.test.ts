// Which units count as translated, by what the translator does throughout.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const paragraphs = [
  [
    'The old [bridge](https://example.org/a) is open again after a long winter.',
    'Le vieux [pont](https://example.org/a) est de nouveau ouvert après un long hiver.',
  ],
  [
    'A [choir](https://example.org/b) of forty singers meets at the mill on Sunday.',
    'Un [chœur](https://example.org/b) de quarante chanteurs se retrouve dimanche au moulin.',
  ],
  [
    'The [library](https://example.org/c) lends tools, boats and books to everybody.',
    'La [bibliothèque](https://example.org/c) prête à tous des outils, des barques et des livres.',
  ],
] as const;
const word = 'a source of water';

/** An issue of which each paragraph has a caption below its picture. */
function issue(texts: readonly string[], captions: readonly string[]): string {
  return [...texts.map((text, i) => `${text}\n\n![](https://example.org/${i}.png)\n\n*${captions[i]!}*`), ''].join(
    '\n\n',
  );
}

function states(source: string, target: string): string[] {
  return alignIssues(parseIssue(source), parseIssue(target))
    .units.filter(({ kind }) => kind !== 'image')
    .map(({ state, inDoubt }) => (inDoubt ? `${state}?` : state));
}

const english = paragraphs.map(([text]) => text);
const french = paragraphs.map(([, text]) => text);
// The word stands in running text as well, so that it is no name.
const ordinary = `They found ${word}.`;
const source = `${ordinary}\n\n${issue(english, ['source', 'source', 'source'])}`;
const target = (texts: readonly string[], captions: readonly string[]): string =>
  `Ils ont trouvé de l’eau.\n\n${issue(texts, captions)}`;

describe('a word that stands unchanged', () => {
  it('is meant so if it does everywhere', () => {
    assert.deepEqual(states(source, target(french, ['source', 'source', 'source'])), new Array(7).fill('translated'));
  });

  it('was forgotten where it is translated elsewhere', () => {
    assert.deepEqual(
      states(source, target(french, ['origine', 'source', 'origine'])).filter((state) => state !== 'translated'),
      ['untranslated'],
    );
  });

  it('is not meant so where the text around it is still the source’s', () => {
    assert.deepEqual(states(source, target([french[0]!, french[1]!, english[2]!], ['source', 'source', 'source'])), [
      'translated',
      'translated',
      'translated',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
    ]);
  });

  it('is in doubt if it does so once', () => {
    assert.deepEqual(
      states(
        source.replaceAll('*source*', '*mill*').replace('*mill*', '*source*'),
        target(french, ['source', 'moulin', 'moulin']),
      ).filter((state) => state !== 'translated'),
      ['translated?'],
    );
  });
});

describe('a copy of the source', () => {
  it('is untranslated in all that has ordinary words', () => {
    const copied = states(source, source);
    assert.deepEqual(copied, new Array(7).fill('untranslated'));
  });
});

describe('what is English in a source that is not', () => {
  const chinese = ['河上的旧桥又开放了，邻居们等了整整一个冬天。', '四十人的合唱团每逢星期天都在磨坊里排练唱歌。'];
  const changes = [
    '- fix the bridge that was washed away in the winter',
    '- repair the lamps along the path of the river',
  ];

  it('is not untranslated in its English translation', () => {
    const told = states([...chinese, ...changes].join('\n\n'), [english[0]!, english[1]!, ...changes].join('\n\n'));
    assert.deepEqual(told, new Array(4).fill('translated'));
  });
});

describe('the names of sections', () => {
  const sections = (names: readonly string[], texts: readonly string[]): string =>
    names.map((name, i) => `# ${name}\n\n${texts[i]!}\n`).join('\n');
  const names = ['News of the bridge', 'A choir of singers', 'Tools and books'];
  const sectionsTranslated = ['Nouvelles du pont', 'Un chœur', 'Outils et livres'];

  it('are in doubt where all of them are kept', () => {
    assert.deepEqual(states(sections(names, english), sections(names, french)), [
      'translated?',
      'translated',
      'translated?',
      'translated',
      'translated?',
      'translated',
    ]);
  });

  it('were forgotten where others are translated', () => {
    assert.equal(
      states(sections(names, english), sections([names[0]!, ...sectionsTranslated.slice(1)], french))[0],
      'untranslated',
    );
  });

  it('are untranslated where the text below them is', () => {
    assert.deepEqual(
      states(sections(names, english), sections(names, [french[0]!, english[1]!, english[2]!])).slice(2),
      new Array(4).fill('untranslated'),
    );
  });
});
