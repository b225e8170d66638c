// What the next issue keeps of the last ones' front matter and body: lists, comments, definitions, rhythm.
import assert from 'node:assert/strict';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { fieldHabits } from '../../../src/core/series/fields.js';
import { issuesToRead, nextDay, startIssue } from '../../../src/core/series/nextIssue.js';
import { seriesAt } from '../../../src/core/series/series.js';
import { defaultRules } from '../../../src/core/project/rules.js';

interface Told {
  readonly name: string;
  readonly date: string;
  /** More fields. */
  readonly fields?: string;
  /** More of the body. */
  readonly body?: string;
}

function letter(number: number, { name, date, fields = '', body = '' }: Told): string {
  return `---\ntitle: "Field Newsletter #${number}: The ${name}"\ndate: ${date}\n${fields}---\n\nThe neighbours of the ${name} met and mended the [fence](https://place.example/${name}).\n\n${body}## Goodbye\n\nWrite to us.\n`;
}

/** The issue behind those told, oldest first; `▮` where one begins to write. */
function next(...told: readonly Told[]): { path: string; shown: string } {
  const files = told.map((one, i) => ({ path: `n/letter-${i + 1}.md`, issue: parseIssue(letter(i + 1, one)) }));
  const pairing = pairPosts(
    files.map(({ path, issue }) => describePost(path, issue, () => ({ locale: 'en', confidence: 1 }))),
  );
  const series = seriesAt(pairing, 'n/letter-1.md')!;
  const read = issuesToRead(series).map((facts) => ({
    facts,
    issue: files.find(({ path }) => path === facts.path)!.issue,
  }));
  const made = startIssue(series, read, nextDay(series, '2026-01-02'));
  assert.deepEqual(parseIssue(made.text).faults, [], made.text);
  return { path: made.path, shown: `${made.text.slice(0, made.cursor)}▮${made.text.slice(made.cursor)}` };
}

const three = (more: (name: string, i: number) => Partial<Told>): Told[] =>
  ['weir', 'ford', 'mill'].map((name, i) => ({
    name,
    date: `2026-01-${String(7 * i + 7).padStart(2, '0')}`,
    ...more(name, i),
  }));

