// The next issue of a newsletter: its place, front matter and skeleton, from small trees and from real ones.
import assert from 'node:assert/strict';
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { issuesToRead, nextDay, startIssue, type NewIssue } from '../../../src/core/series/nextIssue.js';
import { seriesAt, seriesOf } from '../../../src/core/series/series.js';
import { sampleNames, samples, sampleText } from '../support/samples.js';
import { corpusPosts, describeCorpus } from '../support/corpus.js';

let identify: Identify;
before(async () => {
  identify = await loadIdentify();
});

type Files = Readonly<Record<string, string>>;

/** The issue after that at the path which has `after` in it; with `▮` where one begins to write. */
function next(
  files: Files,
  after: string,
  { today = '2026-02-02', date }: { today?: string; date?: string } = {},
): NewIssue & { shown: string } {
  const issues = new Map(Object.entries(files).map(([path, text]) => [path, parseIssue(text)]));
  const pairing = pairPosts([...issues].map(([path, issue]) => describePost(path, issue, identify)));
  const series = seriesAt(
    pairing,
    Object.keys(files).find((path) => path.includes(after))!,
  )!;
  const read = issuesToRead(series).map((facts) => ({ facts, issue: issues.get(facts.path)! }));
  const made = startIssue(series, read, date ?? nextDay(series, today));
  return { ...made, shown: `${made.text.slice(0, made.cursor)}▮${made.text.slice(made.cursor)}` };
}

const story = (name: string): string =>
  `The neighbours of the ${name} met on Sunday and mended the [fence](https://place.example/${name}) that the storm had thrown down.`;

function letter(number: number, date: string, name: string, { heading = '', newline = '\n' } = {}): string {
  const [year, month, day] = date.split('-');
  return [
    '---',
    `title: "Field Newsletter #${number}: All About the ${name}"`,
    `date: ${date} 08:00:00 +0100`,
    `permalink: /letters/${year}/${month}/${day}/`,
    `excerpt: "Of the ${name}."`,
    `tags: [letters, ${name}]`,
    'layout: letter',
    `number: ${number}`,
    ...(name === 'mill' ? ['special: true'] : []),
    '---',
    '',
    story(`${name}/intro`),
    '',
    '## News',
    '',
    `- ${story(name)}`,
    '',
    ...(heading === '' ? [] : [`## ${heading}`, '', story('x'), '']),
    '## Dates',
    '',
    '*Come and see us.*',
    '',
    story(`${name}/dates`),
    '',
    `{% include prices.html for="${name}" at="noon" %}`,
    '',
    '----------',
    '',
    `This was number ${number}, and [number ${number - 1}](/letters/${number - 1}/) is still there.`,
    '',
    `[${name}]: https://place.example/${name}`,
    '',
  ].join(newline);
}

const letters: Files = {
  'news/2026-01-07-field-letter-11.md': letter(11, '2026-01-07', 'weir'),
  'news/2026-01-14-field-letter-12.md': letter(12, '2026-01-14', 'ford', { heading: 'Of the Ford Alone' }),
  'news/2026-01-21-field-letter-13.md': letter(13, '2026-01-21', 'mill'),
  'news/2026-01-20-about-us.md': `---\ntitle: About us\n---\n${story('us')}\n`,
};

describe('the next issue', () => {
  it('has place, front matter, sections and footer of the last ones, and nothing of one alone', () => {
    const { path, shown } = next(letters, '-12', { today: '2026-01-22' });
    assert.equal(path, 'news/2026-01-28-field-letter-14.md');
    assert.equal(
      shown,
      [
        '---',
        'title: "Field Newsletter #14: All About the ▮"',
        'date: 2026-01-28 08:00:00 +0100',
        'permalink: /letters/2026/01/28/',
        'excerpt: ""',
        'tags: [letters]',
        'layout: letter',
        'number: 14',
        '---',
        '',
        '',
        '',
        '## News',
        '',
        '',
        '',
        '## Dates',
        '',
        '*Come and see us.*',
        '',
        '',
        '',
        '{% include prices.html for="" at="noon" %}',
        '',
        '----------',
        '',
        'This was number 14, and [number 13](/letters/13/) is still there.',
        '',
      ].join('\n'),
    );
  });

  it('is due in their rhythm, and where the date says', () => {
    assert.match(next(letters, '-12', { today: '2026-02-26' }).path, /2026-02-25/);
    assert.match(next(letters, '-12', { date: '2026-12-24' }).shown, /permalink: \/letters\/2026\/12\/24\//);
  });

  it('keeps line breaks', () => {
    const windows = Object.fromEntries(
      Object.entries(letters).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    const { text, cursor } = next(windows, '-12');
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(text.slice(0, cursor), /All About the $/);
  });

  it('has of a single issue what is no content', () => {
    const { path, shown } = next(
      { 'news/2026-01-07-field-letter-11-the-weir.md': letters['news/2026-01-07-field-letter-11.md']! },
      '-11',
    );
    assert.equal(path, 'news/2026-02-02-field-letter-12.md');
    assert.match(shown, /^title: "Field Newsletter #12: ▮"$/m);
    assert.match(shown, /## News\n[\s]*## Dates\n/);
    assert.match(shown, /^layout: letter$/m);
    assert.doesNotMatch(shown.replace('tags: [letters, weir]', ''), /weir/);
  });

  it('needs no front matter, and no date', () => {
    const plain = (number: number, name: string): string =>
      `# Our Newsletter, Issue ${number}\n\n${story(name)}\n\n## Goodbye\n\nWrite to us.\n`;
    const { path, shown } = next(
      { 'a/newsletter-1.md': plain(1, 'mill'), 'a/newsletter-2.md': plain(2, 'ford') },
      '-2',
    );
    assert.equal(path, 'a/newsletter-3.md');
    assert.equal(shown, '# Our Newsletter, Issue 3\n\n▮\n\n## Goodbye\n\nWrite to us.\n');
  });

  it('is in the folder of its year', () => {
    const { path } = next(
      {
        'n/2025/2025-12-20-newsletter.md': letter(1, '2025-12-20', 'mill'),
        'n/2026/2026-01-20-newsletter.md': letter(2, '2026-01-20', 'ford'),
      },
      '2026',
      { date: '2027-02-20' },
    );
    assert.equal(path, 'n/2027/2027-02-20-newsletter.md');
  });

  it('of the samples is named as they are, asked of a translation too', () => {
    const files = Object.fromEntries(sampleNames.map((name) => [samples[name], sampleText(name)]));
    const { path, shown } = next(files, '12_[FR]', { today: '2026-04-01' });
    assert.equal(path, 'samples/_posts/2026-04-08-Footpath_Letter_13.md');
    assert.match(shown, /^title: "Footpath Letter #13 \[EN\]: ▮"\nauthor: ines_okafor\nexcerpt: ""$/m);
    assert.match(shown, /# Surveys and Studies 📐\n\s*# Tools and Data 🧰\n\s*\\\\\n\[\*Subscribe\*\]/);
    assert.doesNotMatch(shown, /bench|compass|ferr/i);
  });
});

describe('series', () => {
  it('are told apart by folder, language and name', () => {
    const files: Files = {
      ...letters,
      'talks/2026-01-08-talk.md': `---\ntitle: "Newsletter talk #3"\n---\n${story('talk')}\n`,
      'talks/2026-01-01-talk.md': `---\ntitle: "Newsletter talk #2"\n---\n${story('tree')}\n`,
    };
    const pairing = pairPosts(
      Object.entries(files).map(([path, text]) => describePost(path, parseIssue(text), identify)),
    );
    assert.deepEqual(
      seriesOf(pairing).map((series) => series.map(({ number }) => number)),
      [
        [13, 12, 11],
        [3, 2],
      ],
    );
  });
});

describeCorpus('optech', 'the next issue', () => {
  it('has the skeleton of the last ones', () => {
    const files = Object.fromEntries(corpusPosts('optech', '_posts/en').map(({ path, text }) => [path, text]));
    const { path, shown } = next(files, '2023-12-20', { today: '2023-12-22' });
    assert.equal(path, 'optech/_posts/en/newsletters/2023-12-27-newsletter.md');
    assert.ok(
      shown.startsWith(
        "---\ntitle: 'Bitcoin Optech Newsletter #283'\npermalink: /en/newsletters/2023/12/27/\nname: 2023-12-27-newsletter\nslug: 2023-12-27-newsletter\ntype: newsletter\nlayout: newsletter\nlang: en\n---\n\n▮\n\n## News\n",
      ),
      shown.slice(0, 300),
    );
    assert.deepEqual(shown.match(/^#.*/gm), [
      '## News',
      '## Releases and release candidates',
      '## Notable code and documentation changes',
    ]);
    assert.ok(shown.endsWith('\n{% include references.md %}\n{% include linkers/issues.md v=2 issues="" %}\n'));
  }).timeout(60_000);
});

describeCorpus('dair-ai', 'the next issue', () => {
  it('has the skeleton of the last ones', () => {
    const files = Object.fromEntries(corpusPosts('dair-ai', '_posts').map(({ path, text }) => [path, text]));
    const { path, shown } = next(files, 'Newsletter_8.md', { today: '2020-03-25' });
    assert.equal(path, 'dair-ai/_posts/2020-03-29-NLP_Newsletter_9.md');
    assert.match(shown, /^title: "NLP Newsletter #9 \[EN\]: ▮"\nauthor: billy_rick\n/m);
    assert.match(shown, /^ {2}thumb: nlp_newsletter_9\.png$/m);
    assert.match(shown, /# Publications 📙\n/);
    assert.doesNotMatch(shown, /https?:/);
  }).timeout(60_000);
});

describe('the next issue of a newsletter whose front matter is TOML', () => {
  const toml = (number: number): string =>
    `+++\ntitle = "Field Newsletter #${number}: All About the ${['Weir', 'Ford', 'Mill'][number - 1]}"\ndate = 2026-01-0${number}T08:00:00+01:00\nslug = 'field-${number}'\nnumber = ${number}\ntags = ["letters", "mill${number}"]\n\n[extra]\ncover = "img/${number}.png"\n+++\n\n## News\n\n${story(`mill${number}`)}\n`;

  it('is TOML', () => {
    const { shown } = next(
      { 'news/field-letter-1.md': toml(1), 'news/field-letter-2.md': toml(2), 'news/field-letter-3.md': toml(3) },
      '-3',
      { date: '2026-01-04' },
    );
    assert.equal(
      shown.slice(0, shown.indexOf('\n\n##')),
      '+++\ntitle = "Field Newsletter #4: All About the ▮"\ndate = 2026-01-04T08:00:00+01:00\nslug = "field-4"\nnumber = 4\ntags = ["letters"]\n\n[extra]\ncover = "img/4.png"\n+++',
    );
  });
});