describe('the skeleton of the next issue', () => {
  it('has of a list what is usual, line by line, and what stands behind the list', () => {
    const { shown } = next(...three((name) => ({ fields: `tags:\n  - letters\n  - "${name}"\nweight: 1\n` })));
    assert.match(shown, /^tags:\n {2}- letters\nweight: 1\n---$/m);
  });

  it('has an empty list where nothing in it is usual', () => {
    assert.match(
      next(...three((name) => ({ fields: `tags:\n  - ${name}\nweight: 1\n` }))).shown,
      /^tags:\n {2}\[\]\nweight: 1\n---$/m,
    );
    assert.match(next(...three((name, i) => ({ fields: `tags: [${name}, ${i}]\n` }))).shown, /^tags: \[\]$/m);
  });

  it('leaves a list that is the same, and one of lists, as it is', () => {
    assert.match(next(...three(() => ({ fields: 'tags: [letters, news]\n' }))).shown, /^tags: \[letters, news\]$/m);
    assert.match(
      next(...three((name) => ({ fields: `tags: [[${name}, x], y]\n` }))).shown,
      /^tags: \[\[mill, x\], y\]$/m,
    );
  });

  it('has the words that a field begins with in all issues, and none where they share none', () => {
    assert.match(
      next(...three((name) => ({ fields: `excerpt: In this issue we meet the ${name}\n` }))).shown,
      /^excerpt: "In this issue we meet the "$/m,
    );
    assert.match(
      next(...three((name, i) => ({ fields: `lede: '${['Weirs are old', 'A ford ahead', 'Mills turn'][i]}'\n` })))
        .shown,
      /^lede: ''$/m,
    );
  });

  it('has room for a value behind the colon, or what is written would be no field', () => {
    const { shown } = next(
      ...three((_name, i) => ({ fields: `lede: ${['Weirs are old', 'A ford ahead', 'Mills turn'][i]}\n` })),
    );
    assert.match(shown, /^lede: $/m);
  });

  it('has fields and comments that are usual, and none of one issue', () => {
    const { shown } = next(
      ...three((name, i) => ({
        fields: `${i === 2 ? 'special: true\n' : ''}weight: 1\n# Kept by all.\n${i === 2 ? `# Of the ${name}.\n` : ''}`,
      })),
    );
    assert.match(shown, /\nweight: 1\n# Kept by all\.\n---\n/);
  });

  it('has definitions that something refers to', () => {
    const { shown } = next(
      ...three(() => ({
        body: '## Lists\n\nSee [list][].\n\n[list]: https://a.example/list\n[gone]: https://a.example/gone\n\n',
      })),
    );
    assert.match(shown, /See \[list\]\[\]\.\n\n\[list\]: https:\/\/a\.example\/list\n\n## Goodbye/);
  });

  it('has what recurs in the order of the issue that has most of it', () => {
    const [a, b] = ['## Lists\n\nSee them.\n\n', '## Dates\n\nBe there.\n\n'];
    const { shown } = next(...three((_name, i) => ({ body: [a, b + a, b][i]! })));
    assert.deepEqual(shown.match(/^## .*/gm), ['## Dates', '## Lists', '## Goodbye']);
  });

  it('has what the newest lacks where others have it, at the very top too', () => {
    const [a, b, c] = ['## Aims\n\nSee them.\n\n', '## Boats\n\nBe there.\n\n', '## Cranes\n\nThey turn.\n\n'];
    const { shown } = next(...three((_name, i) => ({ body: [c + b, c + a, a + b][i]! })));
    assert.deepEqual(shown.match(/^## .*/gm), ['## Cranes', '## Aims', '## Boats', '## Goodbye']);
  });

  it('has a tag with the values that most have, and words only as often as most have them', () => {
    const bodies = [
      '{% include map.html at="mill" zoom="3" %}\n\nRead on.\n\nA.\n\nRead on.\n\n',
      '{% include map.html at="ford" zoom="3" %}\n\nRead on.\n\n',
      '{% include map.html at="weir" %}\n\nRead on.\n\nB.\n\nRead on.\n\nC.\n\nRead on.\n\n',
    ];
    const { shown } = next(...three((_name, i) => ({ body: bodies[i]! })));
    assert.match(shown, /\{% include map\.html at="" zoom="3" %\}/);
    assert.ok((shown.match(/Read on\./g)?.length ?? 0) <= 1, shown);
  });

  it('is due on the same day of the month, or in the usual rhythm, or in the median one', () => {
    const due = (...dates: readonly string[]): string =>
      /^date: (.*)$/m.exec(next(...dates.map((date) => ({ name: 'mill', date }))).shown)![1]!;
    assert.equal(due('2025-10-15', '2025-11-15', '2025-12-15'), '2026-01-15');
    assert.equal(due('2025-12-11', '2025-12-18', '2025-12-25', '2026-01-01'), '2026-01-08');
    assert.equal(
      due('2025-11-27', '2025-12-04', '2025-12-13', '2025-12-31'),
      '2026-01-09',
      'nine days, between seven and eighteen',
    );
  });
});

describe('habits of fields', () => {
  it('are counted over the issues that have front matter, entries of lists one by one', () => {
    const texts = [
      '---\nlayout: letter\ntags: [news, 7, true, [x]]\nempty:\n---\n',
      '---\nlayout: letter\ntags: news\n---\n',
      'No front matter.\n',
    ];
    const members = texts.map((text) => ({
      issue: parseIssue(text),
      occasion: { number: 3, date: '2026-01-07', locale: 'en' },
    }));
    const habits = fieldHabits(members, members[0]!.occasion, defaultRules.fields);
    assert.deepEqual(
      habits.map(({ path, times, isList, values }) => [path, times, isList, values.map(({ yaml }) => yaml)]),
      [
        ['layout', 2, false, ['letter']],
        ['tags', 2, true, ['news', '7', 'true']],
        ['empty', 1, false, []],
      ],
    );
  });
});
